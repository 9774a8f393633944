import { sectorsSchema } from '../../api/sectors.ts';
import { sectorsOptionsSchema } from '../../api/sectorsOptions.ts';
import { sectors } from '../../assess/sectors.ts';
import { defineQuestion, given } from '../question.ts';

export const sectorsQuestion = defineQuestion({
  id: 'sectors',
  about: {
    ru: 'Отраслевой подход: вывоз по отраслям и наукоёмкости',
    en: 'The sectoral approach: exports by industry and R&D intensity',
  },
  options: sectorsOptionsSchema,
  answer: sectorsSchema,
  run: (workspace, options) => sectors(workspace, { ...given(options), year: options.year }),
});

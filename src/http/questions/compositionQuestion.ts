import { compositionOptionsSchema, compositionSchema } from '../../api/composition.ts';
import { composition } from '../../assess/profile/composition.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion } from '../question.ts';

export const compositionQuestion = defineQuestion({
  id: 'composition',
  about: {
    ru: 'Состав вывоза территории: сегменты по шестизначным кодам, остальное по группам',
    en: "What a territory's exports are made of: segments by six-digit code, the rest by chapter",
  },
  options: compositionOptionsSchema,
  answer: compositionSchema,
  cannotHide: cannotHide.slice,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return composition(workspace, options);
  },
});

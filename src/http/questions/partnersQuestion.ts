import { partnersOptionsSchema, partnersSchema } from '../../api/partners.ts';
import { partners } from '../../assess/profile/partners.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion } from '../question.ts';

export const partnersQuestion = defineQuestion({
  id: 'partners',
  about: {
    ru: 'Куда идёт вывоз территории: страны по сегментам',
    en: "Where a territory's exports go: partners by segment",
  },
  options: partnersOptionsSchema,
  answer: partnersSchema,
  cannotHide: cannotHide.slice,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return partners(workspace, options);
  },
});

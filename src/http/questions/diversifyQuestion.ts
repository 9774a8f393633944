import { diversificationOptionsSchema, diversificationSchema } from '../../api/diversification.ts';
import { diversify } from '../../assess/diversify/diversify.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { defineQuestion, given } from '../question.ts';

export const diversifyQuestion = defineQuestion({
  id: 'diversify',
  about: {
    ru: 'Диверсификация: прежние связи, новые товары и рынки, реальная ценность',
    en: 'Diversification: continuing relations, new products and markets, real value',
  },
  options: diversificationOptionsSchema.omit({ world: true, reference: true }),
  answer: diversificationSchema,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return diversify(workspace, {
      ...given(options),
      from: options.from,
      to: options.to,
    });
  },
});

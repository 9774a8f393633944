import { uncertaintyOptionsSchema, uncertaintySchema } from '../../api/uncertainty.ts';
import { uncertainty } from '../../assess/uncertainty/uncertainty.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { defineQuestion, given } from '../question.ts';

export const uncertaintyQuestion = defineQuestion({
  id: 'uncertainty',
  about: {
    ru: 'Насколько надёжны значения, места и вердикты: выборки строк и иной выбор определений',
    en: 'How sure values, ranks and verdicts are: draws of lines, and other choices of definitions',
  },
  // Tables of one's own are for the command line and the library.
  options: uncertaintyOptionsSchema.omit({ measureOptions: true }),
  answer: uncertaintySchema,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return uncertainty(workspace, { ...given(options), period: options.period });
  },
});

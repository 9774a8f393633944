import { explainOptionsSchema } from '../../api/explainOptions.ts';
import { explanationSchema } from '../../api/explanation.ts';
import { explain } from '../../assess/trace/explain.ts';
import { parseFigureId } from '../../assess/trace/figureId.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { defineQuestion } from '../question.ts';

export const explainQuestion = defineQuestion({
  id: 'explain',
  about: {
    ru: 'Как получена величина: формула с числами, слагаемые, определения, файлы и строки',
    en: 'How a figure comes about: formula with the numbers, operands, definitions, files and rows',
  },
  options: explainOptionsSchema,
  answer: explanationSchema,
  run: async (workspace, options, effects) => {
    const figure = parseFigureId(options.figure);
    if (figure === null) {
      throw new TrajectaError('bad-option', {
        ru: `figure=${options.figure}: не номер величины. Нужно РАСЧЁТ/ПЕРИОД/СЕГМЕНТ/ТЕРРИТОРИЯ/ПОКАЗАТЕЛЬ; номер строки есть в ответе assess в поле id.`,
        en: `figure=${options.figure}: no id of a figure. RUN/PERIOD/SEGMENT/TERRITORY/FIELD is wanted; the id of a row is in the answer of assess, in the field id.`,
      });
    }
    const manifest = await effects.run(figure.run);
    const { rows = 20, language = 'en' } = options;
    return explain(workspace, manifest, figure, { rows, language });
  },
});

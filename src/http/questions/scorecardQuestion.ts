import { scorecardOptionsSchema, scorecardSchema } from '../../api/scorecard.ts';
import { scorecard } from '../../assess/scorecard/scorecard.ts';
import { indicatorSystemNames } from '../../classifications/indicatorSystems.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { defineQuestion, given } from '../question.ts';

export const scorecardQuestion = defineQuestion({
  id: 'scorecard',
  about: {
    ru: 'Показатели региона или всех регионов с границами: значение, статус, разрыв, тренд, путь к цели',
    en: 'Indicators of a region or of all regions with bounds: value, status, gap, trend, path to a target',
  },
  options: scorecardOptionsSchema,
  answer: scorecardSchema,
  run: (workspace, options) => {
    // By name only: a request must not name a file of this machine.
    if (options.system !== undefined && !indicatorSystemNames().includes(options.system)) {
      const names = indicatorSystemNames().join(', ');
      throw new TrajectaError('bad-indicator-system', {
        ru: `Системы показателей «${options.system}» нет. Есть: ${names}.`,
        en: `There is no system of indicators "${options.system}". There are: ${names}.`,
      });
    }
    return scorecard(workspace, given(options));
  },
});

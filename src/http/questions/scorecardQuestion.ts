import { scorecardOptionsSchema, scorecardSchema } from '../../api/scorecard.ts';
import { scorecard } from '../../assess/scorecard/scorecard.ts';
import { systemNamed } from '../indicatorData.ts';
import { defineQuestion, given } from '../question.ts';

export const scorecardQuestion = defineQuestion({
  id: 'scorecard',
  about: {
    ru: 'Показатели региона или всех регионов с границами: значение, статус, разрыв, тренд, путь к цели',
    en: 'Indicators of a region or of all regions with bounds: value, status, gap, trend, path to a target',
  },
  options: scorecardOptionsSchema,
  answer: scorecardSchema,
  run: (workspace, options, { indicators }) => {
    const system = systemNamed(indicators, options.system);
    return scorecard(
      workspace,
      { ...given(options), system: system.id },
      { indicators: system, supplied: indicators.supplied },
    );
  },
});

import { comparisonExplanationSchema } from '../../api/comparisonExplanation.ts';
import { explainComparisonOptionsSchema } from '../../api/countryComparisonOptions.ts';
import { compareCountries } from '../../assess/international/compareCountries.ts';
import { explainComparison } from '../../assess/international/explainComparison.ts';
import { defineQuestionWithoutTrade } from '../question.ts';
import { comparisonOptionsOf } from './compareQuestion.ts';

export const explainCompareQuestion = defineQuestionWithoutTrade({
  id: 'explain-compare',
  about: {
    ru: 'Как получена величина сравнения: формула и значения рядов с файлом и строкой',
    en: 'How a figure of a comparison comes about: formula and values of series with file and row',
  },
  options: explainComparisonOptionsSchema,
  answer: comparisonExplanationSchema,
  run: async ({ territory, year, field, ...options }, { series }) => {
    const reader = await series();
    const { manifest } = await compareCountries(reader, comparisonOptionsOf(options));
    return explainComparison(reader, manifest, { period: String(year), territory, field: field ?? null });
  },
});

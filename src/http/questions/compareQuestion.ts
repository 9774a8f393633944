import { countryComparisonSchema } from '../../api/countryComparison.ts';
import {
  type CountryComparisonQuestion,
  countryComparisonOptionsSchema,
} from '../../api/countryComparisonOptions.ts';
import { compareCountries } from '../../assess/international/compareCountries.ts';
import type { ComparisonOptions } from '../../assess/international/comparisonOptions.ts';
import { defineQuestionWithoutTrade, given } from '../question.ts';

export const compareQuestion = defineQuestionWithoutTrade({
  id: 'compare',
  about: {
    ru: 'Сравнение стран и групп: индексы вывоза, доли высоких технологий, доля в мире',
    en: 'Countries and groups compared: export indices, shares of high technology, share in the world',
  },
  options: countryComparisonOptionsSchema,
  answer: countryComparisonSchema,
  run: async (options, { series }) => compareCountries(await series(), comparisonOptionsOf(options)),
});

/** Options of the use case from those of the question: no files of groups by HTTP. */
export function comparisonOptionsOf(options: CountryComparisonQuestion): ComparisonOptions {
  const { from, to, countries = [] } = options;
  return { ...given(options), from, to, countries };
}

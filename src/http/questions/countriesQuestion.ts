import { z } from 'zod';
import { seriesCountriesSchema } from '../../api/seriesCountries.ts';
import { seriesCountries } from '../../assess/international/seriesCountries.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { defineQuestionWithoutTrade } from '../question.ts';

export const countriesQuestion = defineQuestionWithoutTrade({
  id: 'countries',
  about: {
    ru: 'Страны и союзы, по которым в рабочей области есть годовые ряды: что может сравнить compare',
    en: 'Countries and unions with yearly series in the workspace: what compare can be asked',
  },
  options: z.strictObject({}),
  answer: seriesCountriesSchema,
  run: async (_options, { series }) => {
    try {
      return seriesCountries(await series());
    } catch (error) {
      // That there are none is an answer: the page says how to load some.
      if (!(error instanceof TrajectaError) || error.code !== 'no-data') throw error;
      const finding = { code: 'no-series', severity: 'info' as const, message: error.text };
      return { data: [], findings: [finding], manifest: { series: [] } };
    }
  },
});

import { z } from 'zod';
import { indicatorSystemsSchema } from '../../api/indicatorSystems.ts';
import { knownSystems } from '../indicatorData.ts';
import { defineQuestion } from '../question.ts';

export const indicatorSystemsQuestion = defineQuestion({
  id: 'indicator-systems',
  about: {
    ru: 'Системы показателей по именам: показатели, ряды, какие из них считаются и какие нужно дать',
    en: 'Systems of indicators by name: indicators, series, which are computed and which must be supplied',
  },
  options: z.strictObject({}),
  answer: indicatorSystemsSchema,
  run: async (_workspace, _options, { indicators }) => {
    const { values, files } = indicators.supplied;
    return {
      data: knownSystems(indicators).map((system) => ({
        id: system.id,
        name: system.name,
        source: typeof system.source === 'string' ? { ru: system.source, en: system.source } : system.source,
        series: system.series.map((one) => ({
          id: one.id,
          name: one.name,
          of: one.of,
          unit: one.unit,
          computed: one.computed !== undefined,
          supplied: values.filter((value) => value.series === one.id).length,
        })),
        indicators: system.indicators.map(({ id, name, formula, moves, unit }) => ({
          id,
          name,
          formula,
          moves,
          unit,
        })),
      })),
      findings: [],
      manifest: { command: 'indicator-systems' as const, files: files.map((one) => ({ ...one })) },
    };
  },
});

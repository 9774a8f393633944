import { seriesTemplateOptionsSchema, seriesTemplateSchema } from '../../api/indicatorSystems.ts';
import { findTerritory } from '../../assess/findTerritory.ts';
import { systemNamed } from '../indicatorData.ts';
import { defineQuestion } from '../question.ts';

export const seriesTemplateQuestion = defineQuestion({
  id: 'series-template',
  about: {
    ru: 'Таблица рядов для заполнения: регион, год, ряд, единица; значение пустое',
    en: 'The table of series to fill in: region, year, series, unit; the value is empty',
  },
  options: seriesTemplateOptionsSchema,
  answer: seriesTemplateSchema,
  run: async (workspace, options, { indicators }) => {
    const system = systemNamed(indicators, options.system);
    const { country, territories } = workspace.territories;
    const regions =
      options.region === undefined
        ? territories.filter((one) => one.kind === 'region' && one.to === undefined).map((one) => one.id)
        : [findTerritory(workspace.territories, options.region).id];
    return {
      data: system.series
        .filter((one) => one.computed === undefined)
        .flatMap((one) =>
          (one.of === 'region' ? regions : [one.of === 'country' ? country : 'world']).flatMap((region) =>
            [options.year - 1, options.year].map((year) => ({
              region,
              year,
              series: one.id,
              value: null,
              unit: one.unit,
              name: one.name,
            })),
          ),
        ),
      findings: [],
      manifest: { command: 'series-template' as const, system: system.id },
    };
  },
});

import type { MeasureDefinition } from '../measureDefinition.ts';
import { priceTable } from '../priceTable.ts';

export const valueIndexMeasure: MeasureDefinition = {
  id: 'value-index',
  family: 'prices',
  name: { ru: 'Индекс стоимости', en: 'Value index' },
  meaning: {
    ru: 'во сколько раз изменилась стоимость общих строк',
    en: 'how the value of the matched lines changed',
  },
  variant: {
    ru: 'одни и те же строки в обоих периодах; с chained — цепью через все периоды; с outliers — без строк, чьё отношение далеко от медианы',
    en: 'the same lines in both periods; with chained, through all periods between; with outliers, without lines whose ratio is far from the median',
  },
  formula: 'Σ u₁q₁ / Σ u₀q₀',
  tex: String.raw`\frac{\sum u_1 q_1}{\sum u_0 q_0}`,
  by: 'region × term',
  needs: ['region', 'product', 'period', 'quantity'],
  requires: [],
  unit: { ru: 'начало = 1', en: 'beginning = 1' },
  range: '0 … ∞',
  edges: {
    ru: 'ни одной строки с количеством в обоих периодах — no-match; coverage — какую часть поздней стоимости держат общие строки',
    en: 'no-match without a line with quantity in both periods; coverage is what part of the later value the matched lines hold',
  },
  source: 'IMF, Export and Import Price Index Manual',
  agrees: [],
  options: ['from', 'to', 'chained', 'outliers', 'flow'],
  compute: (context) => priceTable(context, ['value']),
};

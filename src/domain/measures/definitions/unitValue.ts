import type { MeasureDefinition } from '../measureDefinition.ts';
import { unitValueRows } from '../unitValueRows.ts';

export const unitValueMeasure: MeasureDefinition = {
  id: 'unit-value',
  family: 'prices',
  name: { ru: 'Единичная стоимость', en: 'Unit value' },
  meaning: { ru: 'стоимость единицы количества', en: 'value of a unit of quantity' },
  variant: {
    ru: 'сумма стоимости на сумму количества; с outliers — без строк, далёких от медианы',
    en: 'sum of values over sum of quantities; with outliers, without rows far from the median',
  },
  formula: 'Σ value / Σ quantity',
  tex: String.raw`\frac{\sum v}{\sum q}`,
  by: 'region × product',
  needs: ['region', 'product', 'quantity'],
  requires: [],
  unit: { ru: 'value за единицу quantity', en: 'value for a unit of quantity' },
  range: '0 … ∞',
  edges: {
    ru: 'количество не известно — no-match; даются только торгуемые пары',
    en: 'no-match where no quantity is known; only pairs that are traded are given',
  },
  source: '–',
  agrees: [],
  options: ['outliers', 'flow', 'period'],
  compute: (context) => unitValueRows(context, 'own'),
};

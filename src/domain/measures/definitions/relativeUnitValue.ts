import type { MeasureDefinition } from '../measureDefinition.ts';
import { noUnit } from '../measureTexts.ts';
import { unitValueRows } from '../unitValueRows.ts';

export const relativeUnitValueMeasure: MeasureDefinition = {
  id: 'relative-unit-value',
  family: 'prices',
  name: { ru: 'Относительная единичная стоимость', en: 'Relative unit value' },
  meaning: {
    ru: 'во сколько раз единица товара региона дороже, чем у эталона',
    en: "how many times dearer a unit of the region's product is than the reference's",
  },
  variant: {
    ru: 'слабый показатель качества: цена меняется и с составом; база — все, все без региона или регион таблицы',
    en: 'a poor sign of quality: it moves with the mix too; the reference is all, all less the region, or a region of the table',
  },
  formula: 'UV_r / UV_W',
  tex: String.raw`\frac{UV_{rp}}{UV_{Wp}}`,
  by: 'region × product',
  needs: ['region', 'product', 'quantity'],
  requires: [],
  unit: noUnit,
  range: '0 … ∞',
  edges: {
    ru: 'нет количества у региона или базы — no-match',
    en: 'no-match without quantity in the region or the reference',
  },
  source: 'International Trade Centre, Trade Performance Index',
  agrees: [],
  options: ['outliers', 'reference', 'flow', 'period'],
  compute: (context) => unitValueRows(context, 'relative'),
};

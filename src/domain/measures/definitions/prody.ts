import { characteristicOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { productMean } from '../productMean.ts';

export const prodyMeasure: MeasureDefinition = {
  id: 'prody',
  family: 'complexity',
  name: { ru: 'Уровень дохода товара (PRODY)', en: 'Income level of a product (PRODY)' },
  meaning: {
    ru: 'средний доход регионов, вывозящих товар, взвешенный долями товара в их вывозе',
    en: 'mean income of the regions that export it, weighted by its shares in their exports',
  },
  variant: { ru: 'Хаусман, Хван, Родрик; без порога', en: 'Hausmann, Hwang, Rodrik; without a threshold' },
  formula: 'Σ_r (x_rp / X_r) Y_r / Σ_r (x_rp / X_r)',
  tex: String.raw`PRODY_p = \frac{\sum_r (x_{rp} / X_r) Y_r}{\sum_r x_{rp} / X_r}`,
  by: 'product',
  needs: ['region', 'product'],
  requires: ['characteristic'],
  unit: { ru: 'как у характеристики', en: 'as the characteristic' },
  range: 'within the characteristic',
  edges: {
    ru: 'не определён без региона с известным доходом (no-data)',
    en: 'undefined without a region of known income (no-data)',
  },
  source: 'Hausmann, Hwang, Rodrik 2007',
  agrees: [{ software: 'R economiccomplexity', under: '', digits: null }],
  options: ['characteristic', 'flow', 'period'],
  compute: (context) =>
    tableOf(
      'product',
      context.matrix.products,
      productMean(context.matrix, characteristicOf(context), (share) => share),
    ),
};

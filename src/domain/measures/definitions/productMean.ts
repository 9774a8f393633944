import type { MeasureDefinition } from '../measureDefinition.ts';
import { ofPresentMean, presentMean } from '../presentMean.ts';

export const productMeanMeasure: MeasureDefinition = {
  ...ofPresentMean,
  id: 'product-mean',
  name: { ru: 'Среднее характеристики по товару', en: 'Product mean of a characteristic' },
  meaning: {
    ru: 'средняя характеристика регионов, у которых товар присутствует',
    en: 'mean characteristic of the regions in which the product is present',
  },
  variant: {
    ru: 'веса — присутствие; с долями в весах это PGI и PEII',
    en: 'weights are presence; with shares in the weights these are PGI and PEII',
  },
  formula: 'Σ_r M(r,p) Y_r / Σ_r M(r,p)',
  tex: String.raw`\frac{\sum_r M_{rp} Y_r}{\sum_r M_{rp}}`,
  source: '–',
  agrees: [],
  compute: (context) => presentMean(context, 'presence'),
};

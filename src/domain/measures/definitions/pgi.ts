import type { MeasureDefinition } from '../measureDefinition.ts';
import { ofShareWeightedMean } from '../presentMean.ts';

export const pgiMeasure: MeasureDefinition = {
  ...ofShareWeightedMean,
  id: 'pgi',
  name: { ru: 'Индекс Джини товара (PGI)', en: 'Product Gini index (PGI)' },
  meaning: {
    ru: 'какое неравенство доходов сопутствует товару; characteristic — коэффициенты Джини регионов',
    en: 'what inequality of incomes goes with a product; characteristic holds the Gini coefficients of the regions',
  },
  source: 'Hartmann and others 2017',
  agrees: [{ software: 'Datawheel pmi', under: '', digits: null }],
};

import type { MeasureDefinition } from '../measureDefinition.ts';
import { ofShareWeightedMean } from '../presentMean.ts';

export const peiiMeasure: MeasureDefinition = {
  ...ofShareWeightedMean,
  id: 'peii',
  name: { ru: 'Индекс выбросоёмкости товара (PEII)', en: 'Product emission intensity index (PEII)' },
  meaning: {
    ru: 'какие выбросы сопутствуют товару; characteristic — выбросы на доллар ВВП регионов',
    en: 'what emissions go with a product; characteristic holds the emissions per dollar of GDP of the regions',
  },
  source: 'Romero, Gramkow 2021',
  agrees: [{ software: 'Datawheel pmi', under: '', digits: null }],
};

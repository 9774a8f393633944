import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { presenceEdges, presenceOptions } from '../measureTexts.ts';
import { diversityOf } from '../presence.ts';

export const diversityMeasure: MeasureDefinition = {
  id: 'diversity',
  family: 'complexity',
  name: { ru: 'Разнообразие', en: 'Diversity' },
  meaning: {
    ru: 'число товаров, присутствующих у региона',
    en: 'number of products that are present in the region',
  },
  variant: { ru: 'счёт', en: 'count' },
  formula: 'd_r = Σ_p M(r,p)',
  tex: String.raw`d_r = \sum_p M_{rp}`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'товары', en: 'products' },
  range: '0 … P',
  edges: presenceEdges,
  source: 'Hidalgo, Hausmann 2009',
  agrees: [
    { software: 'R economiccomplexity (world of 2017, published)', under: '', digits: 15 },
    { software: 'py-ecomplexity', under: '', digits: null },
  ],
  options: presenceOptions,
  compute: (context) =>
    tableOf(
      'region',
      context.matrix.regions,
      Array.from(diversityOf(context.presence()), (value) => ({ value })),
    ),
};

import type { MeasureDefinition } from '../measureDefinition.ts';
import { spaceTable } from '../measureTables.ts';
import { noUnit, spaceEdges, spaceOptions } from '../measureTexts.ts';

export const densityMeasure: MeasureDefinition = {
  id: 'density',
  family: 'complexity',
  name: { ru: 'Плотность', en: 'Density' },
  meaning: {
    ru: 'какая доля близких к товару товаров уже есть у региона',
    en: 'what share of the products near to it the region already has',
  },
  variant: {
    ru: 'взвешена близостью и делена на её сумму; все товары или k ближайших (neighbours)',
    en: 'weighted by proximity and divided by its sum; all products or the k nearest (neighbours)',
  },
  formula: 'w(r,q) = Σ_p M(r,p) φ(p,q) / Σ_p φ(p,q)',
  tex: String.raw`\omega_{rq} = \frac{\sum_p M_{rp} \varphi_{pq}}{\sum_p \varphi_{pq}}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: spaceEdges,
  source: 'Hidalgo and others 2007; Atlas of Economic Complexity',
  agrees: [
    { software: 'py-ecomplexity', under: '', digits: null },
    { software: 'R economiccomplexity', under: '', digits: null },
    { software: 'Stata ecomplexity', under: '--convention stata', digits: null },
    { software: 'Datawheel (relatedness)', under: '--diagonal 0', digits: null },
  ],
  options: spaceOptions,
  compute: (context) => spaceTable(context, (cell) => context.productSpace().density[cell] as number, false),
};

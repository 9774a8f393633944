import type { MeasureDefinition } from '../measureDefinition.ts';
import { spaceTable } from '../measureTables.ts';
import { noUnit, spaceEdges, spaceOptions } from '../measureTexts.ts';

export const distanceMeasure: MeasureDefinition = {
  id: 'distance',
  family: 'complexity',
  name: { ru: 'Расстояние', en: 'Distance' },
  meaning: {
    ru: 'какой доли близких к товару товаров у региона нет',
    en: 'what share of the products near to it the region lacks',
  },
  variant: {
    ru: 'взвешена близостью и делена на её сумму; все товары или k ближайших (neighbours)',
    en: 'weighted by proximity and divided by its sum; all products or the k nearest (neighbours)',
  },
  formula: '1 − w(r,q)',
  tex: String.raw`d_{rq} = 1 - \omega_{rq}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: spaceEdges,
  source: 'Atlas of Economic Complexity',
  agrees: [{ software: 'R economiccomplexity', under: '', digits: null }],
  options: spaceOptions,
  compute: (context) =>
    spaceTable(context, (cell) => 1 - (context.productSpace().density[cell] as number), false),
};

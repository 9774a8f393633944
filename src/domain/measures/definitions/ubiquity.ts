import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { presenceEdges, presenceOptions } from '../measureTexts.ts';
import { ubiquityOf } from '../presence.ts';

export const ubiquityMeasure: MeasureDefinition = {
  id: 'ubiquity',
  family: 'complexity',
  name: { ru: 'Распространённость', en: 'Ubiquity' },
  meaning: {
    ru: 'число регионов, у которых товар присутствует',
    en: 'number of regions in which the product is present',
  },
  variant: { ru: 'счёт', en: 'count' },
  formula: 'u_p = Σ_r M(r,p)',
  tex: String.raw`u_p = \sum_r M_{rp}`,
  by: 'product',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'регионы', en: 'regions' },
  range: '0 … R',
  edges: presenceEdges,
  source: 'Hidalgo, Hausmann 2009',
  agrees: [
    { software: 'R economiccomplexity (world of 2017, published)', under: '', digits: 15 },
    { software: 'py-ecomplexity', under: '', digits: null },
  ],
  options: presenceOptions,
  compute: (context) =>
    tableOf(
      'product',
      context.matrix.products,
      Array.from(ubiquityOf(context.presence()), (value) => ({ value })),
    ),
};

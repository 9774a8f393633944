import type { MeasureDefinition } from '../measureDefinition.ts';
import { keptTable } from '../measureTables.ts';
import { complexityEdges, noUnit, spaceOptions } from '../measureTexts.ts';

export const outlookIndexMeasure: MeasureDefinition = {
  id: 'outlook-index',
  family: 'complexity',
  name: { ru: 'Индекс перспектив', en: 'Complexity outlook index' },
  meaning: {
    ru: 'сколько сложных товаров лежит близко к тому, что у региона есть',
    en: 'how many complex products lie near to what the region has',
  },
  variant: {
    ru: 'веса — PCI; по convention py-ecomplexity и stata — собственный вектор до вычитания среднего, итог стандартизован',
    en: 'weights are PCI; under the conventions py-ecomplexity and stata the eigenvector before its mean is taken off, and the result standardised',
  },
  formula: 'Σ_q w(r,q) (1 − M(r,q)) PCI_q',
  tex: String.raw`COI_r = \sum_q \omega_{rq} (1 - M_{rq}) PCI_q`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−∞ … ∞',
  edges: complexityEdges,
  source: 'Atlas of Economic Complexity',
  agrees: [
    { software: 'the Atlas book', under: '', digits: null },
    { software: 'R economiccomplexity', under: '--convention economiccomplexity-r', digits: null },
    { software: 'py-ecomplexity', under: '--convention py-ecomplexity', digits: null },
    { software: 'Stata ecomplexity', under: '--convention stata', digits: null },
  ],
  options: spaceOptions,
  compute: (context) => {
    const values = context.productSpace().outlookIndex ?? new Float64Array(0);
    const { keptRegions, reason } = context.complexity();
    const { outlookStandardised, deviation } = context.convention;
    if (reason !== null || !outlookStandardised)
      return keptTable('region', context.matrix.regions, values, keptRegions, reason);
    const own = Array.from(keptRegions, (r) => values[r] as number);
    const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
    const rows = own.length * context.complexity().keptProducts.length;
    const squares = own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length;
    const scale = Math.sqrt(deviation === 'long-table' ? (squares * rows) / (rows - 1) : squares);
    const scaled = values.map((x) => (scale === 0 ? 0 : (x - mean) / scale));
    return keptTable(
      'region',
      context.matrix.regions,
      scaled,
      keptRegions,
      scale === 0 ? 'no-variation' : null,
    );
  },
};

import { shareWeightedComplexity } from '../externalComplexity.ts';
import { pciOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';

export const shareWeightedEciMeasure: MeasureDefinition = {
  id: 'share-weighted-eci',
  family: 'complexity',
  name: { ru: 'Сложность вывоза по внешнему PCI', en: 'Complexity of exports by an external PCI' },
  meaning: {
    ru: 'PCI мира, взвешенный долями товаров в вывозе региона',
    en: "the world's PCI weighted by the products' shares in the region's exports",
  },
  variant: {
    ru: 'по всем товарам с PCI, без порога',
    en: 'over all products with a PCI, without a threshold',
  },
  formula: 'Σ_p x_rp PCI_p / Σ_p x_rp',
  tex: String.raw`\frac{\sum_p x_{rp} PCI_p}{\sum_p x_{rp}}`,
  by: 'region',
  needs: ['region', 'product'],
  requires: ['pci'],
  unit: { ru: 'как у PCI', en: 'as PCI' },
  range: 'within PCI',
  edges: {
    ru: 'регион ничего не вывозит — no-region-value; ни у одного товара нет PCI — no-match',
    en: 'no-region-value where the region exports nothing; no-match where no product has a PCI',
  },
  source: '–',
  agrees: [],
  options: ['pci', 'flow', 'period'],
  compute: (context) =>
    tableOf('region', context.matrix.regions, shareWeightedComplexity(context.matrix, pciOf(context))),
};

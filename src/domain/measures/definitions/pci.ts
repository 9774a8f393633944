import type { MeasureDefinition } from '../measureDefinition.ts';
import { keptTable } from '../measureTables.ts';
import { complexityAgreement, complexityEdges, deviations, presenceOptions } from '../measureTexts.ts';

export const pciMeasure: MeasureDefinition = {
  id: 'pci',
  family: 'complexity',
  name: { ru: 'Индекс сложности товара', en: 'Product complexity index' },
  meaning: {
    ru: 'насколько сложны регионы, у которых товар присутствует',
    en: 'how complex the regions are in which the product is present',
  },
  variant: {
    ru: 'собственный вектор или отражения, масштаб и знак — по convention',
    en: 'eigenvector or reflections, scale and sign by convention',
  },
  formula: 'U⁻¹ Mᵀ ECI, on the scale of ECI (atlas) or to mean 0, deviation 1',
  tex: String.raw`PCI = \frac{q - \bar{k}}{\sigma_k}, \quad q = \lambda_2^{-1} U^{-1} M^{T} k`,
  by: 'product',
  needs: ['region', 'product'],
  requires: [],
  unit: deviations,
  range: '−∞ … ∞',
  edges: complexityEdges,
  source: 'Hidalgo, Hausmann 2009; Atlas of Economic Complexity',
  agrees: complexityAgreement,
  options: presenceOptions,
  compute: (context) => {
    const { pci, keptProducts, reason } = context.complexity();
    return keptTable('product', context.matrix.products, pci, keptProducts, reason);
  },
};

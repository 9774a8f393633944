import type { MeasureDefinition } from '../measureDefinition.ts';
import { keptTable } from '../measureTables.ts';
import { complexityAgreement, complexityEdges, deviations, presenceOptions } from '../measureTexts.ts';

export const eciMeasure: MeasureDefinition = {
  id: 'eci',
  family: 'complexity',
  name: { ru: 'Индекс экономической сложности', en: 'Economic complexity index' },
  meaning: {
    ru: 'насколько сложны товары, присутствующие у региона: среднее PCI',
    en: 'how complex the products are that are present in the region: their mean PCI',
  },
  variant: {
    ru: 'собственный вектор или отражения, масштаб и знак — по convention',
    en: 'eigenvector or reflections, scale and sign by convention',
  },
  formula: 'second right eigenvector of D⁻¹ M U⁻¹ Mᵀ, mean 0, deviation 1',
  tex: String.raw`ECI = \frac{k - \bar{k}}{\sigma_k}, \quad k = \text{second right eigenvector of } D^{-1} M U^{-1} M^{T}`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: deviations,
  range: '−∞ … ∞',
  edges: complexityEdges,
  source: 'Hidalgo, Hausmann 2009; Atlas of Economic Complexity',
  agrees: complexityAgreement,
  options: presenceOptions,
  compute: (context) => {
    const { eci, keptRegions, reason } = context.complexity();
    return keptTable('region', context.matrix.regions, eci, keptRegions, reason);
  },
};

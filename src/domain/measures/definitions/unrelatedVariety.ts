import { variety } from '../entropy.ts';
import { groupsOfProducts } from '../groupsOf.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';

export const unrelatedVarietyMeasure: MeasureDefinition = {
  id: 'unrelated-variety',
  family: 'concentration',
  name: { ru: 'Несвязанное разнообразие', en: 'Unrelated variety' },
  meaning: { ru: 'энтропия между группами товаров', en: 'entropy between groups of products' },
  variant: {
    ru: 'группы — таблицей groups или первыми знаками кодов',
    en: 'groups by the table groups, or by the first digits of codes',
  },
  formula: '−Σ_g S_g ln S_g',
  tex: String.raw`-\sum_g S_g \ln S_g`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'наты', en: 'nats' },
  range: '0 … ln g',
  edges: nothingTraded,
  source: 'Frenken, Van Oort, Verburg 2007',
  agrees: [],
  options: ['groups', 'groupDigits', 'flow', 'period'],
  compute: (context) =>
    lineTable(
      context,
      (values, matrix) => variety(values, groupsOfProducts(context, matrix.products)).unrelated,
    ),
};

import { variety } from '../entropy.ts';
import { groupsOfProducts } from '../groupsOf.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';

export const relatedVarietyMeasure: MeasureDefinition = {
  id: 'related-variety',
  family: 'concentration',
  name: { ru: 'Связанное разнообразие', en: 'Related variety' },
  meaning: { ru: 'средняя энтропия внутри групп товаров', en: 'mean entropy within groups of products' },
  variant: {
    ru: 'группы — таблицей groups или первыми знаками кодов',
    en: 'groups by the table groups, or by the first digits of codes',
  },
  formula: 'Σ_g S_g H_g',
  tex: String.raw`\sum_g S_g H_g, \quad H_g = -\sum_{k \in g} \frac{s_k}{S_g} \ln \frac{s_k}{S_g}`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'наты', en: 'nats' },
  range: '0 … ln n',
  edges: nothingTraded,
  source: 'Frenken, Van Oort, Verburg 2007',
  agrees: [],
  options: ['groups', 'groupDigits', 'flow', 'period'],
  compute: (context) =>
    lineTable(
      context,
      (values, matrix) => variety(values, groupsOfProducts(context, matrix.products)).related,
    ),
};

import { groupsOfProducts } from '../groupsOf.ts';
import { groupTheil } from '../groupTheil.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';

export const theilWithinGroupsMeasure: MeasureDefinition = {
  id: 'theil-within-groups',
  family: 'concentration',
  name: { ru: 'Индекс Тейла внутри групп', en: 'Theil index within groups' },
  meaning: { ru: 'сосредоточенность внутри групп товаров', en: 'concentration within groups of products' },
  variant: {
    ru: 'группы — таблицей groups или первыми знаками кодов',
    en: 'groups by the table groups, or by the first digits of codes',
  },
  formula: 'Σ_g (n_g/n)(μ_g/μ) T_g',
  tex: String.raw`\sum_g \frac{n_g}{n} \frac{\mu_g}{\mu} T_g`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'наты', en: 'nats' },
  range: '0 … ln n',
  edges: nothingTraded,
  source: 'Theil 1972; Papageorgiou, Spatafora 2012',
  agrees: [
    {
      software: 'IMF diversification toolkit (groups: traditional, new, not traded)',
      under: '--groups FILE',
      digits: null,
    },
  ],
  options: ['groups', 'groupDigits', 'flow', 'period'],
  compute: (context) =>
    lineTable(
      context,
      (values, matrix) => groupTheil(values, groupsOfProducts(context, matrix.products)).within,
    ),
};

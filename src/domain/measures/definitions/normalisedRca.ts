import { normalisedIndex } from '../../trajectoryIndex.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairTable } from '../measureTables.ts';
import { emptyMargins, noUnit } from '../measureTexts.ts';
import { rcaAgainst } from '../rcaAgainst.ts';

export const normalisedRcaMeasure: MeasureDefinition = {
  id: 'normalised-rca',
  family: 'specialisation',
  name: { ru: 'Нормированное преимущество', en: 'Normalised comparative advantage' },
  meaning: {
    ru: 'отклонение вывоза от ожидаемого, в долях всего вывоза; сумма по таблице 0',
    en: 'deviation of exports from what is expected, as a share of all exports; sums to 0 over the table',
  },
  variant: {
    ru: 'Ю, Цай, Лёнг; против всех регионов вместе',
    en: 'Yu, Cai, Leung; against all regions together',
  },
  formula: 'x_rp / X − X_r X_p / X²',
  tex: String.raw`NRCA_{rp} = \frac{x_{rp}}{X} - \frac{X_r X_p}{X^2}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−1/4 … 1/4',
  edges: emptyMargins,
  source: 'Yu, Cai, Leung 2009',
  agrees: [],
  options: ['flow', 'period'],
  compute: (context) => {
    const { matrix } = context;
    const { byRegion, byProduct, total } = context.margins();
    const of = (x: number, r: number, q: number) =>
      normalisedIndex(x, byRegion[r] as number, byProduct[q] as number, total);
    const reasons = rcaAgainst(matrix, { against: 'all', base: null });
    return pairTable(
      matrix,
      reasons,
      (at, r, q) => of(matrix.value[at] as number, r, q),
      (r, q) => of(0, r, q),
    );
  },
};

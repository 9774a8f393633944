import { additiveIndex } from '../../trajectoryIndex.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairTable } from '../measureTables.ts';
import { emptyMargins, noUnit } from '../measureTexts.ts';
import { rcaAgainst } from '../rcaAgainst.ts';

export const additiveRcaMeasure: MeasureDefinition = {
  id: 'additive-rca',
  family: 'specialisation',
  name: { ru: 'Аддитивное преимущество', en: 'Additive comparative advantage' },
  meaning: {
    ru: 'разность долей товара у региона и у всех',
    en: "difference of the product's shares in the region and in all",
  },
  variant: {
    ru: 'Хун, Остерхавен; против всех регионов вместе',
    en: 'Hoen, Oosterhaven; against all regions together',
  },
  formula: 'x_rp / X_r − X_p / X',
  tex: String.raw`ARCA_{rp} = \frac{x_{rp}}{X_r} - \frac{X_p}{X}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−1 … 1',
  edges: emptyMargins,
  source: 'Hoen, Oosterhaven 2006',
  agrees: [],
  options: ['flow', 'period'],
  compute: (context) => {
    const { matrix } = context;
    const { byRegion, byProduct, total } = context.margins();
    const of = (x: number, r: number, q: number) =>
      additiveIndex(x, byRegion[r] as number, byProduct[q] as number, total);
    const reasons = rcaAgainst(matrix, { against: 'all', base: null });
    return pairTable(
      matrix,
      reasons,
      (at, r, q) => of(matrix.value[at] as number, r, q),
      (r, q) => of(0, r, q),
    );
  },
};

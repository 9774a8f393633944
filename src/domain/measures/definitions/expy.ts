import type { Measured } from '../../measured.ts';
import { characteristicOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { expyOf, prodyOf } from '../prody.ts';

export const expyMeasure: MeasureDefinition = {
  id: 'expy',
  family: 'complexity',
  name: { ru: 'Уровень дохода вывоза (EXPY)', en: 'Income level of exports (EXPY)' },
  meaning: { ru: 'средний PRODY вывоза региона', en: "mean PRODY of the region's exports" },
  variant: { ru: 'по товарам с определённым PRODY', en: 'over the products whose PRODY is defined' },
  formula: 'Σ_p (x_rp / X_r) PRODY_p',
  tex: String.raw`EXPY_r = \sum_p \frac{x_{rp}}{X_r} PRODY_p`,
  by: 'region',
  needs: ['region', 'product'],
  requires: ['characteristic'],
  unit: { ru: 'как у характеристики', en: 'as the characteristic' },
  range: 'within the characteristic',
  edges: {
    ru: 'не определён для региона без таких товаров (no-data)',
    en: 'undefined for a region without such products (no-data)',
  },
  source: 'Hausmann, Hwang, Rodrik 2007',
  agrees: [{ software: 'R economiccomplexity', under: '', digits: null }],
  options: ['characteristic', 'flow', 'period'],
  compute: (context) => {
    const { values, defined } = expyOf(context.matrix, prodyOf(context.matrix, characteristicOf(context)));
    return tableOf(
      'region',
      context.matrix.regions,
      Array.from(
        values,
        (value, r): Measured => (defined[r] === 1 ? { value } : { value: null, reason: 'no-data' }),
      ),
    );
  },
};

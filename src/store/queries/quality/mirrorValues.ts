import { valueUsdExpression } from '../../cube.ts';
import { literal } from '../literal.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** Per year, month, partner and six-digit product ('' : secret or shorter codes): `value_usd` of rows with a rate. */
export function mirrorValues(slice: Slice, partners: readonly string[] | null): string {
  const named = (partners ?? []).map(literal).join(', ');
  const wanted = partners === null ? "partner <> ''" : named === '' ? '1 = 0' : `partner IN (${named})`;
  return `SELECT year, month, partner, hs6, status, sum(${valueUsdExpression}) AS value_usd
FROM detail WHERE ${sliceCondition(slice)} AND ${wanted} AND usd_rate IS NOT NULL
GROUP BY year, month, partner, hs6, status ORDER BY year, month, partner, hs6, status`;
}

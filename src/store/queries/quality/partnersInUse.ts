import { valueUsdExpression } from '../../cube.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** Per year and partner (stated ones): `rows`, `value_usd` of rows that have a rate. */
export function partnersInUse(slice: Slice): string {
  return `SELECT year, partner, count(*) AS rows, sum(${valueUsdExpression}) AS value_usd
FROM detail WHERE ${sliceCondition(slice)} AND partner <> '' GROUP BY year, partner ORDER BY year, partner`;
}

import { valueUsdExpression } from '../../cube.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** Per year, line and stated unit: `rows` and `value_usd` of products with a quantity. */
export function unitsInUse(slice: Slice): string {
  return `SELECT year, line, unit, count(*) AS rows, sum(${valueUsdExpression}) AS value_usd
FROM detail WHERE ${sliceCondition(slice)} AND status = 'product' AND unit <> '' AND quantity > 0 GROUP BY year, line, unit ORDER BY year, line, unit`;
}

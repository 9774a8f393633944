import { valueUsdExpression } from '../../cube.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** Per year, month, region and currency: `rows`, `value` (in the currency), `value_usd` (null: no rate for a row of it). */
export function monthlyValues(slice: Slice): string {
  return `SELECT year, month, region, currency, count(*) AS rows, sum(value) AS value,
  CASE WHEN count(usd_rate) = count(*) THEN sum(${valueUsdExpression}) END AS value_usd
FROM detail WHERE ${sliceCondition(slice)} GROUP BY year, month, region, currency ORDER BY year, month, region, currency`;
}

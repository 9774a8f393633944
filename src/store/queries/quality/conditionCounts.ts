import { valueUsdExpression } from '../../cube.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** Conditions on single rows of the detail that the quality report counts. */
export const rowConditions = {
  confidential: "status = 'confidential'",
  unallocated: "status = 'unallocated'",
  short: "status = 'product' AND hs6 = ''",
  regionNotStated: "region = 'not-stated'",
  negative: 'value < 0',
  noRate: 'usd_rate IS NULL',
  weighed: 'net_weight_kg > 0',
  noWeight: "status = 'product' AND (net_weight_kg IS NULL OR net_weight_kg <= 0)",
  kilogramMismatch:
    "unit = 'kg' AND quantity > 0 AND net_weight_kg > 0 AND (quantity > CAST(net_weight_kg AS DECIMAL(22,4)) * 2 OR CAST(quantity AS DECIMAL(22,4)) * 2 < net_weight_kg)",
} as const;
export type RowCondition = keyof typeof rowConditions;

/** Per year: `rows`, `value_usd`, and for each condition `rows_NAME` and `usd_NAME`, in one pass. */
export function conditionCounts(slice: Slice): string {
  const counts = Object.entries(rowConditions).map(
    ([name, condition]) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS rows_${name},
  sum(CASE WHEN ${condition} THEN ${valueUsdExpression} END) AS usd_${name}`,
  );
  return `SELECT year, count(*) AS rows, sum(${valueUsdExpression}) AS value_usd,
  ${counts.join(',\n  ')}
FROM detail WHERE ${sliceCondition(slice)} GROUP BY year ORDER BY year`;
}

import { unitValueBinWidth } from '../../../domain/quality/unitValueOutliers.ts';
import { valueUsdExpression } from '../../cube.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** What a unit value is per: the net weight, or the supplementary quantity (where its unit is another than kg). */
export type Per = 'net_weight_kg' | 'quantity';

/** Which rows have a unit value. */
export function hasUnitValue(per: Per): string {
  return `status = 'product' AND value > 0 AND ${per} > 0${per === 'quantity' ? " AND unit NOT IN ('', 'kg')" : ''}`;
}

export function unitValueExpression(per: Per): string {
  return `CAST(value AS DOUBLE) / CAST(${per} AS DOUBLE)`;
}

/**
 * A histogram of the logarithm of unit values: per year, line, unit and currency `bins`, a text of one entry for each
 * bin of 5 % (floor of ln u / 0.05) in no order, separated by commas: bin, rows, and dollars ('' where a row has no
 * rate), separated by spaces; and over the bins that have dollars `rated_rows`, `rated_usd` and their `rated_amount`.
 * One row for each product: bins of many products as rows of their own would be millions. Per net weight all units go
 * together: `unit` is 'kg'.
 */
export function unitValueBins(slice: Slice, per: Per): string {
  const unit = per === 'quantity' ? 'unit' : "'kg'";
  const binned = `SELECT year, line, ${unit} AS unit, currency, CAST(floor(ln(${unitValueExpression(per)}) / ${unitValueBinWidth}) AS INTEGER) AS bin,
  count(*) AS rows, sum(${valueUsdExpression}) AS value_usd, sum(CAST(${per} AS DECIMAL(38,4))) AS amount
FROM detail WHERE ${sliceCondition(slice)} AND ${hasUnitValue(per)}
GROUP BY year, line, ${per === 'quantity' ? 'unit, ' : ''}currency, bin`;
  return `SELECT year, line, unit, currency,
  string_agg(concat(bin, ' ', rows, ' ', coalesce(CAST(value_usd AS VARCHAR), '')), ',') AS bins,
  sum(CASE WHEN value_usd IS NULL THEN 0 ELSE rows END) AS rated_rows, sum(value_usd) AS rated_usd,
  sum(CASE WHEN value_usd IS NULL THEN 0 ELSE amount END) AS rated_amount
FROM (${binned}) binned GROUP BY year, line, unit, currency ORDER BY year, line, unit, currency`;
}

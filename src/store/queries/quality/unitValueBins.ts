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
 * A histogram of the logarithm of unit values: per year, line, unit and currency the `bin` of 5 % (floor of ln u /
 * 0.05) with `rows`, `value`, `value_usd` and `amount`, as doubles: they are weighed, not added up. Its size depends on how many lines there are, not on how many rows.
 * Per net weight all units go together: `unit` is 'kg'.
 */
export function unitValueBins(slice: Slice, per: Per): string {
  const unit = per === 'quantity' ? 'unit' : "'kg'";
  return `SELECT year, line, ${unit} AS unit, currency, CAST(floor(ln(${unitValueExpression(per)}) / ${unitValueBinWidth}) AS INTEGER) AS bin,
  count(*) AS rows, CAST(sum(value) AS DOUBLE) AS value, CAST(sum(${valueUsdExpression}) AS DOUBLE) AS value_usd, CAST(sum(${per}) AS DOUBLE) AS amount
FROM detail WHERE ${sliceCondition(slice)} AND ${hasUnitValue(per)}
GROUP BY year, line, ${per === 'quantity' ? 'unit, ' : ''}currency, bin ORDER BY year, line, unit, currency, bin`;
}

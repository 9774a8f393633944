import { valueUsdExpression } from '../../cube.ts';
import { type Slice, sliceCondition } from './slice.ts';

/** On what rows must agree to be repetitions of each other. */
export const duplicateKeys = [
  're_export',
  'year',
  'month',
  'region',
  'line',
  'partner',
  'unit',
  'currency',
  'value',
  'net_weight_kg',
  'quantity',
  'contributor',
] as const;

const groups = (
  slice: Slice,
) => `SELECT ${duplicateKeys.join(', ')}, count(*) AS rows, max(${valueUsdExpression}) AS usd
  FROM detail WHERE ${sliceCondition(slice)} AND status = 'product' AND value <> 0 GROUP BY ${duplicateKeys.join(', ')} HAVING count(*) > 1`;

/** Per year: `repeated` rows beyond the first of each group, and their `value_usd`. */
export function duplicateCounts(slice: Slice): string {
  return `SELECT year, sum(rows - 1) AS repeated, sum((rows - 1) * usd) AS value_usd FROM (${groups(slice)}) repeated GROUP BY year ORDER BY year`;
}

/** The groups whose repetition is worth most. */
export function largestDuplicates(slice: Slice, limit: number): string {
  return `SELECT ${duplicateKeys.join(', ')}, rows FROM (${groups(slice)}) repeated
ORDER BY (rows - 1) * abs(CAST(value AS DECIMAL(28,4))) DESC, ${duplicateKeys.join(', ')} LIMIT ${Number(limit)}`;
}

import { type Slice, sliceCondition } from './slice.ts';

/** Rows of the detail that meet a condition, the largest value first. */
export function exampleRows(slice: Slice, condition: string, limit: number): string {
  return `SELECT vintage, file, row_number, year, month, region, line, edition, partner, unit, currency, value, net_weight_kg, quantity
FROM detail WHERE ${sliceCondition(slice)} AND (${condition})
ORDER BY abs(CAST(value AS DECIMAL(20,4))) DESC, vintage, row_number, line LIMIT ${Number(limit)}`;
}

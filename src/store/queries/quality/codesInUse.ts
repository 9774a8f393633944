import { type Slice, sliceCondition } from './slice.ts';

/** Per year, edition and six-digit code of products: `rows`, `value_usd`. Answered from the cube. */
export function codesInUse(slice: Slice): string {
  return `SELECT year, edition, hs6, sum(rows) AS rows, sum(value_usd) AS value_usd
FROM cube_product WHERE ${sliceCondition(slice)} AND status = 'product' AND hs6 <> '' GROUP BY year, edition, hs6 ORDER BY year, edition, hs6`;
}

import { type Slice, sliceCondition } from './slice.ts';

/** Per year, chapter, edition and currency, of products: `rows`, `value` (in the currency). Answered from the cube. */
export function chapterValues(slice: Slice): string {
  return `SELECT year, chapter, edition, currency, sum(rows) AS rows, sum(value) AS value
FROM cube_region_chapter WHERE ${sliceCondition(slice)} AND status = 'product' GROUP BY year, chapter, edition, currency ORDER BY year, chapter, edition, currency`;
}

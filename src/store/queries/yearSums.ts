const keys = 'flow, year, currency';

/**
 * What a workspace holds, per flow, year and currency: `rows`, `value`, `value_usd` (null: no row has a rate),
 * `without_rate` (rows of cells of the cube where one lacks a rate). Answered from the cube.
 */
export function yearSums(): string {
  return `SELECT ${keys}, sum(rows) AS rows, sum(value) AS value, sum(value_usd) AS value_usd,
  sum(rows_without_usd) AS without_rate
FROM cube_region_chapter GROUP BY ${keys} ORDER BY ${keys}`;
}

/** Per flow and year each region that is told of, reserved codes too. Answered from the cube. */
export function regionsByYear(): string {
  return 'SELECT flow, year, region FROM cube_region_chapter GROUP BY flow, year, region ORDER BY flow, year, region';
}

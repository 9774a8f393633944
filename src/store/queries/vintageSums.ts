import type { Flow } from '../cube.ts';
import { literal } from './literal.ts';

/** Of one flow and year, per region, product (six digits, or what the line has) and currency: `rows`, `value`, `value_usd`. */
export function vintageSums(flow: Flow, year: number): string {
  const keys = 'region, hs6, heading, chapter, status, currency';
  return `SELECT ${keys}, sum(rows) AS rows, sum(value) AS value,
  CASE WHEN count(value_usd) = count(*) THEN sum(value_usd) END AS value_usd
FROM cube_region_product WHERE flow = ${literal(flow)} AND year = ${Number(year)} GROUP BY ${keys} ORDER BY ${keys}`;
}

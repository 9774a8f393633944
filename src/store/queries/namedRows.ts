import type { Flow } from '../cube.ts';
import { literal } from './literal.ts';

/** How many rows of a flow say who exported or imported: `named`. */
export function namedRows(flow: Flow, fromYear: number, toYear: number): string {
  return `SELECT count(*) AS named FROM detail
WHERE flow = ${literal(flow)} AND year BETWEEN ${Number(fromYear)} AND ${Number(toYear)} AND contributor <> ''`;
}

import { literal } from './literal.ts';

/**
 * The path of one file as a literal that DuckDB reads: without this, a name such as `data[1].csv` or `a*.csv` would be
 * a pattern, and other files would be read beside it.
 * @example pathLiteral('/in/a*[1].csv') // "'/in/a[*][[]1].csv'"
 */
export function pathLiteral(path: string): string {
  return literal(path.replace(/[*?[]/g, (character) => `[${character}]`));
}

import { literal } from './literal.ts';

/** The column that a code of so many digits stands in. @example codeColumn('3004') // 'heading' */
export function codeColumn(code: string): 'chapter' | 'heading' | 'hs6' | 'line' {
  if (code.length === 2) return 'chapter';
  if (code.length === 4) return 'heading';
  return code.length === 6 ? 'hs6' : 'line';
}

/** Which rows are of a code: national lines also by what they begin with. @example codeCondition('3004') // "heading = '3004'" */
export function codeCondition(code: string): string {
  const column = codeColumn(code);
  return column === 'line'
    ? `hs6 = ${literal(code.slice(0, 6))} AND substr(line, 1, ${code.length}) = ${literal(code)}`
    : `${column} = ${literal(code)}`;
}

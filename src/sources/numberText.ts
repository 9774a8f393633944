import { numberExpression } from './decimalMark.ts';
import type { DecimalMark } from './importPlan.ts';

/** How number texts are to be read. */
export interface NumberText {
  readonly mark: DecimalMark;
  /** DECIMAL type of the result. */
  readonly type: string;
}

/**
 * A text column as a number in SQL. Nearly all numbers are plainly written (digits, at most one mark, the file's): the
 * database's own cast reads them. What it does not read, or would read otherwise than `numberExpression`, goes by that; such texts, and
 * those of negative numbers, are odd: the import keeps them to be shown.
 */
export function plainNumber(
  column: string,
  { mark, type }: NumberText,
): { readonly read: string; readonly isOdd: string } {
  const pointed = mark === '.' ? column : `replace(${column}, ',', '.')`;
  const cast = `TRY_CAST(${pointed} AS ${type})`;
  const other = mark === '.' ? '' : ` OR contains(${column}, '.')`;
  // DuckDB's cast takes 1_000 for a number.
  const isUnplain = `${cast} IS NULL OR contains(${column}, '_')${other}`;
  return {
    read: `CASE WHEN ${column} = '' THEN NULL WHEN ${isUnplain} THEN ${numberExpression(`trim(${column})`, mark, type)} ELSE ${cast} END`,
    isOdd: `${column} <> '' AND trim(${column}) <> '' AND (${isUnplain} OR ${cast} < 0)`,
  };
}

/** DECIMAL type in which a value column is read, so that its unit leaves four exact decimals. @example valueType(1000) // 'DECIMAL(18,7)' */
export function valueType(moneyUnit: number): string {
  const digits = Math.log10(moneyUnit);
  return Number.isInteger(digits) && digits >= 0 && digits <= 6
    ? `DECIMAL(18,${4 + digits})`
    : 'DECIMAL(30,10)';
}

import { numberExpression } from './decimalMark.ts';
import type { DecimalMark } from './importPlan.ts';

/** How number texts are to be read. */
export interface NumberText {
  readonly mark: DecimalMark;
  /** DECIMAL type of the result. */
  readonly type: string;
}

/** How a text column becomes a number in SQL, in two layers, so that nothing is read twice: `read` over the columns of `cast`. */
export interface NumberReading {
  /** Columns to be added to the texts. */
  readonly cast: readonly string[];
  /** The number. */
  readonly read: string;
  /** Is the text to be kept, to be shown? */
  readonly isOdd: string;
}

/**
 * Nearly all numbers are plainly written (digits, at most one mark, the file's): the database's own cast reads them.
 * What it does not read, or would read otherwise than `numberExpression`, goes by that; such texts, and those of
 * negative numbers, are odd: the import keeps them to be shown.
 */
export function plainNumber(column: string, { mark, type }: NumberText): NumberReading {
  const pointed = mark === '.' ? column : `replace(${column}, ',', '.')`;
  const cast = `${column}_cast`;
  // DuckDB's cast takes 1_000 for a number.
  const unplain =
    mark === '.' ? `contains(${column}, '_')` : `contains(${column}, '_') OR contains(${column}, '.')`;
  return {
    cast: [`TRY_CAST(${pointed} AS ${type}) AS ${cast}`, `(${unplain}) AS ${column}_unplain`],
    read: `CASE WHEN ${cast} IS NOT NULL AND NOT ${column}_unplain THEN ${cast} WHEN ${column} = '' THEN NULL ELSE ${numberExpression(`trim(${column})`, mark, type)} END`,
    isOdd: `(${cast} IS NULL OR ${column}_unplain OR ${cast} < 0) AND trim(${column}) <> ''`,
  };
}

/** DECIMAL type in which a value column is read, so that its unit leaves four exact decimals. @example valueType(1000) // 'DECIMAL(18,7)' */
export function valueType(moneyUnit: number): string {
  const digits = Math.log10(moneyUnit);
  return Number.isInteger(digits) && digits >= 0 && digits <= 6
    ? `DECIMAL(18,${4 + digits})`
    : 'DECIMAL(30,10)';
}

import { readFile, stat } from 'node:fs/promises';
import * as workbooks from '@e965/xlsx';
import { causeOf, unreadable } from './unreadable.ts';

export interface Sheet {
  readonly name: string;
  /** Texts of the cells; numbers in full with a decimal point, dates as `YYYY-MM-DD`. */
  readonly rows: readonly (readonly string[])[];
}

const largest = 512 * 1024 * 1024;

/** All sheets of an Excel file (.xlsx, .xls) as texts. */
export async function readWorkbook(path: string): Promise<readonly Sheet[]> {
  const { size } = await stat(path);
  if (size > largest)
    throw unreadable(
      path,
      'книга Excel больше 512 МБ; сохраните её как CSV',
      'the workbook is larger than 512 MB; save it as CSV',
    );
  let book: workbooks.WorkBook;
  try {
    book = workbooks.read(await readFile(path), {
      dense: true,
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (error) {
    throw unreadable(
      path,
      `книга Excel не открывается (${causeOf(error)})`,
      `the workbook cannot be opened (${causeOf(error)})`,
    );
  }
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    const rows =
      sheet === undefined
        ? []
        : workbooks.utils.sheet_to_json<unknown[]>(sheet, {
            header: 1,
            raw: true,
            defval: '',
            blankrows: true,
            UTC: true,
          });
    return { name, rows: rows.map((row) => Array.from(row, cellText)) };
  });
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? numberText(value) : String(value).trim();
}

/**
 * A number in full, never with an exponent. Three decimals are given a fourth, so that the point cannot be taken for
 * a separator of thousands. @example numberText(1.234) // '1.2340'
 */
export function numberText(value: number): string {
  const plain = /e/i.test(String(value))
    ? value.toFixed(Math.abs(value) < 1 ? 12 : 0).replace(/(\.\d*?)0+$/, '$1')
    : String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

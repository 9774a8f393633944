import { writeFile } from 'node:fs/promises';
import { csvLine } from './csvLine.ts';
import type { InputSettings, ReadableTable } from './inputSettings.ts';
import { distinctNames, plainName, searchedRows } from './readHeading.ts';
import { unreadable } from './unreadable.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/** Writes the sheet of a workbook that holds the table as UTF-8 comma-separated text. */
export async function sheetToTable(
  path: string,
  inner: string,
  target: string,
  settings: InputSettings,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<{ table: ReadableTable; sheet: string; sheets: readonly string[]; headingRow: number }> {
  const sheets = await readWorkbook(inner);
  const { sheet, headingRow } = chooseSheet(path, sheets, settings, isHeading);
  const columns = distinctNames((sheet.rows[headingRow - 1] ?? []).map(plainName));
  const body = sheet.rows
    .slice(headingRow)
    .map((row) => csvLine(columns.map((_column, index) => row[index] ?? '')))
    .join('');
  await writeFile(target, `${csvLine(columns)}${body}`);
  return {
    table: { kind: 'delimited', path: target, delimiter: ',', columns, skippedLines: 0 },
    sheet: sheet.name,
    sheets: sheets.map(({ name }) => name),
    headingRow,
  };
}

function chooseSheet(
  path: string,
  sheets: readonly Sheet[],
  settings: InputSettings,
  isHeading: (cells: readonly string[]) => boolean,
): { sheet: Sheet; headingRow: number } {
  const candidates =
    settings.sheet === undefined ? sheets : sheets.filter((sheet) => sheet.name === settings.sheet);
  const rowOf = (sheet: Sheet, test: (row: readonly string[]) => boolean) =>
    settings.headingRow ?? 1 + sheet.rows.slice(0, searchedRows).findIndex((row) => test(row.map(plainName)));
  for (const test of [isHeading, (row: readonly string[]) => row.filter((cell) => cell !== '').length > 1]) {
    for (const sheet of candidates) {
      const headingRow = rowOf(sheet, test);
      if (headingRow > 0 && sheet.rows.length > 0) return { sheet, headingRow };
    }
  }
  const names = sheets.map((sheet) => sheet.name).join(', ');
  throw unreadable(
    path,
    `в книге нет листа с таблицей${settings.sheet === undefined ? '' : ` «${settings.sheet}»`}; листы: ${names}`,
    `the workbook has no sheet with a table${settings.sheet === undefined ? '' : ` "${settings.sheet}"`}; its sheets: ${names}`,
  );
}

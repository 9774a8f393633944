import writeExcel, { type SheetData } from 'write-excel-file/node';
import type { Check } from '../../api/check.ts';
import type { Language } from '../../domain/formatNumber.ts';
import { harmlessText } from '../../domain/harmlessText.ts';
import { checkRows } from './checkRows.ts';
import { checkTables } from './checkTables.ts';
import { checkSummary } from './checkWords.ts';

/** A check as a workbook: summary, one sheet for each table, all findings with their rows, the manifest. */
export async function checkWorkbook(answer: Check, language: Language): Promise<Uint8Array> {
  const cell = (value: unknown) =>
    typeof value === 'number'
      ? { value, type: Number }
      : value === null || value === undefined
        ? null
        : { value: harmlessText(String(value)), type: String };
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true });
  const tables = checkTables(answer, language).map((table, place) => ({
    data: [
      table.columns.map((column) => bold(column.heading)),
      ...table.rows.map((row) => row.map((one) => cell(one.value ?? one.text))),
      [],
      ...table.notes.map((note) => [cell(note)]),
    ] as SheetData,
    columns: table.columns.map((column) => ({ width: column.align === 'left' ? 34 : 16 })),
    sheet: `${place + 2} ${table.title.slice(0, 26)}`,
    stickyRowsCount: 1,
  }));
  const rows = checkRows(answer);
  const names = Object.keys(rows[0] ?? { kind: '' });
  const text = (value: unknown) =>
    typeof value === 'object' && value !== null && language in value
      ? (value as Record<string, unknown>)[language]
      : value;
  const sheets = [
    {
      data: checkSummary(answer, language).map((line) => [cell(line)]) as SheetData,
      columns: [{ width: 100 }],
      sheet: language === 'ru' ? '1 Итог' : '1 Summary',
    },
    ...tables,
    {
      data: [names.map(bold), ...rows.map((row) => names.map((name) => cell(text(row[name]))))] as SheetData,
      columns: names.map((name) => ({ width: name === 'text' ? 80 : 16 })),
      sheet: language === 'ru' ? 'Подробно' : 'In detail',
      stickyRowsCount: 1,
    },
    {
      data: [[{ value: JSON.stringify(answer.manifest, null, 1), type: String, wrap: true }]] as SheetData,
      columns: [{ width: 120 }],
      sheet: 'manifest',
    },
  ];
  return new Uint8Array(await writeExcel(sheets).toBuffer());
}

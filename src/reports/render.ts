import Table from 'cli-table3';
import writeExcel, { type SheetData } from 'write-excel-file/node';
import type { Assessment } from '../api/assessment.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { harmlessCell, harmlessText } from '../domain/harmlessText.ts';
import { flatRow } from './flatRows.ts';
import { type Answer, type Report, reportOf } from './reportOf.ts';
import type { ReportTable } from './reportTable.ts';

export type Format = 'text' | 'json' | 'csv' | 'xlsx';
/** What an answer has beside its rows. */
interface Rendered extends Pick<Assessment, 'findings'> {
  readonly manifest: object;
}

export interface RenderOptions {
  readonly format: Format;
  readonly language: Language;
  /** Text: all regions instead of the first twenty of each segment. */
  readonly all?: boolean;
  /** With the id of each row; workbooks always have them. */
  readonly ids?: boolean;
}

const shortTable = 20;
const widestText = 32;
const empty = {
  ru: 'За этот период вывоза в этом сегменте не было.',
  en: 'There were no exports of this segment in the period.',
};

/** An answer in the form asked for. JSON and CSV hold full precision; text is rounded once, here. */
export async function render(given: Answer, options: RenderOptions): Promise<string | Uint8Array> {
  if (options.format === 'json') {
    // A measure may have a million rows: one line is enough.
    return `${JSON.stringify(given.answer, null, given.kind === 'measure' ? undefined : 2)}\n`;
  }
  const limit = options.format === 'text' && options.all !== true ? shortTable : Number.POSITIVE_INFINITY;
  const ids = options.format === 'xlsx' || options.ids === true;
  const { language } = options;
  const report = reportOf(given, { language, limit, ids });
  if (options.format === 'csv') return rowsToCsv(report.rows ?? given.answer.data, language);
  if (options.format === 'xlsx') return toWorkbook(report.tables, given.answer, language);
  return report.text ?? toText(report, given.answer, language);
}

/** Long texts wrap, so that a table stays within an ordinary window; null: as wide as its content. */
function wrappedWidth(table: ReportTable, place: number): number | null {
  // An id cut in two names nothing.
  if (table.columns[place]?.heading === 'id') return null;
  if (table.columns[place]?.align !== 'left') return null;
  const widest = Math.max(0, ...table.rows.map((row) => row[place]?.text.length ?? 0));
  return widest > widestText ? widestText + 2 : null;
}

function toText(report: Report, answer: Rendered, language: Language): string {
  const pieces = report.tables.map((table) => {
    const drawn = new Table({
      head: table.columns.map((column) => column.heading.replace(/ (?=\S{3,})/g, '\n')),
      colAligns: table.columns.map((column) => column.align),
      style: { head: [], border: [], compact: true },
      colWidths: table.columns.map((_column, place) => wrappedWidth(table, place)),
      wordWrap: true,
    });
    for (const row of table.rows) drawn.push(row.map((cell) => cell.text));
    return [
      `${table.title}${table.subtitle === '' ? '' : ` — ${table.subtitle}`}`,
      table.rows.length === 0 ? empty[language] : drawn.toString(),
      ...table.notes,
      '',
    ].join('\n');
  });
  const findings = answer.findings.map((finding) => {
    const value =
      finding.valueUsd == null
        ? ''
        : ` ${formatNumber(finding.valueUsd / 1e6, 1, language)} ${language === 'ru' ? 'млн долл.' : 'm USD'}`;
    const share = finding.share == null ? '' : ` (${formatNumber(finding.share * 100, 2, language)} %)`;
    const examples =
      finding.examples === undefined || finding.examples.length === 0
        ? ''
        : ` [${finding.examples.join('; ')}]`;
    return `* ${finding.message[language]}${value}${share}${examples}`;
  });
  const lead = report.lead ?? [];
  return [
    ...(lead.length === 0 ? [] : [...lead, '']),
    ...pieces,
    ...ruleLine(answer, language),
    ...idLine(report.example, language),
    language === 'ru' ? 'Оговорки' : 'Caveats',
    ...findings,
    '',
  ].join('\n');
}

/** The rule behind the verdicts in words, from the definitions of the run. */
function ruleLine(answer: Rendered, language: Language): readonly string[] {
  if (!('definitions' in answer.manifest)) return [];
  const definitions = answer.manifest.definitions as Readonly<Record<string, unknown>>;
  const rule = definitions.rule as { name: Record<Language, string> } | undefined;
  if (rule === undefined) return [];
  return [`${language === 'ru' ? 'Вердикт «да»' : 'Verdict "yes"'}: ${rule.name[language]}`, ''];
}

/** How each figure above is explained. */
function idLine(example: string | undefined, language: Language): readonly string[] {
  if (example === undefined) return [];
  return language === 'ru'
    ? [`Откуда любая цифра: trajecta explain ${example} (номера строк — ключ --ids)`, '']
    : [`Where any figure comes from: trajecta explain ${example} (ids of rows: --ids)`, ''];
}

/** Rows as flat CSV: comma and point, or, in Russian, semicolon and decimal comma as Russian Excel expects, with BOM. */
export function rowsToCsv(rows: readonly Readonly<Record<string, unknown>>[], language: Language): string {
  const flat = rows.map((row) => flatRow(row, language));
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const separator = language === 'ru' ? ';' : ',';
  const cell = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return language === 'ru' ? String(value).replace('.', ',') : String(value);
    return quoteCell(harmlessCell(String(value)), separator);
  };
  const lines = [
    names.join(separator),
    ...flat.map((row) => names.map((name) => cell(row[name])).join(separator)),
  ];
  return `${language === 'ru' ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

function quoteCell(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function toWorkbook(
  tables: readonly ReportTable[],
  answer: Pick<Assessment, 'findings'> & { readonly manifest: object },
  language: Language,
): Promise<Uint8Array> {
  const sheets: { data: SheetData; columns: { width: number }[]; sheet: string; stickyRowsCount?: number }[] =
    tables.map((table, place) => {
      const heading = table.columns.map((column) => ({
        value: column.heading,
        fontWeight: 'bold' as const,
        wrap: true,
      }));
      const title = [{ value: `${table.title}. ${table.subtitle}`, fontWeight: 'bold' as const }];
      const rows = table.rows.map((row) =>
        row.map((cell) =>
          typeof cell.value === 'number'
            ? { value: cell.value, type: Number }
            : { value: cell.value === null ? cell.text : harmlessText(cell.value), type: String },
        ),
      );
      const notes = table.notes.map((note) => [{ value: note, type: String }]);
      return {
        data: [title, heading, ...rows, [], ...notes] as SheetData,
        columns: table.columns.map((column) => ({ width: column.align === 'left' ? 34 : 16 })),
        sheet: `${place + 1} ${table.title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 26)}`,
        stickyRowsCount: 2,
      };
    });
  return workbookOf(sheets, answer, language);
}

interface Sheet {
  readonly data: SheetData;
  readonly columns: { width: number }[];
  readonly sheet: string;
  readonly stickyRowsCount?: number;
}

/** Rows of any answer as a workbook: one sheet of rows, the caveats, the manifest. */
export async function rowsToWorkbook(
  rows: readonly Readonly<Record<string, unknown>>[],
  answer: Pick<Assessment, 'findings'> & { readonly manifest: object },
  language: Language,
): Promise<Uint8Array> {
  const flat = rows.map((row) => flatRow(row, language));
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const heading = names.map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = flat.map((row) =>
    names.map((name) => {
      const value = row[name];
      if (typeof value === 'number') return { value, type: Number };
      return value === null || value === undefined
        ? null
        : { value: harmlessText(String(value)), type: String };
    }),
  );
  const sheet = language === 'ru' ? 'Данные' : 'Data';
  const data = [heading, ...cells] as SheetData;
  return workbookOf(
    [{ data, columns: names.map(() => ({ width: 18 })), sheet, stickyRowsCount: 1 }],
    answer,
    language,
  );
}

async function workbookOf(
  tables: readonly Sheet[],
  answer: Pick<Assessment, 'findings'> & { readonly manifest: object },
  language: Language,
): Promise<Uint8Array> {
  const sheets = [...tables];
  const findings = answer.findings.map((finding) => [
    finding.code,
    finding.severity,
    finding.message[language],
    finding.valueUsd ?? null,
    finding.share ?? null,
  ]);
  sheets.push({
    data: [['code', 'severity', 'message', 'valueUsd', 'share'], ...findings].map((row) =>
      row.map((value) => ({ value })),
    ) as SheetData,
    columns: [{ width: 22 }, { width: 12 }, { width: 90 }, { width: 18 }, { width: 12 }],
    sheet: language === 'ru' ? 'Оговорки' : 'Caveats',
  });
  sheets.push({
    data: [[{ value: JSON.stringify(answer.manifest, null, 1), type: String, wrap: true }]] as SheetData,
    columns: [{ width: 120 }],
    sheet: 'manifest',
  });
  return new Uint8Array(await writeExcel(sheets).toBuffer());
}

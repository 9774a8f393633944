import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { csvLine } from './csvLine.ts';
import { dbfToCsv } from './dbf.ts';
import { type ByteInspection, inspectBytes } from './inspectBytes.ts';
import { cyrillicEncoding, decodeFile, decodeMixedFile, utf16Mark } from './textEncoding.ts';
import { unpack } from './unpack.ts';
import { unreadable } from './unreadable.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/** What may be said of a file instead of being detected. */
export interface InputSettings {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  /** File within a zip. */
  readonly member?: string;
  /** Line (of a text) or row (of a sheet) that holds the names of the columns, 1 = first. */
  readonly headingRow?: number;
  /** Largest size of a file taken out of an archive. */
  readonly maximumBytes?: number;
}

/** A file made ready for the reader: UTF-8 delimited text, or Parquet. */
export type ReadableTable =
  | {
      readonly kind: 'delimited';
      readonly path: string;
      readonly delimiter: string;
      readonly columns: readonly string[];
      /** Lines before the heading. */
      readonly skippedLines: number;
    }
  | { readonly kind: 'parquet'; readonly path: string };

export interface Input {
  readonly sha256: string;
  readonly bytes: number;
  readonly table: ReadableTable;
  /** How it was read: container, member, encoding, delimiter, sheet, heading row. Shown, and settable. */
  readonly detected: Readonly<Record<string, string | number>>;
  /** Lines in UTF-8 within a text of another encoding (or the reverse); 0 for nearly all files. */
  readonly mixedLines: number;
}

const sampleBytes = 1 << 20;
const searchedRows = 50;
const delimiters = [',', ';', '\t', '|'];

/**
 * Opens a file of any accepted form and makes it readable in the scratch folder. `isHeading` tells the row that names
 * the columns where rows stand before it; without one that pleases it, the first row that is not empty is taken.
 */
export async function openInput(
  path: string,
  scratch: string,
  settings: InputSettings = {},
  isHeading: (cells: readonly string[]) => boolean = () => false,
): Promise<Input> {
  const unpacked = await unpack(path, scratch, settings);
  const inspection = await inspectBytes(path);
  const archive = {
    ...(unpacked.archive === null ? {} : { archive: unpacked.archive }),
    ...(unpacked.member === null ? {} : { member: unpacked.member }),
  };
  const identity = { sha256: inspection.sha256, bytes: inspection.bytes };
  const inner = unpacked.path;
  if (unpacked.kind === 'parquet') {
    return {
      ...identity,
      table: { kind: 'parquet', path: inner },
      detected: { ...archive, container: 'parquet' },
      mixedLines: 0,
    };
  }
  if (unpacked.kind === 'dbf') {
    const target = join(scratch, 'table.csv');
    const { encoding, columns } = await dbfToCsv(inner, target, settings.encoding);
    const table = { kind: 'delimited' as const, path: target, delimiter: ',', columns, skippedLines: 0 };
    return { ...identity, table, detected: { ...archive, container: 'dbf', encoding }, mixedLines: 0 };
  }
  if (unpacked.kind === 'xlsx' || unpacked.kind === 'xls') {
    const { table, sheet, headingRow } = await sheetToTable(
      path,
      inner,
      join(scratch, 'table.csv'),
      settings,
      isHeading,
    );
    return {
      ...identity,
      table,
      detected: { ...archive, container: unpacked.kind, sheet, headingRow },
      mixedLines: 0,
    };
  }
  const text = await readableText(
    path,
    inner,
    scratch,
    settings,
    inner === path ? inspection : await inspectBytes(inner),
  );
  const heading = await readHeading(path, text.path, settings, isHeading);
  return {
    ...identity,
    table: { kind: 'delimited', path: text.path, ...heading.table },
    detected: {
      ...archive,
      container: 'text',
      encoding: text.encoding,
      delimiter: heading.table.delimiter,
      ...(heading.headingRow === 1 ? {} : { headingRow: heading.headingRow }),
    },
    mixedLines: text.mixedLines,
  };
}

async function readableText(
  path: string,
  inner: string,
  scratch: string,
  settings: InputSettings,
  inspection: ByteInspection,
): Promise<{ path: string; encoding: string; mixedLines: number }> {
  const head = await readHead(inner);
  const marked = utf16Mark(head);
  const encoding = settings.encoding ?? marked;
  if (encoding !== null && !iconv.encodingExists(encoding)) {
    throw unreadable(path, `неизвестная кодировка «${encoding}»`, `unknown encoding "${encoding}"`);
  }
  const wide = encoding !== null && /^utf-?16|^ucs-?2/i.test(encoding);
  if (inspection.nulAt !== null && !wide) {
    throw unreadable(
      path,
      `в нём есть нулевые байты (первый — на месте ${inspection.nulAt + 1}): это не текст или файл повреждён`,
      `it holds NUL bytes (the first is byte ${inspection.nulAt + 1}): it is not a text, or it is damaged`,
    );
  }
  const target = join(scratch, 'utf8.csv');
  if (encoding !== null && !/^utf-?8$/i.test(encoding)) {
    await decodeFile(inner, encoding, target);
    return { path: target, encoding, mixedLines: 0 };
  }
  if (inspection.utf8 && !inspection.loneCarriageReturns)
    return { path: inner, encoding: 'utf8', mixedLines: 0 };
  if (inspection.loneCarriageReturns) {
    const bytes = iconv.decode(await readWhole(inner), inspection.utf8 ? 'utf8' : cyrillicEncoding(head));
    await writeFile(target, bytes.replaceAll('\r', '\n'));
    return { path: target, encoding: inspection.utf8 ? 'utf8' : cyrillicEncoding(head), mixedLines: 0 };
  }
  if (encoding !== null) {
    throw unreadable(
      path,
      'это не UTF-8; не задавайте --encoding или задайте другую',
      'it is not UTF-8; leave out --encoding or give another one',
    );
  }
  const oneByte = cyrillicEncoding(head);
  const counts = await decodeMixedFile(inner, oneByte, target);
  const mostlyUtf8 = counts.utf8Lines > counts.otherLines;
  return {
    path: target,
    encoding: mostlyUtf8 ? 'utf8' : oneByte,
    mixedLines: Math.min(counts.utf8Lines, counts.otherLines),
  };
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readWhole(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

interface Heading {
  readonly table: {
    readonly delimiter: string;
    readonly columns: readonly string[];
    readonly skippedLines: number;
  };
  readonly headingRow: number;
}

async function readHeading(
  path: string,
  readable: string,
  settings: InputSettings,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<Heading> {
  const sample = iconv.decode(await readHead(readable), 'utf8');
  const lines = sample.split(/\r\n|\n/).slice(0, searchedRows);
  // Excel writes its delimiter into a first line of its own.
  const announced = /^"?sep=(.)"?$/i.exec(lines[0] ?? '');
  const delimiterOf = (line: string) => settings.delimiter ?? announced?.[1] ?? detectDelimiter(line);
  const first = announced === null ? 0 : 1;
  const wanted =
    settings.headingRow ??
    1 + firstPlace(lines, first, (line) => isHeading(cellsOf(line, delimiterOf(line)).map(plainName)));
  const line = lines[wanted - 1] ?? '';
  const delimiter = delimiterOf(line);
  const columns = cellsOf(headingText(sample, lines, wanted, delimiter), delimiter).map(plainName);
  if (columns.every((column) => column === '')) {
    throw unreadable(
      path,
      `в строке ${wanted} нет имён столбцов`,
      `line ${wanted} holds no names of columns`,
    );
  }
  return {
    table: { delimiter, columns: distinctNames(columns), skippedLines: wanted - 1 },
    headingRow: wanted,
  };
}

/** The heading row, which may run over several lines within quotes. */
function headingText(sample: string, lines: readonly string[], wanted: number, delimiter: string): string {
  const line = lines[wanted - 1] ?? '';
  if ((line.match(/"/g) ?? []).length % 2 === 0) return line;
  const from = lines.slice(0, wanted - 1).join('\n').length;
  const records = parse(sample.slice(from), {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    to: 1,
  }) as string[][];
  return csvLine(records[0] ?? []).replaceAll(',', delimiter);
}

function firstPlace(lines: readonly string[], from: number, test: (line: string) => boolean): number {
  for (let place = from; place < lines.length; place += 1) if (test(lines[place] ?? '')) return place;
  for (let place = from; place < lines.length; place += 1)
    if ((lines[place] ?? '').trim() !== '') return place;
  return from;
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  try {
    return (parse(line, { delimiter, relax_quotes: true, relax_column_count: true, bom: true })[0] ??
      []) as string[];
  } catch {
    // A line of broken quotes names no columns.
    return [];
  }
}

function detectDelimiter(line: string): string {
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function plainName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** Columns of the same name are told apart by a number. @example distinctNames(['a', 'a']) // ['a', 'a 2'] */
export function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

async function sheetToTable(
  path: string,
  inner: string,
  target: string,
  settings: InputSettings,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<{ table: ReadableTable; sheet: string; headingRow: number }> {
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

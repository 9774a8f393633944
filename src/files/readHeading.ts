import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { csvLine } from './csvLine.ts';
import type { InputSettings } from './inputSettings.ts';
import { unreadable } from './unreadable.ts';

const sampleBytes = 1 << 20;
/** Rows in which a heading is looked for. */
export const searchedRows = 50;
const delimiters = [',', ';', '\t', '|'];

/** The beginning of a file. */
export async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export interface Heading {
  readonly table: {
    readonly delimiter: string;
    readonly columns: readonly string[];
    readonly skippedLines: number;
  };
  readonly headingRow: number;
}

/** Delimiter, columns and place of the heading of a UTF-8 text. */
export async function readHeading(
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

/** A name of a column on one line. */
export function plainName(name: string): string {
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

import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLine } from './csvLine.ts';
import type { ReadableTable } from './inputSettings.ts';
import { readHead } from './readHeading.ts';
import { causeOf, unreadable } from './unreadable.ts';

/** Does the file begin as JSON does? */
export async function looksLikeJson(path: string): Promise<boolean> {
  return /^\uFEFF?\s*[[{]/.test((await readHead(path)).subarray(0, 200).toString('utf8'));
}

/** Writes the rows of a JSON file as delimited text, the columns in the order in which they first come. */
export async function jsonToTable(
  path: string,
  inner: string,
  target: string,
  rowsOf: (json: unknown) => readonly Readonly<Record<string, unknown>>[],
): Promise<ReadableTable> {
  let json: unknown;
  try {
    json = JSON.parse((await readFile(inner, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unreadable(
      path,
      `JSON обрезан или повреждён (${causeOf(error)})`,
      `the JSON is cut short or damaged (${causeOf(error)})`,
    );
  }
  const rows = rowsOf(json);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  function* lines() {
    yield csvLine(columns);
    for (const row of rows) yield csvLine(columns.map((column) => cellText(row[column])));
  }
  await pipeline(Readable.from(lines()), createWriteStream(target));
  return { kind: 'delimited', path: target, delimiter: ',', columns, skippedLines: 0 };
}

/** Numbers are written out: the shortest text of a number may hold an exponent. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && /e/i.test(String(value)))
    return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

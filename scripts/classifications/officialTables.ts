import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as workbooks from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

/** Readers of the official workbooks and files, whose layouts differ; each answers with plain code pairs. */

export type Pair = readonly [from: string, to: string];

const digits = (text: unknown): string => String(text ?? '').replace(/[.\s']/g, '');

/** Code pairs of the sheet whose name holds `sheet`: the first two cells of a row that are codes. */
export function workbookPairs(folder: string, file: string, sheet: RegExp): readonly Pair[] {
  const book = workbooks.read(readFileSync(join(folder, file)));
  const name = book.SheetNames.find((candidate) => sheet.test(candidate));
  const content = name === undefined ? undefined : book.Sheets[name];
  if (content === undefined)
    throw new Error(`${file}: no sheet like ${sheet}; there are ${book.SheetNames.join(', ')}`);
  const rows = workbooks.utils.sheet_to_json<unknown[]>(content, { header: 1, raw: false });
  const pairs: Pair[] = [];
  for (const row of rows) {
    const codes = row.map(digits).filter((text) => /^\d{3,6}$/.test(text));
    if (codes.length >= 2 && codes[0]?.length === 6) pairs.push([codes[0], codes[1] ?? '']);
  }
  if (pairs.length < 1000) throw new Error(`${file} ${name}: only ${pairs.length} code pairs found`);
  return pairs;
}

/** Code pairs of a WITS file (gzip, one link a row: code, text, code, text). */
export function witsPairs(folder: string, file: string): readonly Pair[] {
  const rows = parse(gunzipSync(readFileSync(join(folder, file))), {
    from_line: 2,
    relax_quotes: true,
    relax_column_count: true,
  }) as string[][];
  return rows
    .map((row) => [digits(row[0]).padStart(6, '0'), digits(row[2])] as const)
    .filter(([from, to]) => from.length === 6 && to !== '');
}

/** Leaves (codes without a longer code below them) of a UN Comtrade code list. */
export function codeListLeaves(folder: string, file: string): readonly string[] {
  const list = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8')) as {
    results: { id: string }[];
  };
  const codes = list.results.map((entry) => entry.id).filter((id) => /^\d+$/.test(id));
  const parents = new Set(
    codes.flatMap((code) =>
      Array.from({ length: code.length - 1 }, (_, length) => code.slice(0, length + 1)),
    ),
  );
  return codes.filter((code) => !parents.has(code)).sort();
}

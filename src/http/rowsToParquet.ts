import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatRow } from '../reports/flatRows.ts';
import { openDuckdb } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows as a Parquet file: numbers as DOUBLE, truth values as BOOLEAN, everything else as text; nested parts spread or written as JSON. */
export async function rowsToParquet(rows: readonly Row[], language: 'ru' | 'en'): Promise<Uint8Array> {
  const flat = rows.map((row) => flatRow(row, language));
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const folder = await mkdtemp(join(tmpdir(), 'trajecta-parquet-'));
  const engine = await openDuckdb();
  try {
    const [from, to] = [join(folder, 'rows.csv'), join(folder, 'rows.parquet')];
    const cell = (value: unknown) =>
      value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;
    const lines = [names, ...flat.map((row) => names.map((name) => row[name]))].map((line) =>
      line.map(cell).join(','),
    );
    await writeFile(from, `${lines.join('\n')}\n`);
    const columns = names.map((name) => {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      return `CAST(${quoted} AS ${typeOf(flat.map((row) => row[name]))}) AS ${quoted}`;
    });
    const source = `read_csv(${literal(from)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, strict_mode = true)`;
    await engine.run(
      `COPY (SELECT ${columns.length === 0 ? '1 AS nothing WHERE false' : `${columns.join(', ')} FROM ${source}`}) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    return await readFile(to);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function typeOf(values: readonly unknown[]): 'DOUBLE' | 'BOOLEAN' | 'VARCHAR' {
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.length > 0 && known.every((value) => typeof value === 'number')) return 'DOUBLE';
  return known.length > 0 && known.every((value) => typeof value === 'boolean') ? 'BOOLEAN' : 'VARCHAR';
}

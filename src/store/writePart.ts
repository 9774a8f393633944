import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckdbEngine } from './duckdb.ts';
import type { Part } from './manifest.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { renameWithRetry } from './writeAtomically.ts';

/** Rows of a row group: what a question that needs a part of a file reads at least. */
const rowGroup = 122_880;

/**
 * Writes what a query answers, in its order, as one stored file and tells what was written: rows, bytes, checksum and
 * sums are those of the file as it lies on the disk. Nothing of it exists for readers until the manifest names it.
 * `before` sees what was written before it takes its place, and may throw: then what was there stays.
 */
export async function writePart(
  engine: DuckdbEngine,
  folder: string,
  part: Pick<Part, 'kind' | 'flow' | 'year' | 'path'> & { readonly without?: readonly string[] },
  query: string,
  before: (written: Part) => void = () => undefined,
): Promise<Part> {
  const path = join(folder, part.path);
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  await engine.run(
    `COPY (${query}) TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroup})`,
  );
  const { sha256, bytes } = await checksumOf(draft);
  const holds = part.kind === 'quarantine' ? [] : await holdsOf(engine, draft);
  const rows = part.kind === 'quarantine' ? await rowsOf(engine, draft) : add(holds.map((one) => one.rows));
  const { kind, flow, year, without = [] } = part;
  const written = { kind, flow, year, path: part.path, rows, bytes, sha256, holds, without: [...without] };
  before(written);
  await renameWithRetry(draft, path);
  return written;
}

/** What a stored file holds of each vintage, added up from the file. */
export async function holdsOf(engine: DuckdbEngine, path: string): Promise<Part['holds']> {
  const found = await engine.query(
    `SELECT vintage, currency, count(*) AS rows, CAST(sum(value) AS VARCHAR) AS value,
      CAST(coalesce(sum(net_weight_kg), 0) AS VARCHAR) AS net_weight_kg
     FROM read_parquet(${pathLiteral(path)}, hive_partitioning = false) GROUP BY vintage, currency ORDER BY vintage, currency`,
  );
  const vintages = [...new Set(found.map((row) => String(row.vintage)))];
  return vintages.map((vintage) => {
    const mine = found.filter((row) => row.vintage === vintage);
    return {
      vintage,
      rows: add(mine.map((row) => Number(row.rows))),
      sums: mine.map((row) => ({
        currency: String(row.currency),
        value: String(row.value),
        netWeightKg: String(row.net_weight_kg),
      })),
    };
  });
}

async function rowsOf(engine: DuckdbEngine, path: string): Promise<number> {
  const counted = await engine.query(`SELECT count(*) AS rows FROM read_parquet(${pathLiteral(path)})`);
  return Number(counted[0]?.rows);
}

/** Checksum and size of a file, which is on the disk for good afterwards. */
export async function checksumOf(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of handle.createReadStream({
      autoClose: false,
      start: 0,
      highWaterMark: 1 << 20,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
  }
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cubeQueries } from './cubes.ts';
import type { DuckdbEngine } from './duckdb.ts';
import type { Vintage } from './manifest.ts';
import { literal } from './queries/literal.ts';

type Part = Vintage['parts'][number];

/**
 * Writes the Parquet files of a vintage from table `stored` (columns of the detail) and query `quarantine`. Nothing
 * of it exists for readers until the manifest names it.
 */
export async function saveVintage(
  engine: DuckdbEngine,
  folder: string,
  vintage: string,
  quarantine: string,
  partnerCodes: readonly string[],
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const write = async (kind: Part['kind'], path: string, query: string) => {
    const rows = await writeParquet(engine, join(folder, path), query);
    if (rows > 0) parts.push({ kind, path, rows, bytes: (await stat(join(folder, path))).size });
    else await rm(join(folder, path), { force: true });
  };
  for (const slice of await engine.query('SELECT DISTINCT flow, year FROM stored ORDER BY flow, year')) {
    const { flow, year } = slice;
    await write(
      'detail',
      `detail/flow=${flow}/year=${year}/${vintage}.parquet`,
      `SELECT * FROM stored WHERE flow = ${literal(flow ?? null)} AND year = ${Number(year)} ORDER BY region, line, partner, month, row_number`,
    );
  }
  for (const cube of cubeQueries(partnerCodes)) {
    await write(cube.kind, `cubes/${cube.kind}/${vintage}.parquet`, cube.sql);
  }
  await write('quarantine', `quarantine/${vintage}.parquet`, quarantine);
  return parts;
}

async function writeParquet(engine: DuckdbEngine, path: string, query: string): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  const written = await engine.query(
    `COPY (${query}) TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
  await rename(draft, path);
  return Number(written[0]?.Count ?? 0);
}

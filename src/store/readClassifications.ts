import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import {
  type ClassificationFile,
  type ClassificationSettings,
  readClassificationFile,
} from '../classifications/readClassificationFile.ts';
import { inspectBytes } from '../files/inspectBytes.ts';
import { openDuckdb } from './duckdb.ts';
import { literal } from './queries/literal.ts';

/** What a file of classifications holds; a Parquet file is read by way of a CSV of the same name. */
export async function readClassifications(
  path: string,
  settings: ClassificationSettings,
): Promise<ClassificationFile> {
  if (!(await isParquet(path))) return readClassificationFile(path, settings);
  const scratch = await mkdtemp(join(tmpdir(), 'trajecta-'));
  const engine = await openDuckdb();
  try {
    const table = join(scratch, `${basename(path, extname(path))}.csv`);
    await engine.run(
      `COPY (SELECT * FROM read_parquet(${literal(path)})) TO ${literal(table)} (HEADER true)`,
    );
    const { sha256 } = await inspectBytes(path);
    return { ...(await readClassificationFile(table, settings)), sha256 };
  } finally {
    await engine.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function isParquet(path: string): Promise<boolean> {
  if (!(await stat(path).catch(() => null))?.isFile()) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PAR1';
  } finally {
    await file.close();
  }
}

import { join } from 'node:path';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { DuckdbEngine } from '../duckdb.ts';
import { fileChecksum } from '../integrity/partProblems.ts';
import type { Part } from '../manifest.ts';
import { partPath } from '../partPath.ts';
import { pathLiteral } from '../queries/pathLiteral.ts';
import { writePart } from '../writePart.ts';
import type { Merge } from './plannedMerges.ts';
import { sharedOrder } from './sharedOrder.ts';

/**
 * Writes the rows of several files as one, in the order of questions (region and product before vintage), and proves
 * that it holds what they held: rows and sums of each vintage, and every value of every row. Throws
 * `workspace-damaged` where one of them is not as it was written.
 */
export async function mergeParts(engine: DuckdbEngine, folder: string, merge: Merge): Promise<Part> {
  const { kind, flow, year, without, parts } = merge;
  for (const part of parts) await requireAsWritten(folder, part);
  const files = parts.map((part) => pathLiteral(join(folder, part.path))).join(', ');
  const rows = `read_parquet([${files}], hive_partitioning = false)`;
  const held = parts.flatMap((part) => part.holds).sort((a, b) => (a.vintage < b.vintage ? -1 : 1));
  const vintages = held.map((one) => one.vintage);
  const path = partPath(merge, vintages, without);
  const written = await writePart(
    engine,
    folder,
    { kind, flow, year, path, without },
    `SELECT * FROM ${rows} ORDER BY ${sharedOrder(kind)}`,
  );
  // Vintages of which there are no rows (a cube of partners that nobody states) are held too.
  const empty = held.filter((one) => one.rows === 0);
  const merged: Part = {
    ...written,
    holds: [...written.holds, ...empty].sort((a, b) => (a.vintage < b.vintage ? -1 : 1)),
  };
  const merging = `read_parquet(${pathLiteral(join(folder, path))}, hive_partitioning = false)`;
  const [before, after] = [await contentOf(engine, rows), await contentOf(engine, merging)];
  if (canonicalJson(merged.holds) !== canonicalJson(held) || before !== after)
    throw new Error(`What was put together is not what was there: ${path}`);
  return merged;
}

async function requireAsWritten(folder: string, part: Part): Promise<void> {
  const found = await fileChecksum(join(folder, part.path)).catch(() => null);
  if (found === part.sha256) return;
  throw new TrajectaError('workspace-damaged', {
    ru: `Файл ${part.path} не таков, каким был записан; уплотнение отменено, рабочая область прежняя. Что повреждено и как исправить: trajecta check --only store.`,
    en: `The file ${part.path} is not as it was written; nothing was compacted, the workspace is as it was. What is damaged and how to mend it: trajecta check --only store.`,
  });
}

/** A number that depends on every value of every row and not on their order. */
async function contentOf(engine: DuckdbEngine, relation: string): Promise<string> {
  const found = await engine.query(
    `SELECT concat(count(*), ' ', sum(CAST(hash(stored) AS HUGEINT))) AS content FROM ${relation} stored`,
  );
  return String(found[0]?.content);
}

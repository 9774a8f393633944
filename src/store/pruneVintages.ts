import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TwoLanguages } from '../domain/territory.ts';
import { type DuckdbEngine, openDuckdb } from './duckdb.ts';
import { heldInForce } from './heldInForce.ts';
import { requiredManifest } from './integrity/checkStore.ts';
import { withWriterLock } from './lock.ts';
import { type Part, type Vintage, type WorkspaceManifest, writeManifest } from './manifest.ts';
import { vintagesInForce } from './openWorkspace.ts';
import { partPath } from './partPath.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { writePart } from './writePart.ts';

export interface Pruning {
  readonly vintages: readonly Pick<Vintage, 'id' | 'file' | 'replacedBy'>[];
  /** Files that are no longer named, below the workspace folder. */
  readonly files: readonly string[];
  readonly bytes: number;
}

/**
 * Removes vintages that others have replaced as a whole, and cubes that only earlier states ask for. Earlier states
 * that need them cannot be seen any more; what is in force does not change. The manifest is replaced first and files
 * are removed after it: whatever stops this, the workspace is as before or as after, perhaps with orphans.
 */
export async function pruneVintages(
  folder: string,
  options: { readonly dryRun?: boolean } = {},
  effects: { progress(text: TwoLanguages): void } = { progress: () => undefined },
): Promise<Pruning> {
  if (options.dryRun === true) return plannedPruning(await requiredManifest(folder));
  return withWriterLock(folder, async () => {
    const manifest = await requiredManifest(folder);
    const pruning = plannedPruning(manifest);
    if (pruning.files.length === 0 && pruning.vintages.length === 0) return pruning;
    effects.progress({
      ru: `Убираю загрузок: ${pruning.vintages.length}, файлов: ${pruning.files.length}`,
      en: `Removing ${pruning.vintages.length} vintages, ${pruning.files.length} files`,
    });
    const gone = new Set(pruning.vintages.map((vintage) => vintage.id));
    const dropped = new Set(pruning.files);
    const vintages = manifest.vintages
      .filter((vintage) => !gone.has(vintage.id))
      .map((vintage) => ({
        ...vintage,
        supersedes: vintage.supersedes.filter((slice) => !gone.has(slice.vintage)),
      }));
    const kept = manifest.parts.filter((part) => !dropped.has(part.path));
    const parted = manifest.parts.filter((part) => dropped.has(part.path) && part.holds.length > 1);
    const engine = await openDuckdb();
    const parts: Part[] = [...kept];
    try {
      for (const part of parted) {
        const left = heldAfterwards(part, vintagesInForce(manifest), gone);
        if (left.length > 0) parts.push(await withVintages(engine, folder, part, left));
      }
    } finally {
      await engine.close();
    }
    await writeManifest(folder, { ...manifest, vintages, parts });
    const named = new Set(parts.map((part) => part.path));
    for (const path of pruning.files) if (!named.has(path)) await rm(join(folder, path), { force: true });
    return pruning;
  });
}

function plannedPruning(manifest: WorkspaceManifest): Pruning {
  const vintages = manifest.vintages.filter((vintage) => vintage.replacedBy !== null);
  const gone = new Set(vintages.map((vintage) => vintage.id));
  const inForce = vintagesInForce(manifest);
  const files = manifest.parts.filter(
    (part) => heldAfterwards(part, inForce, gone).length < part.holds.length,
  );
  return {
    vintages: vintages.map(({ id, file, replacedBy }) => ({ id, file, replacedBy })),
    files: files.map((part) => part.path).sort(),
    bytes: files.reduce((sum, part) => sum + part.bytes, 0),
  };
}

/** What of a file stays: vintages that are not gone, and of a cube those that the present state reads from it. */
function heldAfterwards(
  part: Part,
  inForce: readonly Vintage[],
  gone: ReadonlySet<string>,
): readonly string[] {
  const wanted = part.kind.startsWith('cube_')
    ? heldInForce(part, inForce)
    : part.holds.map((held) => held.vintage);
  return wanted.filter((vintage) => !gone.has(vintage));
}

/** A file that holds several vintages, written anew with some of them, in the order that it has. */
async function withVintages(
  engine: DuckdbEngine,
  folder: string,
  part: Part,
  vintages: readonly string[],
): Promise<Part> {
  const { kind, flow, year, without } = part;
  const path = partPath(part, vintages, without);
  const query = `SELECT * FROM read_parquet(${pathLiteral(join(folder, part.path))}, hive_partitioning = false) WHERE vintage IN (${vintages.map(literal).join(', ')})`;
  const written = await writePart(engine, folder, { kind, flow, year, without, path }, query);
  const empty = part.holds.filter((held) => held.rows === 0 && vintages.includes(held.vintage));
  return { ...written, holds: [...written.holds, ...empty] };
}

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';
import type { TwoLanguages } from '../domain/territory.ts';
import { type DuckdbEngine, openDuckdb } from './duckdb.ts';
import { requiredManifest } from './integrity/checkStore.ts';
import { withWriterLock } from './lock.ts';
import { type Part, type Vintage, type WorkspaceManifest, writeManifest } from './manifest.ts';
import { vintagesInForce } from './openWorkspace.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { detailOrder } from './saveVintage.ts';
import { supersededOf } from './supersededSlices.ts';
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
    const parted = manifest.parts.filter(
      (part) =>
        dropped.has(part.path) &&
        part.holds.some((held) => !gone.has(held.vintage)) &&
        part.kind === 'detail',
    );
    const engine = await openDuckdb();
    const parts: Part[] = [...kept];
    try {
      for (const part of parted) parts.push(await withoutVintages(engine, folder, part, gone));
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
    (part) =>
      part.holds.some((held) => gone.has(held.vintage)) ||
      (part.kind.startsWith('cube_') && !isInForce(part, inForce)),
  );
  return {
    vintages: vintages.map(({ id, file, replacedBy }) => ({ id, file, replacedBy })),
    files: files.map((part) => part.path).sort(),
    bytes: files.reduce((sum, part) => sum + part.bytes, 0),
  };
}

/** Does the present state read this cube? It does where the cube leaves out just what is superseded now. */
function isInForce(part: Part, inForce: readonly Vintage[]): boolean {
  return part.holds.some((held) => {
    const left = supersededOf(held.vintage, inForce).filter(
      (slice) => part.flow === null || (slice.flow === part.flow && slice.year === part.year),
    );
    const without = [...new Set(left.map((slice) => slice.by))].sort();
    return (
      inForce.some((vintage) => vintage.id === held.vintage) &&
      without.join(' ') === [...part.without].sort().join(' ')
    );
  });
}

/** A detail file that holds several vintages, written anew without those that go. */
async function withoutVintages(
  engine: DuckdbEngine,
  folder: string,
  part: Part,
  gone: ReadonlySet<string>,
): Promise<Part> {
  const left = part.holds.map((held) => held.vintage).filter((vintage) => !gone.has(vintage));
  const name = createHash('sha256').update(left.join(' ')).digest('hex').slice(0, 12);
  const query = `SELECT * FROM read_parquet(${pathLiteral(join(folder, part.path))}, hive_partitioning = false) WHERE vintage IN (${left.map(literal).join(', ')}) ORDER BY ${detailOrder}`;
  const { kind, flow, year, without } = part;
  return writePart(
    engine,
    folder,
    { kind, flow, year, without, path: join(dirname(part.path), `${name}.parquet`) },
    query,
  );
}

import type { Integrity } from '../../api/check.ts';
import { type DuckdbEngine, openDuckdb } from '../duckdb.ts';
import { withWriterLock } from '../lock.ts';
import { type Part, type WorkspaceManifest, writeManifest } from '../manifest.ts';
import { detailBehind, remadeCube } from '../remadeCube.ts';
import { type CheckEffects, checkStore, requiredManifest } from './checkStore.ts';
import { orphansOf, removeOrphans } from './orphans.ts';

/** Checks a store and removes the files that its manifest does not name. */
export async function cleanStore(folder: string, effects?: CheckEffects): Promise<Integrity> {
  const cleaned = await withWriterLock(folder, async () =>
    removeOrphans(folder, await orphansOf(folder, await requiredManifest(folder))),
  );
  return { ...(await checkStore(folder, effects)), cleaned: [...cleaned] };
}

/**
 * Makes damaged cubes anew from the detail where that is whole, and checks again. Detail that is damaged must come
 * from its source: nothing is guessed.
 */
export async function repairStore(folder: string, effects?: CheckEffects): Promise<Integrity> {
  await withWriterLock(folder, async () => {
    const { problems } = await checkStore(folder);
    const manifest = await requiredManifest(folder);
    const damaged = new Set(problems.map((one) => one.path));
    const engine = await openDuckdb();
    try {
      const parts = await withCubesRemade(engine, folder, manifest, damaged);
      if (parts !== manifest.parts) await writeManifest(folder, { ...manifest, parts: [...parts] });
    } finally {
      await engine.close();
    }
  });
  return checkStore(folder, effects);
}

/** The stored files with damaged cubes made anew, where the detail behind them is whole; the same list where none was. */
export async function withCubesRemade(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  damaged: ReadonlySet<string>,
): Promise<readonly Part[]> {
  let parts: readonly Part[] = manifest.parts;
  for (const cube of manifest.parts) {
    if (!cube.kind.startsWith('cube_') || !damaged.has(cube.path) || cube.flow === null) continue;
    const detail = detailBehind(manifest, cube);
    if (detail.length === 0 || detail.some((part) => damaged.has(part.path))) continue;
    const made = await remadeCube(engine, folder, manifest, cube);
    parts = parts.map((part) => (part.path === cube.path ? made : part));
  }
  return parts;
}

import type { Integrity } from '../../api/check.ts';
import { openDuckdb } from '../duckdb.ts';
import { withWriterLock } from '../lock.ts';
import { type Part, writeManifest } from '../manifest.ts';
import { detailOf, saveCubes } from '../saveVintage.ts';
import { supersededOf } from '../supersededSlices.ts';
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
    const cubes = manifest.parts.filter((part) => part.kind.startsWith('cube_') && damaged.has(part.path));
    const engine = await openDuckdb();
    try {
      let parts: readonly Part[] = manifest.parts;
      for (const cube of cubes) {
        const { flow, year } = cube;
        const vintage = cube.holds[0]?.vintage;
        if (flow === null || year === null || vintage === undefined || cube.holds.length !== 1) continue;
        const detail = detailOf(manifest, vintage, { flow, year });
        if (detail.length === 0 || detail.some((part) => damaged.has(part.path))) continue;
        const left = manifest.vintages.filter((one) => cube.without.includes(one.id));
        const anew = await saveCubes(
          engine,
          folder,
          vintage,
          { flow, year },
          detail,
          supersededOf(vintage, left),
        );
        const paths = new Set(anew.map((part) => part.path));
        parts = [...parts.filter((part) => !paths.has(part.path)), ...anew];
      }
      if (cubes.length > 0) await writeManifest(folder, { ...manifest, parts: [...parts] });
    } finally {
      await engine.close();
    }
  });
  return checkStore(folder, effects);
}

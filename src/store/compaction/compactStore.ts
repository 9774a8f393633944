import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compaction } from '../../api/compaction.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { openDuckdb } from '../duckdb.ts';
import { requiredManifest } from '../integrity/checkStore.ts';
import { withWriterLock } from '../lock.ts';
import { type Part, type WorkspaceManifest, writeManifest } from '../manifest.ts';
import { missingSmallCubes, withSmallCubes } from '../smallCubes.ts';
import { mergeParts } from './mergeParts.ts';
import { type Merge, plannedMerges } from './plannedMerges.ts';

type Data = Compaction['data'];

/**
 * Puts the small files of many imports together: one for each kind, flow and year, in which each row keeps its vintage,
 * file and row number. No state is lost: what is in force, earlier states, and the way from a figure to its rows are as
 * before. Small cubes that an earlier version has not made are made. Each flow and year is done for itself: its new files are written, the manifest names them, the old ones are
 * removed; whatever stops this, the workspace is whole, perhaps with orphans.
 */
export async function compactStore(
  folder: string,
  options: { readonly dryRun?: boolean } = {},
  effects: { progress(text: TwoLanguages): void } = { progress: () => undefined },
): Promise<Compaction> {
  if (options.dryRun === true) {
    const manifest = await requiredManifest(folder);
    const merges = plannedMerges(manifest).map(planned);
    return answerOf(manifest, manifest, merges, missingSmallCubes(manifest).length, true);
  }
  return withWriterLock(folder, async () => {
    const before = await requiredManifest(folder);
    const scratch = join(folder, 'scratch');
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    const engine = await openDuckdb({ temporaryFolder: join(scratch, 'spill') });
    let manifest = before;
    const done: Data['merged'] = [];
    let cubesMade = 0;
    try {
      const merges = plannedMerges(before);
      for (const [place, group] of byFlowAndYear(merges).entries()) {
        const [{ flow, year } = { flow: '', year: 0 }] = group;
        effects.progress({
          ru: `Уплотняю: ${flow} ${year}, файлов ${count(group)} (${place + 1} из ${byFlowAndYear(merges).length})`,
          en: `Compacting ${flow} ${year}, ${count(group)} files (${place + 1} of ${byFlowAndYear(merges).length})`,
        });
        const made: Part[] = [];
        for (const merge of group) {
          const part = await mergeParts(engine, folder, merge);
          made.push(part);
          done.push({ ...planned(merge), path: part.path, bytesAfter: part.bytes });
        }
        const old = new Set(group.flatMap((merge) => merge.parts.map((part) => part.path)));
        manifest = {
          ...manifest,
          parts: [...manifest.parts.filter((part) => !old.has(part.path)), ...made],
        };
        await writeManifest(folder, manifest);
        for (const path of old) await rm(join(folder, path), { force: true });
      }
      cubesMade = missingSmallCubes(manifest).length;
      if (cubesMade > 0) {
        effects.progress({
          ru: `Строю малых кубов: ${cubesMade}`,
          en: `Making ${cubesMade} small cubes`,
        });
        manifest = await withSmallCubes(engine, folder, manifest);
        await writeManifest(folder, manifest);
      }
    } finally {
      await engine.close();
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
    return answerOf(before, manifest, done, cubesMade, false);
  });
}

function byFlowAndYear(merges: readonly Merge[]): readonly (readonly Merge[])[] {
  const groups = new Map<string, Merge[]>();
  for (const merge of merges) {
    const key = `${merge.flow} ${merge.year}`;
    groups.set(key, [...(groups.get(key) ?? []), merge]);
  }
  return [...groups.values()];
}

function planned({ kind, flow, year, parts }: Merge): Data['merged'][number] {
  return {
    kind,
    flow,
    year,
    files: parts.length,
    vintages: new Set(parts.flatMap((part) => part.holds.map((held) => held.vintage))).size,
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    bytesBefore: bytesOf(parts),
    bytesAfter: null,
    path: null,
  };
}

function answerOf(
  before: WorkspaceManifest,
  after: WorkspaceManifest,
  merged: Data['merged'],
  cubesMade: number,
  dryRun: boolean,
): Compaction {
  const gone = merged.reduce((sum, one) => sum + one.files - 1, 0);
  return {
    data: {
      merged,
      cubesMade,
      filesBefore: before.parts.length,
      filesAfter: dryRun ? before.parts.length - gone + cubesMade : after.parts.length,
      bytesBefore: bytesOf(before.parts),
      bytesAfter: dryRun ? null : bytesOf(after.parts),
      dryRun,
    },
    findings: [],
    manifest: { vintages: after.vintages.map((vintage) => vintage.id) },
  };
}

function count(merges: readonly Merge[]): number {
  return merges.reduce((sum, merge) => sum + merge.parts.length, 0);
}

function bytesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.bytes, 0);
}

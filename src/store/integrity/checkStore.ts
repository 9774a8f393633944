import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestSchema } from '../../api/assessment.ts';
import type { Integrity, IntegrityProblem } from '../../api/check.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { isSmallCube } from '../cubes.ts';
import { openDuckdb } from '../duckdb.ts';
import { currentWriter } from '../lock.ts';
import { readManifest, type WorkspaceManifest } from '../manifest.ts';
import { accountProblems } from './accountProblems.ts';
import { cubeProblems } from './cubeProblems.ts';
import { orphansOf } from './orphans.ts';
import { partProblems } from './partProblems.ts';
import { problem } from './problem.ts';

export interface CheckEffects {
  progress(text: TwoLanguages): void;
}

const silent: CheckEffects = { progress: () => undefined };

/**
 * Is the store sound? Every file that the manifest names is there with its checksum and its sums; the detail of each
 * vintage adds up to the accounts of its import, and each cube to the detail. Orphans are listed and do no harm. Reads
 * only; `of` is the manifest to check, absent: the one in force. Throws `workspace-missing` or `workspace-damaged` (the manifest) where there is nothing to check.
 */
export async function checkStore(
  folder: string,
  effects: CheckEffects = silent,
  of: WorkspaceManifest | null = null,
): Promise<Integrity> {
  const manifest = of ?? (await requiredManifest(folder));
  const problems: IntegrityProblem[] = [];
  const engine = await openDuckdb();
  try {
    const damaged = new Set<string>();
    let done = 0;
    for (const part of manifest.parts) {
      const found = await partProblems(engine, folder, manifest, part);
      if (found.length > 0) damaged.add(part.path);
      problems.push(...found);
      done += 1;
      if (done % 100 === 0 || done === manifest.parts.length)
        effects.progress({
          ru: `Проверено файлов: ${done} из ${manifest.parts.length}`,
          en: `${done} files of ${manifest.parts.length} checked`,
        });
    }
    const isWhole = (vintages: readonly string[]) =>
      manifest.parts
        .filter(
          (part) =>
            !part.kind.startsWith('cube_') && part.holds.some((held) => vintages.includes(held.vintage)),
        )
        .every((part) => !damaged.has(part.path));
    for (const vintage of manifest.vintages)
      if (isWhole([vintage.id])) problems.push(...(await accountProblems(engine, folder, manifest, vintage)));
    effects.progress({ ru: 'Складываю кубы заново', en: 'Adding the cubes up anew' });
    const cubes = manifest.parts.filter((part) => part.kind.startsWith('cube_'));
    // Small cubes after those that they follow from: what is wrong is not held against them.
    for (const part of cubes.toSorted((a, b) => Number(isSmallCube(a.kind)) - Number(isSmallCube(b.kind)))) {
      if (damaged.has(part.path) || !isWhole(part.holds.map((held) => held.vintage))) continue;
      const whole = { ...manifest, parts: manifest.parts.filter((one) => !damaged.has(one.path)) };
      const found = await cubeProblems(engine, folder, whole, part);
      if (found.length > 0) damaged.add(part.path);
      problems.push(...found);
    }
  } finally {
    await engine.close();
  }
  problems.push(...(await classificationProblems(folder, manifest)), ...(await runProblems(folder)));
  // While a writer is at work its files are not orphans.
  const orphans = (await currentWriter(folder)) === null ? await orphansOf(folder, manifest) : [];
  return {
    sound: problems.length === 0,
    vintages: manifest.vintages.length,
    parts: manifest.parts.length,
    bytes: manifest.parts.reduce((sum, part) => sum + part.bytes, 0),
    rows: manifest.parts.filter((part) => part.kind === 'detail').reduce((sum, part) => sum + part.rows, 0),
    problems,
    orphans: orphans.map((orphan) => ({ ...orphan })),
    cleaned: [],
  };
}

/** The manifest of a workspace. Throws `workspace-missing` where there is none. */
export async function requiredManifest(folder: string): Promise<WorkspaceManifest> {
  const manifest = await readManifest(folder);
  if (manifest !== null) return manifest;
  throw new TrajectaError('workspace-missing', {
    ru: `В папке ${folder} нет рабочей области (манифеста).`,
    en: `There is no workspace (no manifest) in ${folder}.`,
  });
}

async function classificationProblems(
  folder: string,
  manifest: WorkspaceManifest,
): Promise<readonly IntegrityProblem[]> {
  const problems: IntegrityProblem[] = [];
  for (const { id, path, codes, file } of manifest.classifications) {
    const found = await lstat(join(folder, path)).catch(() => null);
    const lines = found?.isFile() === true ? countLines(await readFile(join(folder, path))) : -1;
    // A heading above the codes; a name may hold a line break of its own.
    if (lines >= codes + 1) continue;
    problems.push(
      problem(
        'classification-changed',
        path,
        null,
        {
          ru: `${path}: классификатор ${id} ${lines < 0 ? 'отсутствует' : 'обрезан'}`,
          en: `${path}: the classification ${id} is ${lines < 0 ? 'missing' : 'cut short'}`,
        },
        {
          ru: `Импортируйте его ещё раз: trajecta classifications import ${file.name}`,
          en: `Import it once more: trajecta classifications import ${file.name}`,
        },
      ),
    );
  }
  return problems;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a) lines += 1;
  return lines;
}

async function runProblems(folder: string): Promise<readonly IntegrityProblem[]> {
  const names = (await readdir(join(folder, 'runs')).catch(() => [] as string[])).filter((name) =>
    name.endsWith('.json'),
  );
  const problems: IntegrityProblem[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, 'runs', name), 'utf8').catch(() => '');
    if (isRun(text)) continue;
    problems.push(
      problem(
        'run-unreadable',
        `runs/${name}`,
        null,
        {
          ru: `runs/${name}: описание расчёта не читается`,
          en: `runs/${name}: the manifest of a run cannot be read`,
        },
        { ru: 'Удалите этот файл и повторите расчёт.', en: 'Delete the file and make the run again.' },
      ),
    );
  }
  return problems;
}

function isRun(text: string): boolean {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

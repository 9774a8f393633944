import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestSchema, type RunManifest } from '../api/assessment.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { writeAtomically } from './writeAtomically.ts';

/** Keeps the manifest of a run in the workspace, so that its figures can be explained by their ids. */
export async function saveRun(folder: string, manifest: RunManifest): Promise<void> {
  await mkdir(join(folder, 'runs'), { recursive: true });
  await writeAtomically(
    join(folder, 'runs', `${manifest.run}.json`),
    `${JSON.stringify(manifest, null, 1)}\n`,
  );
}

/** The manifest of a run kept in the workspace. Throws `run-missing` where there is none. */
export async function readRun(folder: string, run: string): Promise<RunManifest> {
  const text = /^[0-9a-f]{10}$/.test(run)
    ? await readFile(join(folder, 'runs', `${run}.json`), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      })
    : null;
  if (text === null) {
    throw new TrajectaError('run-missing', {
      ru: `Расчёта ${run} в рабочей области ${folder} нет. Номер величины начинается с номера расчёта; он хранится там, где расчёт сделан. Повторите расчёт или дайте файл с результатом (JSON).`,
      en: `The workspace ${folder} has no run ${run}. The id of a figure begins with that of its run, which is kept where the run was made. Make the run again, or give the file of its result (JSON).`,
    });
  }
  return manifestSchema.parse(JSON.parse(text));
}

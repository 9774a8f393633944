import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CountryComparison, countryComparisonSchema } from '../api/countryComparison.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { writeAtomically } from './writeAtomically.ts';

type Manifest = CountryComparison['manifest'];

/** Keeps the manifest of a comparison, so that its figures can be explained by their ids. */
export async function saveComparisonRun(folder: string, manifest: Manifest): Promise<void> {
  await mkdir(join(folder, 'runs'), { recursive: true });
  await writeAtomically(
    join(folder, 'runs', `${manifest.run}.json`),
    `${JSON.stringify(manifest, null, 1)}\n`,
  );
}

/** The manifest of a comparison. Throws `run-missing` where there is none. */
export async function readComparisonRun(folder: string, run: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'runs', `${run}.json`), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  if (text === null) {
    throw new TrajectaError('run-missing', {
      ru: `Сравнения ${run} в рабочей области ${folder} нет. Повторите его: trajecta compare.`,
      en: `The workspace ${folder} has no comparison ${run}. Make it again: trajecta compare.`,
    });
  }
  return countryComparisonSchema.shape.manifest.parse(JSON.parse(text));
}

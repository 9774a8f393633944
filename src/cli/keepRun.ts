import type { RunManifest } from '../api/assessment.ts';
import type { CliEffects } from './context.ts';

/** Keeps the manifest of a run in the workspace; a workspace that cannot be written to still answers, with a word. */
export async function keepRun(folder: string, manifest: RunManifest, effects: CliEffects): Promise<void> {
  const { saveRun } = await import('../store/runs.ts');
  try {
    await saveRun(folder, manifest);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM' && code !== 'ENOSPC') throw error;
    effects.err(`… ${code}: ${folder}/runs; trajecta explain --in FILE.json\n`);
  }
}

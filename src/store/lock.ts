import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { TrajectaError } from '../domain/trajectaError.ts';

/** Runs `work` as the only writer of the workspace. A lock whose process is dead is taken over. */
export async function withWriterLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(folder, 'writer.lock');
  await takeLock(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
      await handle.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (attempt === 1 || !(await isAbandoned(path))) throw lockedError(path);
      await rm(path, { force: true });
    }
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const { pid, host } = JSON.parse(await readFile(path, 'utf8')) as { pid: number; host: string };
    if (host !== hostname()) return false;
    process.kill(pid, 0);
    return pid === process.pid || (await isZombie(pid));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ESRCH' || code === 'ENOENT' || error instanceof SyntaxError;
  }
}

/** On Linux a killed process answers signals until its parent has taken note of its end. */
async function isZombie(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return / Z /.test(state.slice(state.lastIndexOf(')')));
}

function lockedError(path: string): TrajectaError {
  return new TrajectaError('workspace-locked', {
    ru: `Рабочую область сейчас изменяет другой процесс (${path}). Дождитесь его окончания; если его нет, удалите этот файл.`,
    en: `Another process is writing to the workspace (${path}). Wait until it ends; if there is none, delete that file.`,
  });
}

import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { TrajectaError } from '../domain/trajectaError.ts';
import { processStart } from './processStart.ts';
import { refuseLinks } from './refuseLinks.ts';
import { writeFailure } from './writeFailure.ts';

/** Who holds a lock. `started` tells the process from a later one of the same id; null where the system does not say. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
}

/** A lock file without a holder is one that is just being written, unless it has been so for as long as this. */
const emptyFor = 10_000;

/** Locks of this process, which may be asked for twice in one program. */
const own = new Set<string>();
let drafts = 0;

/**
 * Runs `work` as the only writer of the workspace. A lock whose process is dead is taken over; a live one is refused
 * with who holds it. Nothing is written through symbolic links.
 */
export async function withWriterLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(folder, 'writer.lock');
  try {
    await refuseLinks(folder);
    await takeLock(path);
    try {
      return await work();
    } finally {
      await releaseLock(path);
    }
  } catch (error) {
    throw writeFailure(error, folder);
  }
}

async function releaseLock(path: string): Promise<void> {
  own.delete(path);
  await rm(path, { force: true });
}

/** Who writes to the workspace just now, or null. */
export async function currentWriter(folder: string): Promise<number | null> {
  const path = join(folder, 'writer.lock');
  const holder = await holderOf(path);
  return holder === null || (await isAbandoned(path)) ? null : holder.pid;
}

async function takeLock(path: string): Promise<void> {
  if (await createLock(path)) return;
  if (!(await isAbandoned(path))) throw await lockedError(path);
  // Two that find one abandoned lock must not both remove it: the second would remove the first one's new lock.
  const guard = `${path}.takeover`;
  if (!(await createLock(guard))) {
    if (!(await isAbandoned(guard))) throw await lockedError(path);
    await rm(guard, { force: true });
    throw await lockedError(path);
  }
  try {
    if (!(await isAbandoned(path))) throw await lockedError(path);
    await rm(path, { force: true });
    if (!(await createLock(path))) throw await lockedError(path);
  } finally {
    await releaseLock(guard);
  }
}

/** Makes the lock with its content at once, so that nobody sees it empty. False where there is one. */
async function createLock(path: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid, host: hostname(), started: await processStart(process.pid) };
  drafts += 1;
  const draft = `${path}.${process.pid}-${drafts}`;
  await writeFile(draft, JSON.stringify(holder), { flag: 'wx' });
  try {
    await link(draft, path);
    own.add(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return await createWithoutLink(path, holder);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Where the file system knows no hard links. */
async function createWithoutLink(path: string, holder: Holder): Promise<boolean> {
  const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) return false;
  own.add(path);
  await handle.writeFile(JSON.stringify(holder));
  await handle.close();
  return true;
}

async function holderOf(path: string): Promise<Holder | null> {
  try {
    const { pid, host, started } = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>;
    return { pid: Number(pid), host: String(host), started: typeof started === 'string' ? started : null };
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === null) {
    const written = await stat(path).catch(() => null);
    return written === null || Date.now() - written.mtimeMs > emptyFor;
  }
  // Whether a process of another machine lives cannot be known from here.
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !own.has(path);
  const started = await processStart(holder.pid);
  if (started !== null && holder.started !== null) return started !== holder.started;
  try {
    process.kill(holder.pid, 0);
    return process.platform === 'linux' && started === null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

async function lockedError(path: string): Promise<TrajectaError> {
  const holder = await holderOf(path).catch(() => null);
  const who = holder === null ? '' : ` ${holder.pid}, ${holder.host}`;
  return new TrajectaError('workspace-locked', {
    ru: `Рабочую область сейчас изменяет другой процесс (${path}${who === '' ? '' : `; процесс${who}`}). Дождитесь его окончания; если его нет, удалите этот файл. Читать данные можно и сейчас.`,
    en: `Another process is writing to the workspace (${path}${who === '' ? '' : `; process${who}`}). Wait until it ends; if there is none, delete that file. Reading goes on meanwhile.`,
  });
}

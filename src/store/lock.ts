import { randomUUID } from 'node:crypto';
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
  /** Names this lock among all that the process ever took. */
  readonly token: string;
}

/** A lock file without a holder is one that is just being written, unless it has been so for as long as this. */
const emptyFor = 10_000;

/** Tokens of the locks that this process holds; one may be asked for twice in one program. */
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
    const token = await takeLock(path);
    try {
      return await work();
    } finally {
      await releaseLock(path, token);
    }
  } catch (error) {
    throw writeFailure(error, folder);
  }
}

/** The file goes first: while it is there its token counts, so that nobody takes it for abandoned. */
async function releaseLock(path: string, token: string): Promise<void> {
  await rm(path, { force: true });
  own.delete(token);
}

/** Who writes to the workspace just now, or null. */
export async function currentWriter(folder: string): Promise<number | null> {
  const path = join(folder, 'writer.lock');
  const holder = await holderOf(path);
  return holder === null || (await isAbandoned(path)) ? null : holder.pid;
}

async function takeLock(path: string): Promise<string> {
  const free = await createLock(path);
  if (free !== null) return free;
  if (!(await isAbandoned(path))) return await takeFree(path);
  // Two that find one abandoned lock must not both remove it: the second would remove the first one's new lock.
  const guard = `${path}.takeover`;
  const guarding = await createLock(guard);
  if (guarding === null) {
    if (await isAbandoned(guard)) await rm(guard, { force: true });
    throw await lockedError(path);
  }
  try {
    if (await isAbandoned(path)) await rm(path, { force: true });
    return await takeFree(path);
  } finally {
    await releaseLock(guard, guarding);
  }
}

/** The lock where there is none just now, else a refusal. */
async function takeFree(path: string): Promise<string> {
  const taken = await createLock(path);
  if (taken === null) throw await lockedError(path);
  return taken;
}

/** Makes the lock with its content at once, so that nobody sees it empty: its token, or null where there is one. */
async function createLock(path: string): Promise<string | null> {
  const token = randomUUID();
  const started = await processStart(process.pid);
  const holder: Holder = { pid: process.pid, host: hostname(), started, token };
  drafts += 1;
  const draft = `${path}.${process.pid}-${drafts}`;
  await writeFile(draft, JSON.stringify(holder), { flag: 'wx' });
  own.add(token);
  try {
    await link(draft, path);
    return token;
  } catch (error) {
    const made =
      (error as NodeJS.ErrnoException).code !== 'EEXIST' && (await createWithoutLink(path, holder));
    if (made) return token;
    own.delete(token);
    return null;
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
  await handle.writeFile(JSON.stringify(holder));
  await handle.close();
  return true;
}

async function holderOf(path: string): Promise<Holder | null> {
  try {
    const { pid, host, started, token } = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>;
    return {
      pid: Number(pid),
      host: String(host),
      started: typeof started === 'string' ? started : null,
      token: String(token),
    };
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * A lock whose holder is gone. Read again after the judgement: a live holder may have released it meanwhile, and another
 * made it anew; only a lock that is still the one judged is abandoned, and that no holder will remove any more.
 */
async function isAbandoned(path: string): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === null) {
    const written = await stat(path).catch(() => null);
    return written !== null && Date.now() - written.mtimeMs > emptyFor && (await holderOf(path)) === null;
  }
  return (await isGone(holder)) && (await holderOf(path))?.token === holder.token;
}

async function isGone(holder: Holder): Promise<boolean> {
  // Whether a process of another machine lives cannot be known from here.
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !own.has(holder.token);
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

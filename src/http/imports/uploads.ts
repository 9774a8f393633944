import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { uploadsFolder } from '../../store/refuseLinks.ts';
import { writeFailure } from '../../store/writeFailure.ts';

/** A file that was sent: it lies under a name that the server made. */
export interface Upload {
  readonly id: string;
  /** What the sender calls it: a label. */
  readonly name: string;
  readonly bytes: number;
  readonly path: string;
  /** Folder of the upload, for what is unpacked on the way too. */
  readonly folder: string;
}

export interface Uploads {
  receive(name: string, body: Readable, declared: number | null): Promise<Upload>;
  remove(upload: Upload): Promise<void>;
  close(): Promise<void>;
}

const longestName = 120;

/** Takes in files to be imported, below the workspace and out of the way of imports, at most so many bytes each. */
export function uploadsOf(workspace: string, maximumBytes: number): Uploads {
  const root = join(workspace, uploadsFolder);
  const own = join(root, `${process.pid}-${randomBytes(6).toString('hex')}`);
  let ready: Promise<boolean> | null = null;
  const prepare = async (): Promise<boolean> => {
    const made = (await mkdir(workspace, { recursive: true })) !== undefined;
    await mkdir(own, { recursive: true });
    await removeAbandoned(root);
    return made;
  };
  return {
    async receive(name, body, declared) {
      if (declared !== null && declared > maximumBytes) throw tooLarge(maximumBytes);
      try {
        ready ??= prepare();
        await ready;
        const id = randomBytes(9).toString('base64url');
        const folder = join(own, id);
        await mkdir(folder);
        const path = join(folder, 'file');
        try {
          const bytes = await write(body, path, maximumBytes);
          if (bytes === 0) throw empty(shownName(name));
          return { id, name: shownName(name), bytes, path, folder };
        } catch (error) {
          await rm(folder, { recursive: true, force: true, maxRetries: 5 });
          throw error;
        }
      } catch (error) {
        throw writeFailure(error, workspace);
      }
    },
    remove: ({ folder }) => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
    async close() {
      const made = await (ready ?? Promise.resolve(false)).catch(() => false);
      await rm(own, { recursive: true, force: true, maxRetries: 5 });
      await rmdir(root).catch(() => undefined);
      // A workspace folder that was made for a file and that nothing was stored in goes with it.
      if (made) await rmdir(workspace).catch(() => undefined);
    },
  };
}

/** The last part of a path without what does not show. @example shownName('C:\\data\\unload.csv') // 'unload.csv' */
export function shownName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = [...last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()].slice(0, longestName).join('');
  return shown === '' || /^\.+$/.test(shown) ? 'file' : shown;
}

async function write(body: Readable, path: string, maximumBytes: number): Promise<number> {
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maximumBytes ? tooLarge(maximumBytes) : null, chunk);
    },
  });
  await pipeline(body, meter, createWriteStream(path, { flags: 'wx' }));
  return bytes;
}

/** Folders of servers that are gone: they were stopped before they could tidy up. */
async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = Number(/^(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) await rm(join(root, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function tooLarge(limit: number): TrajectaError {
  const size = limit >= 1e6 ? `${Math.floor(limit / 1e6)}` : String(limit / 1e6);
  return new TrajectaError('too-large', {
    ru: `Файл больше ${size} МБ — столько принимает этот сервер. Запакуйте его (gz, zip), разделите по годам или запустите сервер с --max-upload, например --max-upload 20GB.`,
    en: `The file is larger than ${size} MB, which is what this server takes. Pack it (gz, zip), part it by years, or start the server with --max-upload, for example --max-upload 20GB.`,
  });
}

function empty(name: string): TrajectaError {
  return new TrajectaError('file-unreadable', {
    ru: `Файл ${name} пуст.`,
    en: `The file ${name} is empty.`,
  });
}

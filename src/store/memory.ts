import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { TrajectaError } from '../domain/trajectaError.ts';

const least = 512e6;

/**
 * Memory that imports and questions may take, in bytes: as set (`--memory`, TRAJECTA_MEMORY), else the smaller of
 * 4 GiB and half of the machine's. Throws `bad-option` where the setting is no size or too small to work with.
 */
export function memorySetting(text: string | undefined = process.env.TRAJECTA_MEMORY): number {
  if (text === undefined || text === '') return Math.max(least, Math.min(4 * 2 ** 30, totalmem() / 2));
  const parts = /^(\d+(?:\.\d+)?)\s*(MB|GB|TB|MiB|GiB)$/i.exec(text.trim());
  const unit = { mb: 1e6, gb: 1e9, tb: 1e12, mib: 2 ** 20, gib: 2 ** 30 }[(parts?.[2] ?? '').toLowerCase()];
  const bytes = parts === null || unit === undefined ? 0 : Number(parts[1]) * unit;
  if (bytes >= least) return bytes;
  throw new TrajectaError('bad-option', {
    ru: `--memory ${text}: нужен размер не меньше 512MB, например 1GB или 4GB.`,
    en: `--memory ${text}: a size of at least 512MB is wanted, for example 1GB or 4GB.`,
  });
}

/** What of the setting the database may take: the program itself and what the database does not count need the rest. */
export function databaseMemory(setting: number): number {
  return Math.floor(Math.max(setting * 0.4, setting * 0.8 - 400e6));
}

const small = 2e9;

/** Under a small setting the program's own heap is cleared before it has grown by a fifth: it would take the database's room. */
export function keepHeapSmall(setting: number): void {
  if (setting < small) setFlagsFromString('--heap-growing-percent=20');
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TrajectaError } from '../domain/trajectaError.ts';
import {
  type DownloadLimits,
  defaultFetchEffects,
  download,
  type FetchEffects,
  type SecretHeaders,
  usualLimits,
} from './download.ts';

/** What is known of a cached file; it stands beside it as `FILE.json` and is written last. */
export interface CacheEntry {
  readonly url: string;
  readonly fetchedAt: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface CacheOptions {
  /** Nothing is asked of the net. */
  readonly offline?: boolean;
  /** Loads anew what is cached. */
  readonly refresh?: boolean;
  readonly limits?: DownloadLimits;
  readonly secrets?: SecretHeaders;
}

/**
 * A URL's file from the cache, or loaded into it. `check` looks at what has come and throws where it is not what was
 * asked for; only then does the file get its name, and last its entry. A file whose checksum is not that of its entry
 * does not count as cached. Throws `not-cached` offline.
 */
export async function cached(
  url: string,
  path: string,
  check: (file: string) => Promise<void>,
  options: CacheOptions = {},
  effects: FetchEffects = defaultFetchEffects,
): Promise<CacheEntry> {
  const known = options.refresh === true && options.offline !== true ? null : await entryOf(url, path);
  if (known !== null) return known;
  if (options.offline === true) {
    throw new TrajectaError('not-cached', {
      ru: `${url} в кэше нет (${path}), а --offline запрещает загрузку.`,
      en: `${url} is not in the cache (${path}), and --offline forbids loading it.`,
    });
  }
  await mkdir(dirname(path), { recursive: true });
  effects.progress({ ru: `Загружаю ${url}`, en: `Loading ${url}` });
  await download(url, path, effects, options.limits ?? usualLimits, options.secrets);
  const part = `${path}.part`;
  try {
    await check(part);
  } catch (error) {
    // What is not what was asked for must not be gone on from.
    await rm(part, { force: true });
    await rm(`${part}.etag`, { force: true });
    throw error;
  }
  const entry = await keep(url, part, path, effects.now().toISOString());
  await rm(`${part}.etag`, { force: true });
  return entry;
}

/** Gives a whole file its place in the cache, and last its entry. */
export async function keep(url: string, part: string, path: string, fetchedAt: string): Promise<CacheEntry> {
  const entry: CacheEntry = {
    url,
    fetchedAt,
    bytes: (await stat(part)).size,
    sha256: await checksumOf(part),
  };
  await rm(`${path}.json`, { force: true });
  await rename(part, path);
  await writeFile(`${path}.json`, `${JSON.stringify(entry, null, 1)}\n`);
  return entry;
}

/** The entry of a cached file, or null where there is none, or the file is not what it says. */
export async function entryOf(url: string, path: string): Promise<CacheEntry | null> {
  const text = await readFile(`${path}.json`, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const entry = JSON.parse(text) as CacheEntry;
    return entry.url === url && entry.sha256 === (await checksumOf(path)) ? entry : null;
  } catch {
    // A damaged entry is no entry: the file is loaded again.
    return null;
  }
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { TrajectaError } from '../domain/trajectaError.ts';
import { type CacheEntry, type CacheOptions, cached } from './cached.ts';
import { defaultFetchEffects, type FetchEffects } from './download.ts';

export interface ComexstatQuestion {
  readonly year: number;
  readonly flow: 'export' | 'import';
  readonly municipalities?: boolean;
  readonly baseUrl?: string;
}

/** A yearly file of Brazil's Comex Stat into the cache. Throws `fetch-failed` or `empty-answer` where it is not one. */
export async function fetchComexstat(
  cache: string,
  question: ComexstatQuestion,
  options: CacheOptions = {},
  effects: FetchEffects = defaultFetchEffects,
): Promise<{ readonly path: string; readonly entry: CacheEntry }> {
  const base =
    question.baseUrl ??
    process.env.TRAJECTA_COMEXSTAT_URL ??
    'https://balanca.economia.gov.br/balanca/bd/comexstat-bd';
  const municipal = question.municipalities === true;
  const name = `${question.flow === 'export' ? 'EXP' : 'IMP'}_${question.year}${municipal ? '_MUN' : ''}.csv`;
  const url = `${base.replace(/\/$/, '')}/${municipal ? 'mun' : 'ncm'}/${name}`;
  const path = join(cache, 'comexstat', name);
  const entry = await cached(url, path, (file) => checkFile(url, file), options, effects);
  return { path, entry };
}

async function checkFile(url: string, file: string): Promise<void> {
  const handle = await open(file);
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2000), 0, 2000, 0);
  const { buffer: last } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
  await handle.close();
  const head = buffer.subarray(0, bytesRead).toString('latin1');
  const [heading = '', first = ''] = head.split(/\r?\n/);
  if (size === 0 || (/CO_ANO/.test(heading) && first.trim() === '')) {
    throw new TrajectaError('empty-answer', {
      ru: `${url}: файл пуст. Рабочая область не изменена.`,
      en: `${url}: the file is empty. The workspace is unchanged.`,
    });
  }
  if (/CO_ANO/.test(heading) && last[0] === 10) return;
  throw new TrajectaError('fetch-failed', {
    ru: `${url}: пришёл не файл Comex Stat или не весь файл (${head.replace(/\s+/g, ' ').slice(0, 80)}). Рабочая область не изменена.`,
    en: `${url}: what came is no file of Comex Stat, or not the whole of it (${head.replace(/\s+/g, ' ').slice(0, 80)}). The workspace is unchanged.`,
  });
}

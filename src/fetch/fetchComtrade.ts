import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TrajectaError } from '../domain/trajectaError.ts';
import { type CacheEntry, type CacheOptions, cached, entryOf, keep } from './cached.ts';
import { type ComtradePart, splitPart } from './comtradeParts.ts';
import { defaultFetchEffects, type FetchEffects } from './download.ts';

export interface ComtradeQuestion extends ComtradePart {
  /** HS: as reported; H0 to H6: one edition. */
  readonly classification: string;
  readonly monthly: boolean;
  readonly baseUrl?: string;
}

export interface ComtradeAccess {
  /** null: the public preview, 500 rows a call. Sent as a header, so that it is in no URL, log or cache. */
  readonly key: string | null;
  /** Most rows of one answer; at this number an answer counts as cut off and is asked for in parts. */
  readonly limit: number;
  /** What "all" and AG2, AG4, AG6 stand for when a question must be split. */
  readonly all: {
    readonly reporters: readonly string[];
    readonly partners: readonly string[];
    readonly codes: (digits: number) => readonly string[];
  };
  /** Rows of an answer; throws where it is none, `empty-answer` where it holds no row. */
  rowsOf(path: string, json: unknown): readonly unknown[];
}

/** Rows of one call without a key, and with a free one. */
export const usualLimit = { preview: 500, key: 100_000 };

interface Part {
  readonly path: string;
  readonly entry: CacheEntry;
}

/**
 * An answer of UN Comtrade into the cache: one JSON file, a list of the API's answers. A question with more rows than
 * one call gives is split until each part fits; what has come is not asked for again. Only rows of all customs
 * procedures, modes of transport and second partners are asked for. Throws `empty-answer` where there is nothing,
 * `fetch-failed` where what comes is no answer or even the smallest part is cut off.
 */
export async function fetchComtrade(
  cache: string,
  question: ComtradeQuestion,
  access: ComtradeAccess,
  options: CacheOptions = {},
  effects: FetchEffects = defaultFetchEffects,
): Promise<{ readonly path: string; readonly entry: CacheEntry; readonly calls: number }> {
  const base = (
    question.baseUrl ??
    process.env.TRAJECTA_COMTRADE_URL ??
    'https://comtradeapi.un.org'
  ).replace(/\/$/, '');
  const what = `${base}/${pathAndQuery(question, question)}`;
  const name = `${question.periods[0]?.slice(0, 4)}-${question.flows.join('')}-${checksum(what)}.json`;
  const path = join(cache, 'comtrade', name);
  const whole = options.refresh === true && options.offline !== true ? null : await entryOf(what, path);
  if (whole !== null) return { path, entry: whole, calls: 0 };
  if (options.offline === true) {
    throw new TrajectaError('not-cached', {
      ru: `${what} в кэше нет (${path}), а --offline запрещает загрузку.`,
      en: `${what} is not in the cache (${path}), and --offline forbids loading it.`,
    });
  }
  await mkdir(join(cache, 'comtrade'), { recursive: true });
  const secrets = access.key === null ? {} : { 'Ocp-Apim-Subscription-Key': access.key };
  let calls = 0;
  const load = async (part: ComtradePart): Promise<readonly Part[]> => {
    const start = access.key === null ? 'public/v1/preview' : 'data/v1/get';
    const url = `${base}/${start}/${pathAndQuery(question, part)}&maxRecords=${access.limit}`;
    const file = join(cache, 'comtrade', `part-${checksum(url)}.json`);
    calls += 1;
    const entry = await cached(
      url,
      file,
      async (come) => void (await rowsOf(access, url, come)),
      { ...options, secrets },
      effects,
    ).catch((error: unknown) => {
      if (error instanceof TrajectaError && error.code === 'empty-answer') return null;
      throw error;
    });
    if (entry === null) return [];
    const rows = (await rowsOf(access, url, file)).length;
    if (rows < access.limit) return [{ path: file, entry }];
    const smaller = splitPart(part, access.all);
    if (smaller === null) throw cutOff(url, access.limit);
    effects.progress({
      ru: `Строк ${rows}, больше одного ответа: запрос делится на ${smaller.length}`,
      en: `${rows} rows, more than one answer holds: asked for in ${smaller.length} parts`,
    });
    const parts: Part[] = [];
    for (const one of smaller) parts.push(...(await load(one)));
    return parts;
  };
  const parts = await load(question);
  if (parts.length === 0) {
    throw new TrajectaError('empty-answer', {
      ru: `${what}: ответ пуст — таких данных нет (HTTP 200 без строк). Рабочая область не изменена.`,
      en: `${what}: the answer is empty, there is no such data (HTTP 200 without rows). The workspace is unchanged.`,
    });
  }
  await writeTogether(parts, `${path}.draft`);
  const last = parts.map((part) => part.entry.fetchedAt).sort();
  return { path, entry: await keep(what, `${path}.draft`, path, last.at(-1) ?? ''), calls };
}

function pathAndQuery(question: ComtradeQuestion, part: ComtradePart): string {
  const { reporters, partners, periods, flows, codes } = part;
  const query = [
    ['reporterCode', reporters],
    ['period', periods],
    ['partnerCode', partners],
    ['flowCode', flows],
    ['cmdCode', codes],
  ] as const;
  const given = query.flatMap(([name, values]) => (values === null ? [] : [`${name}=${values.join(',')}`]));
  return `C/${question.monthly ? 'M' : 'A'}/${question.classification}?${given.join('&')}&partner2Code=0&customsCode=C00&motCode=0&includeDesc=false`;
}

async function rowsOf(access: ComtradeAccess, url: string, file: string): Promise<readonly unknown[]> {
  const text = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw notAnswer(url, text.replace(/\s+/g, ' ').slice(0, 80));
  }
  try {
    return access.rowsOf(url, json);
  } catch (error) {
    if (error instanceof TrajectaError && error.code === 'file-unreadable')
      throw new TrajectaError('fetch-failed', error.text);
    throw error;
  }
}

/** A list of answers, copied without being read. */
async function writeTogether(parts: readonly Part[], target: string): Promise<void> {
  async function* pieces() {
    for (const [place, part] of parts.entries()) {
      yield place === 0 ? '[' : ',\n';
      yield* createReadStream(part.path);
    }
    yield ']\n';
  }
  await pipeline(pieces, createWriteStream(target));
}

function notAnswer(url: string, start: string): TrajectaError {
  return new TrajectaError('fetch-failed', {
    ru: `${url}: пришёл не ответ API (${start}). Рабочая область не изменена.`,
    en: `${url}: what came is no answer of the API (${start}). The workspace is unchanged.`,
  });
}

function cutOff(url: string, limit: number): TrajectaError {
  return new TrajectaError('fetch-failed', {
    ru: `${url}: ответ обрезан на ${limit} строках и дальше не делится. Задайте --limit, если ваш доступ даёт больше строк. Рабочая область не изменена.`,
    en: `${url}: the answer is cut off at ${limit} rows and cannot be split further. Set --limit if your access gives more rows. The workspace is unchanged.`,
  });
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

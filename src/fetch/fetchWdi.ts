import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TrajectaError } from '../domain/trajectaError.ts';
import { type CacheEntry, type CacheOptions, cached } from './cached.ts';
import { defaultFetchEffects, type FetchEffects } from './download.ts';

export interface WdiQuestion {
  readonly indicator: string;
  /** `all`, or ISO codes by semicolon. */
  readonly countries?: string;
  readonly from: number;
  readonly to: number;
  readonly baseUrl?: string;
}

interface Page {
  readonly head: { readonly pages: number; readonly total: number; readonly lastupdated?: string };
  readonly rows: readonly unknown[];
}

/**
 * An indicator of the World Bank by its API, all pages, into the cache; the path of one JSON file with all of them.
 * Throws `empty-answer` where there is nothing, `fetch-failed` where what comes is no answer of the API, is an error
 * that the API reports, or where pages do not belong together.
 */
export async function fetchWdi(
  cache: string,
  question: WdiQuestion,
  options: CacheOptions = {},
  effects: FetchEffects = defaultFetchEffects,
): Promise<{ readonly path: string; readonly entries: readonly CacheEntry[] }> {
  const { indicator, countries = 'all', from, to } = question;
  if (!/^[A-Z0-9]+(?:\.[A-Z0-9]+)+$/i.test(indicator) || !/^[A-Z0-9;]+$/i.test(countries)) {
    throw new TrajectaError('bad-option', {
      ru: `Показатель «${indicator}» или страны «${countries}» не приняты. Нужно, например, TX.VAL.TECH.CD и RUS;CHN или all.`,
      en: `The indicator "${indicator}" or countries "${countries}" are not accepted. Wanted are such as TX.VAL.TECH.CD and RUS;CHN or all.`,
    });
  }
  const base = question.baseUrl ?? process.env.TRAJECTA_WDI_URL ?? 'https://api.worldbank.org';
  const urlOf = (page: number) =>
    `${base.replace(/\/$/, '')}/v2/country/${countries}/indicator/${indicator}?format=json&per_page=20000&date=${from}:${to}&page=${page}`;
  const pathOf = (url: string) => join(cache, 'wdi', `${indicator}-${checksum(url)}.json`);
  const pages: Page[] = [];
  const entries: CacheEntry[] = [];
  for (let number = 1; number <= (pages[0]?.head.pages ?? 1); number += 1) {
    const url = urlOf(number);
    entries.push(
      await cached(
        url,
        pathOf(url),
        async (file) => void pageOf(url, await readFile(file, 'utf8')),
        options,
        effects,
      ),
    );
    pages.push(pageOf(url, await readFile(pathOf(url), 'utf8')));
  }
  const [first] = pages;
  const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const together = pages.every(
    (page) => page.head.total === first?.head.total && page.head.lastupdated === first?.head.lastupdated,
  );
  if (!together || rows !== first?.head.total) {
    throw new TrajectaError('fetch-failed', {
      ru: `${urlOf(1)}: страницы не составляют одного ответа (строк ${rows} из ${first?.head.total}). Повторите с --refresh.`,
      en: `${urlOf(1)}: the pages do not make one answer (${rows} rows of ${first?.head.total}). Try again with --refresh.`,
    });
  }
  const path = join(
    cache,
    'wdi',
    `${indicator}-${countries === 'all' ? 'all' : checksum(countries)}-${from}-${to}.json`,
  );
  await writeFile(`${path}.draft`, JSON.stringify(pages.map((page) => [page.head, page.rows])));
  await rename(`${path}.draft`, path);
  return { path, entries };
}

function pageOf(url: string, text: string): Page {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw notAnswer(url, text);
  }
  const [head, rows] = Array.isArray(json) ? json : [null, null];
  const message = (head as { message?: readonly { key?: string; value?: string }[] } | null)?.message;
  if (message !== undefined)
    throw notAnswer(url, message.map((one) => `${one.key}: ${one.value}`).join('; '));
  const total = Number((head as { total?: unknown } | null)?.total);
  if (!Number.isInteger(total)) throw notAnswer(url, text);
  if (total === 0 || !Array.isArray(rows) || rows.length === 0) {
    throw new TrajectaError('empty-answer', {
      ru: `${url}: ответ пуст — таких данных нет (HTTP 200 без строк). Рабочая область не изменена.`,
      en: `${url}: the answer is empty, there is no such data (HTTP 200 without rows). The workspace is unchanged.`,
    });
  }
  return { head: { ...(head as Page['head']), total, pages: Number((head as Page['head']).pages) }, rows };
}

function notAnswer(url: string, text: string): TrajectaError {
  const start = text.replace(/\s+/g, ' ').slice(0, 80);
  return new TrajectaError('fetch-failed', {
    ru: `${url}: пришёл не ответ API (${start}). Рабочая область не изменена.`,
    en: `${url}: what came is no answer of the API (${start}). The workspace is unchanged.`,
  });
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

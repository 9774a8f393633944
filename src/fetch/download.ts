import { createWriteStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { TwoLanguages } from '../domain/territory.ts';
import { type TrajectaError as Refusal, TrajectaError } from '../domain/trajectaError.ts';

/** What a download does to the world; tests hand in their own. */
export interface FetchEffects {
  fetch(url: string, init: RequestInit): Promise<Response>;
  wait(milliseconds: number): Promise<void>;
  now(): Date;
  progress(text: TwoLanguages): void;
}

export const defaultFetchEffects: FetchEffects = {
  fetch: (url, init) => fetch(url, init),
  wait: async (milliseconds) => void (await pause(milliseconds)),
  now: () => new Date(),
  progress: () => undefined,
};

export interface DownloadLimits {
  readonly attempts: number;
  /** Longest silence of the server. */
  readonly idleMilliseconds: number;
  /** First pause; it doubles, up to a minute. */
  readonly pauseMilliseconds: number;
}
/** Headers that name the user: sent to the server asked, never to another one, and in no message. */
export type SecretHeaders = Readonly<Record<string, string>>;

export const usualLimits: DownloadLimits = { attempts: 6, idleMilliseconds: 60_000, pauseMilliseconds: 1000 };
const longestPause = 60_000;
/** A server that asks for a longer wait than this is told to the user instead. */
const longestRetryAfter = 300_000;

type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly why: string; readonly after: number | null }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Loads a URL into `PATH.part`. Silence, cut connections, 429 and 5xx are tried again, with growing pauses or after
 * what Retry-After says; what came before a cut is kept and gone on from where the server can. Throws `fetch-failed`.
 */
export async function download(
  url: string,
  path: string,
  effects: FetchEffects = defaultFetchEffects,
  limits: DownloadLimits = usualLimits,
  secrets: SecretHeaders = {},
): Promise<void> {
  let why = '';
  for (let attempt = 1; attempt <= limits.attempts; attempt += 1) {
    const outcome = await tryOnce(url, path, effects, limits, secrets);
    if (outcome.kind === 'done') return;
    why = outcome.why;
    if (outcome.kind === 'refused') throw failed(url, why);
    if (attempt === limits.attempts) break;
    const grown = Math.min(longestPause, limits.pauseMilliseconds * 2 ** (attempt - 1));
    const wait = outcome.after ?? grown;
    if (wait > longestRetryAfter) throw failed(url, `${why}; Retry-After: ${Math.ceil(wait / 1000)} s`);
    effects.progress({
      ru: `${why}; повтор через ${Math.ceil(wait / 1000)} с`,
      en: `${why}; again in ${Math.ceil(wait / 1000)} s`,
    });
    await effects.wait(wait);
  }
  throw failed(url, why);
}

async function tryOnce(
  url: string,
  path: string,
  effects: FetchEffects,
  limits: DownloadLimits,
  secrets: SecretHeaders,
): Promise<Outcome> {
  const part = `${path}.part`;
  const held = (await stat(part).catch(() => null))?.size ?? 0;
  const tag = await readFile(`${part}.etag`, 'utf8').catch(() => '');
  const resuming = held > 0 && tag !== '';
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), limits.idleMilliseconds);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), limits.idleMilliseconds);
  };
  try {
    const response = await effects.fetch(url, {
      signal: silence.signal,
      // A redirection would take the headers to another server.
      ...(Object.keys(secrets).length === 0 ? {} : { redirect: 'manual' as const }),
      headers: {
        ...secrets,
        'accept-encoding': 'identity',
        ...(resuming ? { range: `bytes=${held}-`, 'if-range': tag } : {}),
      },
    });
    const { status } = response;
    if (status === 429 || status >= 500) {
      await response.body?.cancel();
      return { kind: 'again', why: `HTTP ${status}`, after: retryAfter(response, effects) };
    }
    if (status === 416) {
      await response.body?.cancel();
      await rm(part, { force: true });
      return { kind: 'again', why: 'HTTP 416', after: 0 };
    }
    if (status !== 200 && status !== 206)
      return { kind: 'refused', why: `HTTP ${status}${await said(response, secrets)}` };
    const etag = response.headers.get('etag') ?? '';
    // A weak tag does not promise the same bytes.
    await writeFile(`${part}.etag`, etag.startsWith('W/') ? '' : etag);
    const file = createWriteStream(part, { flags: status === 206 ? 'a' : 'w' });
    let written = status === 206 ? held : 0;
    try {
      for await (const chunk of response.body ?? []) {
        heard();
        written += chunk.length;
        if (!file.write(chunk)) await new Promise<void>((resolve) => file.once('drain', resolve));
      }
    } finally {
      file.end();
      await finished(file);
    }
    const wanted = wholeLength(response);
    if (wanted !== null && written < wanted)
      return { kind: 'again', why: `${written} / ${wanted} B`, after: null };
    return { kind: 'done' };
  } catch (error) {
    const cause = silence.signal.aborted
      ? `> ${Math.ceil(limits.idleMilliseconds / 1000)} s`
      : ((error as { cause?: Error }).cause?.message ?? (error as Error).message);
    return { kind: 'again', why: cause, after: null };
  } finally {
    clearTimeout(timer);
  }
}

/** What a refusal says of its cause in the usual field of a JSON answer, without any secret. */
async function said(response: Response, secrets: SecretHeaders): Promise<string> {
  const text = (await response.text().catch(() => '')).slice(0, 2000);
  const message = /"message"\s*:\s*"([^"]{1,300})"/.exec(text)?.[1];
  if (message === undefined) return '';
  return `: ${Object.values(secrets).reduce((words, secret) => words.replaceAll(secret, '***'), message)}`;
}

function wholeLength(response: Response): number | null {
  const range = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  const length = response.headers.get('content-length');
  if (range !== undefined) return Number(range);
  return length === null ? null : Number(length);
}

/** Milliseconds that Retry-After asks for, as seconds or as a date; null where it does not say. */
function retryAfter(response: Response, effects: FetchEffects): number | null {
  const text = response.headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - effects.now().getTime());
}

function failed(url: string, why: string): Refusal {
  return new TrajectaError('fetch-failed', {
    ru: `${url}: не загружено (${why}). Рабочая область не изменена; загруженная часть сохранена, повторите команду.`,
    en: `${url}: not loaded (${why}). The workspace is unchanged; what has come is kept, run the command again.`,
  });
}

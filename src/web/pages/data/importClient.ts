import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportAnswer, ImportPreview, ImportState } from '../../../api/imports.ts';
import type { OwnSeries } from '../../../api/ownSeries.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { Refused } from '../../answers.ts';

const root = '/api/v1/imports';
const tokenName = 'trajecta-token';

/** The token that writing needs where others reach the server; kept as long as the tab is open. */
export function writingToken(): string {
  return sessionStorage.getItem(tokenName) ?? '';
}

export function keepWritingToken(token: string): void {
  sessionStorage.setItem(tokenName, token);
}

function headers(type: string): Record<string, string> {
  const token = writingToken();
  return {
    accept: 'application/json',
    'content-type': type,
    'x-trajecta': '1',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
}

const unreadable: Refusal['error'] = {
  code: 'internal',
  message: { ru: 'Сервер ответил непонятно.', en: 'The server gave no readable answer.' },
};
const unreachable: Refusal['error'] = {
  code: 'unreachable',
  message: {
    ru: 'Сервер не отвечает. Проверьте, что он запущен.',
    en: 'The server does not answer. Check that it is running.',
  },
};

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw new Refused(0, unreachable);
  });
  if (response.status === 204) return undefined as Answer;
  const body = (await response.json().catch(() => null)) as Refusal | Answer | null;
  if (response.ok && body !== null) return body as Answer;
  throw new Refused(response.status, (body as Refusal | null)?.error ?? unreadable);
}

function post<Answer>(
  path: string,
  settings: ImportSettings = {},
  signal: AbortSignal | null = null,
): Promise<Answer> {
  return ask(path, {
    method: 'POST',
    signal,
    headers: headers('application/json'),
    body: JSON.stringify(settings),
  });
}

export function listImports(): Promise<{
  data: ImportState[];
  manifest: { maximumBytes: number; tokenNeeded: boolean };
}> {
  return ask(root, { headers: { accept: 'application/json' } });
}

export const importOf = (id: string): Promise<ImportAnswer> =>
  ask(`${root}/${encodeURIComponent(id)}`, { headers: { accept: 'application/json' } });
export const previewOf = (
  id: string,
  settings: ImportSettings,
  signal: AbortSignal,
): Promise<ImportPreview> => post(`${root}/${encodeURIComponent(id)}/preview`, settings, signal);
export const startImport = (id: string, settings: ImportSettings): Promise<ImportAnswer> =>
  post(`${root}/${encodeURIComponent(id)}/start`, settings);
export const cancelImport = (id: string): Promise<ImportAnswer> =>
  post(`${root}/${encodeURIComponent(id)}/cancel`);

/** Takes a file away that is not wanted any more; one that is gone already is no matter. */
export async function removeImport(id: string): Promise<void> {
  const { 'content-type': _none, ...rest } = headers('');
  await ask(`${root}/${encodeURIComponent(id)}`, { method: 'DELETE', headers: rest }).catch(() => undefined);
}

/** Sends a table of own series for indicators. */
export function sendOwnSeries(file: File, system: string): Promise<OwnSeries> {
  const query = new URLSearchParams({ name: file.name, system });
  return ask(`/api/v1/own-series?${query}`, {
    method: 'POST',
    headers: headers('application/octet-stream'),
    body: file,
  });
}

/** Takes away the series that were sent. */
export function removeOwnSeries(): Promise<void> {
  const { 'content-type': _none, ...rest } = headers('');
  return ask('/api/v1/own-series', { method: 'DELETE', headers: rest });
}

export interface Sending {
  readonly answer: Promise<ImportAnswer>;
  stop(): void;
}

/** Sends a file; `onPart` hears how much of it has gone, 0 to 1. */
export function sendFile(file: File, onPart: (part: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<ImportAnswer>((resolve, reject) => {
    request.open('POST', `${root}?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(headers('application/octet-stream')))
      request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const body = request.response as (ImportAnswer & Partial<Refusal>) | null;
      if (request.status === 201 && body !== null) resolve(body);
      else reject(new Refused(request.status, body?.error ?? unreadable));
    };
    request.onerror = () => reject(new Refused(0, unreachable));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.send(file);
  });
  return { answer, stop: () => request.abort() };
}

/** Hears each change of an import until it ends or is called off; `onLost` where the server is gone. */
export function watchImport(
  id: string,
  onState: (state: ImportState) => void,
  onLost: () => void,
): () => void {
  const source = new EventSource(`${root}/${encodeURIComponent(id)}/events`);
  source.addEventListener('state', (event) => {
    const state = JSON.parse((event as MessageEvent<string>).data) as ImportState;
    if (state.state !== 'running') source.close();
    onState(state);
  });
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) onLost();
  };
  return () => source.close();
}

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportSettings } from '../../src/api/importSettings.ts';
import type { ImportAnswer, ImportPreview, ImportState } from '../../src/api/imports.ts';
import type { Refusal } from '../../src/api/refusal.ts';

const written = { 'x-trajecta': '1' };

/** Sends bytes as a file to be imported. */
export function sendBytes(
  address: string,
  name: string,
  bytes: Uint8Array | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${address}/api/v1/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...written, 'content-type': 'application/octet-stream', ...headers },
    body: bytes,
  });
}

/** Sends a file that must be accepted; answers its id. */
export async function sent(address: string, name: string, bytes: Uint8Array | string): Promise<string> {
  const response = await sendBytes(address, name, bytes);
  assert.equal(response.status, 201, await response.clone().text());
  return ((await response.json()) as ImportAnswer).data.id;
}

/** A write about an import: preview, start, cancel. */
export function tell(
  address: string,
  id: string,
  what: string,
  settings: object = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${address}/api/v1/imports/${id}/${what}`, {
    method: 'POST',
    headers: { ...written, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(settings),
  });
}

export async function previewed(
  address: string,
  id: string,
  settings: ImportSettings = {},
): Promise<ImportPreview> {
  const response = await tell(address, id, 'preview', settings);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as ImportPreview;
}

/** States of an import as they are told, up to its end. */
export async function followed(address: string, id: string): Promise<readonly ImportState[]> {
  const response = await fetch(`${address}/api/v1/imports/${id}/events`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  const text = await response.text();
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice('data: '.length)) as ImportState);
}

/** The whole way of a file into the workspace of a server. */
export async function importOverHttp(
  address: string,
  path: string,
  settings: ImportSettings = {},
): Promise<ImportState> {
  const id = await sent(address, basename(path), await readFile(path));
  const started = await tell(address, id, 'start', settings);
  assert.equal(started.status, 202, await started.clone().text());
  const last = (await followed(address, id)).at(-1);
  assert.equal(last?.state, 'stored', JSON.stringify(last?.error));
  return last;
}

/** A refusal, in both languages. */
export async function refusalOf(response: Response): Promise<Refusal['error']> {
  const { error } = (await response.json()) as Refusal;
  assert.ok(error.message.ru.length > 10 && error.message.ru !== error.message.en);
  return error;
}

/** The answer to a question that must be answered. */
export async function answered<Answer>(address: string, query: string): Promise<Answer> {
  const response = await fetch(`${address}/api/v1/${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Answer;
}

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ImportAnswer } from '../../src/api/imports.ts';
import { unload } from '../support/customsRows.ts';
import { followed, refusalOf, sendBytes, sent, tell } from '../support/importOverHttp.ts';
import { emptyServer } from '../support/server.ts';
import { zipOf } from '../support/zipOf.ts';

test('what is hostile or not accepted is refused in words, and leaves nothing behind', async (context) => {
  const { address, folder } = await emptyServer(context, { maximumUpload: 100_000 });
  const large = Buffer.alloc(100_001, 0x41);
  const tooLarge = await sendBytes(address, 'large.csv', large);
  assert.equal(tooLarge.status, 413);
  assert.match((await refusalOf(tooLarge)).message.en, /--max-upload/);
  assert.equal(await chunked(address, large), 413, 'a length that is not declared is measured');
  const wrongType = await sendBytes(address, 'a.csv', unload(), { 'content-type': 'text/plain' });
  assert.equal(wrongType.status, 415);
  assert.match((await refusalOf(wrongType)).message.ru, /application\/octet-stream/);
  const form = await sendBytes(address, 'a.csv', 'a=1', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  assert.equal(form.status, 415);
  const json = await sendBytes(address, 'a.csv', '{}', { 'content-type': 'application/json' });
  assert.equal(json.status, 415);
  const nothing = await sendBytes(address, 'empty.csv', '');
  assert.ok([400, 415].includes(nothing.status));

  for (const [name, shown] of [
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\evil.csv', 'evil.csv'],
    ['a\u0000b\u202Ecsv.exe', 'abcsv.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['x'.repeat(500), 'x'.repeat(120)],
  ] as const) {
    const response = await sendBytes(address, name, unload());
    assert.equal(((await response.json()) as ImportAnswer).data.name, shown);
  }
  const places = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  assert.ok(
    places.length > 0 && places.every((one) => one.name === 'file'),
    'no name of a sender is on the disk',
  );
  assert.equal(existsSync(join(folder, '..', 'evil.csv')), false);

  const id = await sent(address, 'unload.csv', unload());
  for (const [settings, says] of [
    [{ path: '/etc/passwd' }, /path/],
    [{ source: 'atlas' }, /source/],
    [{ headingRow: -1 }, /headingRow/],
    [{ delimiter: ';;' }, /delimiter/],
    [{ columns: { price: 'STOIM' } }, /columns/],
  ] as const) {
    const response = await tell(address, id, 'start', settings);
    assert.equal(response.status, 400, JSON.stringify(settings));
    assert.match((await refusalOf(response)).message.en, says);
  }
  const polluted = await fetch(`${address}/api/v1/imports/${id}/start`, {
    method: 'POST',
    headers: { 'x-trajecta': '1', 'content-type': 'application/json' },
    body: '{"__proto__":{"source":"fts"}}',
  });
  assert.equal(polluted.status, 400);
  for (let more = 0; more < 25; more += 1) await sent(address, `more-${more}.csv`, unload());
  const listed = await fetch(`${address}/api/v1/imports`);
  const { data: kept } = (await listed.json()) as { data: { id: string }[] };
  assert.equal(kept.length, 20, 'files that nobody imports are not kept without end');
  for (const other of ['nobody', '..%2f..%2fmanifest.json', '__proto__', 'constructor']) {
    assert.equal((await fetch(`${address}/api/v1/imports/${other}`)).status, 404, other);
    assert.equal((await fetch(`${address}/api/v1/imports/${other}/events`)).status, 404, other);
    assert.equal((await tell(address, other, 'start')).status, 404, other);
  }

  // A bomb is stopped while it is looked at and while it is imported, and says so by the file's own name.
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
  const { address: roomy, folder: stays } = await emptyServer(context);
  const packed = await sent(roomy, 'bomb.csv.gz', bomb);
  const looked = await tell(roomy, packed, 'preview');
  assert.equal(looked.status, 400);
  const { code, message } = await refusalOf(looked);
  assert.equal(code, 'file-unreadable');
  assert.match(message.ru, /^Файл bomb\.csv\.gz не читается/);
  await tell(roomy, packed, 'start', { source: 'fts' });
  const last = (await followed(roomy, packed)).at(-1);
  assert.deepEqual([last?.state, last?.error?.code], ['refused', 'file-unreadable']);
  assert.match(last?.error?.message.ru ?? '', /^Файл bomb\.csv\.gz в распакованном виде больше/);
  assert.doesNotMatch(`${last?.error?.message.ru}${last?.error?.message.en}`, /uploads/);
  const nested = await sent(roomy, 'nested.zip', zipOf({ 'a.csv.gz': bomb }));
  assert.equal((await tell(roomy, nested, 'preview')).status, 400);
  assert.equal(existsSync(join(stays, 'manifest.json')), false);
});

test('pages of other sites cannot write, and others on the network only with the token', async (context) => {
  const { address } = await emptyServer(context);
  for (const headers of [
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]) {
    const status = await raw(address, '/api/v1/imports?name=a.csv', {
      ...headers,
      'x-trajecta': '1',
      'content-type': 'application/octet-stream',
    });
    assert.equal(status, 403, JSON.stringify(headers));
  }
  const formLike = { 'content-type': 'text/plain' };
  assert.equal(await raw(address, '/api/v1/imports?name=a.csv', formLike), 403, 'a form sends no X-Trajecta');

  const open = await emptyServer(context, { host: '0.0.0.0', token: 'secret-of-the-test' });
  const local = open.address.replace('0.0.0.0', '127.0.0.1');
  const bearer = { authorization: 'Bearer secret-of-the-test' };
  assert.equal((await sendBytes(local, 'a.csv', unload())).status, 401);
  const accepted = await sendBytes(local, 'a.csv', unload(), bearer);
  assert.equal(accepted.status, 201);
  const { data, manifest } = (await accepted.json()) as ImportAnswer;
  assert.equal(manifest.tokenNeeded, true);
  for (const what of ['preview', 'start', 'cancel'])
    assert.equal((await tell(local, data.id, what)).status, 401, what);
  assert.equal((await fetch(`${local}/api/v1/imports/${data.id}`, { method: 'DELETE' })).status, 403);
  assert.equal((await tell(local, data.id, 'start', { source: 'fts' }, bearer)).status, 202);
  assert.equal((await followed(local, data.id)).at(-1)?.state, 'stored');
});

/** Status of a raw POST of a few bytes: fetch sets Origin itself. */
function raw(address: string, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(`${address}${path}`, { headers, method: 'POST' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    sending.end('NAPR;PERIOD');
  });
}

/** Status of a body of no declared length. */
function chunked(address: string, bytes: Buffer): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${address}/api/v1/imports?name=a.csv`,
      { method: 'POST', headers: { 'x-trajecta': '1', 'content-type': 'application/octet-stream' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sending.on('error', reject);
    sending.write(bytes.subarray(0, 60_000));
    sending.end(bytes.subarray(60_000));
  });
}

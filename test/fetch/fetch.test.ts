import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { fetchComexstat } from '../../src/fetch/fetchComexstat.ts';
import { fetchWdi } from '../../src/fetch/fetchWdi.ts';
import { importComexstat } from '../../src/sources/comexstat/importComexstat.ts';
import { importWdi } from '../../src/sources/wdi/importWdi.ts';
import { openSeries } from '../../src/store/series.ts';
import { faultyServer } from '../support/faultyServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const limits = { attempts: 4, idleMilliseconds: 10_000, pauseMilliseconds: 1000 };
const question = { indicator: 'TX.VAL.TECH.CD', from: 2018, to: 2019 };
const head = (page: number, pages: number, total: number) => ({
  page,
  pages,
  per_page: 20000,
  total,
  sourceid: '2',
  lastupdated: '2025-12-01',
});
const record = (iso3: string, date: string, value: number | null) => ({
  indicator: { id: 'TX.VAL.TECH.CD', value: 'High-technology exports (current US$)' },
  country: { id: '', value: '' },
  countryiso3code: iso3,
  date,
  value,
  unit: '',
  obs_status: '',
  decimal: 0,
});
const whole = JSON.stringify([head(1, 1, 2), [record('RUS', '2019', 10), record('CHN', '2019', 700)]]);
const refusal = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof TrajectaError && error.code === code && words.test(error.text.en);

test('429 with Retry-After, 500 and a closed connection are tried again with the pauses asked for', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, pauses, effects } = await faultyServer(context, (_request, response, turn) => {
    if (turn === 1)
      response.writeHead(429, { 'retry-after': '7' }).end('{"message":"Rate limit is exceeded"}');
    else if (turn === 2) response.writeHead(500).end('oops');
    else if (turn === 3) response.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(whole);
  });
  const { path } = await fetchWdi(cache, { ...question, baseUrl }, { limits }, effects);
  assert.deepEqual(pauses, [7000, 2000, 4000]);
  await importWdi(join(cache, 'w'), path);
  assert.equal((await openSeries(join(cache, 'w'))).values('TX.VAL.TECH.CD')?.get('CN 2019')?.value, 700);
});

test('a date in Retry-After; a wait too long is told instead of waited for', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, pauses, effects } = await faultyServer(context, (_request, response, turn) => {
    const after = turn === 1 ? 'Thu, 01 Jan 2026 00:00:30 GMT' : '86400';
    response.writeHead(429, { 'retry-after': after }).end();
  });
  await assert.rejects(
    () => fetchWdi(cache, { ...question, baseUrl }, { limits }, effects),
    refusal('fetch-failed', /HTTP 429; Retry-After: 86400 s/),
  );
  assert.deepEqual(pauses, [30000]);
});

test('HTML, an error of the API, an empty answer, 404: each refused by its name, and nothing in the cache', async (context) => {
  const answers: readonly (readonly [number, string, string, RegExp])[] = [
    [200, '<!doctype html><html>Maintenance</html>', 'fetch-failed', /no answer of the API .*html/],
    [
      200,
      JSON.stringify([{ message: [{ id: '120', key: 'Invalid value', value: 'not valid' }] }]),
      'fetch-failed',
      /Invalid value/,
    ],
    [200, JSON.stringify([head(1, 0, 0), null]), 'empty-answer', /the answer is empty/],
    [200, '', 'fetch-failed', /no answer/],
    [404, 'no', 'fetch-failed', /HTTP 404/],
  ];
  for (const [status, body, code, words] of answers) {
    const cache = await temporaryFolder(context);
    const { baseUrl, effects } = await faultyServer(context, (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end(body);
    });
    await assert.rejects(
      () => fetchWdi(cache, { ...question, baseUrl }, { limits }, effects),
      refusal(code, words),
    );
    const left = existsSync(join(cache, 'wdi')) ? readdirSync(join(cache, 'wdi')) : [];
    assert.deepEqual(
      left.filter((name) => name.endsWith('.json') || name.endsWith('.part')),
      [],
      body,
    );
  }
});

test('silence is given up on', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, requests, effects } = await faultyServer(context, (_request, response) => {
    response.writeHead(200).write('[');
  });
  await assert.rejects(
    () =>
      fetchWdi(
        cache,
        { ...question, baseUrl },
        { limits: { ...limits, attempts: 2, idleMilliseconds: 300 } },
        effects,
      ),
    refusal('fetch-failed', /> 1 s/),
  );
  assert.equal(requests.length, 2);
});

test('pages are put together; pages of two vintages, or one too few, are refused', async (context) => {
  const pageOf = (url: string | undefined) => Number(/[?&]page=(\d+)/.exec(url ?? '')?.[1]);
  const page = (number: number) => [
    head(number, 2, 2),
    [record(number === 1 ? 'RUS' : 'CHN', '2019', number)],
  ];
  const good = await faultyServer(context, (request, response) =>
    response.end(JSON.stringify(page(pageOf(request.url)))),
  );
  const cache = await temporaryFolder(context);
  const { path } = await fetchWdi(cache, { ...question, baseUrl: good.baseUrl }, { limits }, good.effects);
  const report = await importWdi(join(cache, 'w'), path);
  assert.equal(report.data[0]?.accounts.valuesKept, 2);
  const values = (await openSeries(join(cache, 'w'))).values('TX.VAL.TECH.CD');
  assert.deepEqual([values?.get('RU 2019')?.value, values?.get('CN 2019')?.value], [1, 2]);
  const mixed = await faultyServer(context, (request, response) => {
    const [top, rows] = page(pageOf(request.url)) as [object, unknown[]];
    response.end(JSON.stringify([{ ...top, lastupdated: `2025-0${pageOf(request.url)}-01` }, rows]));
  });
  await assert.rejects(
    () => fetchWdi(cache, { ...question, baseUrl: mixed.baseUrl }, { limits }, mixed.effects),
    refusal('fetch-failed', /pages do not make one answer/),
  );
});

test('the cache answers offline, with date and checksum; a damaged file is loaded anew', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, requests, effects } = await faultyServer(context, (_request, response) =>
    response.end(whole),
  );
  const asked = { ...question, baseUrl };
  await assert.rejects(
    () => fetchWdi(cache, asked, { offline: true }, effects),
    refusal('not-cached', /--offline/),
  );
  const first = await fetchWdi(cache, asked, { limits }, effects);
  assert.equal(first.entries[0]?.fetchedAt, '2026-01-01T00:00:00.000Z');
  const second = await fetchWdi(cache, asked, { offline: true }, effects);
  assert.deepEqual(second.entries, first.entries);
  assert.equal(requests.length, 1);
  const name = readdirSync(join(cache, 'wdi')).find((one) => /-[0-9a-f]{10}\.json$/.test(one));
  writeFileSync(join(cache, 'wdi', name ?? ''), '[');
  await assert.rejects(
    () => fetchWdi(cache, asked, { offline: true }, effects),
    refusal('not-cached', /cache/),
  );
  await fetchWdi(cache, asked, { limits }, effects);
  assert.equal(requests.length, 2);
});

const csv = `"CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";"KG_LIQUIDO";"VL_FOB"\n${Array.from({ length: 300 }, (_, row) => `"2021";"01";"85423190";"11";"160";"SP";"04";"0817600";${row};1;100`).join('\n')}\n`;

test('a cut file is gone on from where it broke off, and imported whole', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, requests, effects } = await faultyServer(context, (request, response, turn) => {
    const bytes = Buffer.from(csv);
    if (turn === 1) {
      response.writeHead(200, { etag: '"v1"', 'content-length': bytes.length });
      response.write(bytes.subarray(0, 5000));
      setTimeout(() => response.destroy(), 50);
      return;
    }
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]);
    response
      .writeHead(206, { etag: '"v1"', 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` })
      .end(bytes.subarray(from));
  });
  const { path, entry } = await fetchComexstat(
    cache,
    { year: 2021, flow: 'export', baseUrl },
    { limits },
    effects,
  );
  assert.equal(readFileSync(path, 'utf8'), csv);
  assert.equal(entry.bytes, csv.length);
  assert.equal(requests[1]?.headers['if-range'], '"v1"');
  const report = await importComexstat(join(cache, 'w'), path);
  assert.equal(report.data[0]?.valueKept, 30000);
});

test('a file that changed between two tries is loaded from its beginning', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, effects } = await faultyServer(context, (_request, response, turn) => {
    if (turn === 1) {
      response.writeHead(200, { etag: '"v1"', 'content-length': csv.length });
      response.write(`old ${csv.slice(0, 3000)}`);
      setTimeout(() => response.destroy(), 50);
    } else response.writeHead(200, { etag: '"v2"' }).end(csv);
  });
  const { path } = await fetchComexstat(cache, { year: 2021, flow: 'export', baseUrl }, { limits }, effects);
  assert.equal(readFileSync(path, 'utf8'), csv);
});

test('HTML in place of a file, a heading alone, half a last line: refused, nothing in the workspace', async (context) => {
  for (const [body, code] of [
    ['<html></html>', 'fetch-failed'],
    [`${csv.split('\n')[0]}\n`, 'empty-answer'],
    [csv.slice(0, -20), 'fetch-failed'],
  ] as const) {
    const cache = await temporaryFolder(context);
    const { baseUrl, effects } = await faultyServer(context, (_request, response) => response.end(body));
    await assert.rejects(
      () => fetchComexstat(cache, { year: 2021, flow: 'export', baseUrl }, { limits }, effects),
      refusal(code, /workspace is unchanged/),
    );
    assert.deepEqual(readdirSync(join(cache, 'comexstat')), []);
  }
});

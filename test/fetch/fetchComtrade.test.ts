import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { type ComtradeAccess, type ComtradeQuestion, fetchComtrade } from '../../src/fetch/fetchComtrade.ts';
import { comtradeRecords } from '../../src/sources/comtrade/comtradeJson.ts';
import { importComtrade } from '../../src/sources/comtrade/importComtrade.ts';
import { faultyServer } from '../support/faultyServer.ts';
import { runTrajecta } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** A small Comtrade: exports of two countries to the world in 2019, by six digits, in the API's own fields. */
const facts = ['643', '156'].flatMap((reporter) =>
  ['854231', '854239', '880240', '300490', '901890'].map((cmdCode, place) => ({
    typeCode: 'C',
    freqCode: 'A',
    refPeriodId: 20190101,
    refYear: 2019,
    refMonth: 52,
    period: '2019',
    reporterCode: Number(reporter),
    flowCode: 'X',
    partnerCode: 0,
    partner2Code: 0,
    classificationCode: 'H5',
    classificationSearchCode: 'HS',
    isOriginalClassification: true,
    cmdCode,
    aggrLevel: 6,
    isLeaf: true,
    customsCode: 'C00',
    mosCode: '0',
    motCode: 0,
    qtyUnitCode: 8,
    qty: 1,
    isQtyEstimated: false,
    netWgt: 1,
    cifvalue: null,
    fobvalue: (place + 1) * 100.5,
    primaryValue: (place + 1) * 100.5,
    legacyEstimationFlag: 0,
    isReported: true,
    isAggregate: false,
  })),
);
const total = 2 * (1 + 2 + 3 + 4 + 5) * 100.5;

const answer = (rows: readonly object[]) =>
  JSON.stringify({ elapsedTime: '0.05 secs', count: rows.length, data: rows, error: '' });

/** Answers as the API does: what was asked for, cut off without a word at `maxRecords`. */
function answerQuestion(request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  const asked = (name: string) => query.get(name)?.split(',') ?? null;
  const rows = facts.filter(
    (row) =>
      (asked('reporterCode')?.includes(String(row.reporterCode)) ?? true) &&
      (asked('period')?.includes(row.period) ?? true) &&
      (asked('cmdCode')?.some((code) => code === row.cmdCode || code === 'AG6') ?? true),
  );
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    .end(answer(rows.slice(0, Number(query.get('maxRecords')))));
}

const question: ComtradeQuestion = {
  reporters: ['643', '156'],
  partners: ['0'],
  periods: ['2019'],
  flows: ['X'],
  codes: ['TOTAL', 'AG6'],
  classification: 'HS',
  monthly: false,
};
const key = 'f00dfeedf00dfeedf00dfeedf00dfeed';
const access: ComtradeAccess = {
  key,
  limit: 100,
  all: {
    reporters: ['156', '643'],
    partners: ['156', '276'],
    codes: () => [...new Set(facts.map((row) => row.cmdCode)), '9999AA'],
  },
  rowsOf: comtradeRecords,
};
const limits = { attempts: 4, idleMilliseconds: 10_000, pauseMilliseconds: 1000 };
const refusal = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof TrajectaError && error.code === code && words.test(error.text.en);

test('the key goes as a header, and is in no address, file or message', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, requests, effects } = await faultyServer(context, (request, response, turn) => {
    if (turn === 1) response.writeHead(429, { 'retry-after': '2' }).end('{"statusCode":429}');
    else if (turn === 2) response.writeHead(500).end('oops');
    else answerQuestion(request, response);
  });
  const said: string[] = [];
  const heard = { ...effects, progress: (text: { en: string }) => void said.push(text.en) };
  const { path, calls } = await fetchComtrade(cache, { ...question, baseUrl }, access, { limits }, heard);
  assert.equal(calls, 1);
  assert.equal(requests[2]?.headers['ocp-apim-subscription-key'], key);
  assert.match(
    requests[2]?.url ?? '',
    /^\/data\/v1\/get\/C\/A\/HS\?reporterCode=643,156&period=2019&partnerCode=0&flowCode=X&cmdCode=TOTAL,AG6&partner2Code=0&customsCode=C00&motCode=0/,
  );
  const folder = join(cache, 'comtrade');
  const held = readdirSync(folder).map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);
  assert.ok(![...held, ...said, ...requests.map((one) => one.url)].join('\n').includes(key));
  const report = await importComtrade(join(cache, 'w'), path);
  assert.equal(report.data[0]?.valueKept, total);
  assert.ok(!JSON.stringify(report).includes(key));
  // Again, and offline without a key: from the cache, no call.
  const again = await fetchComtrade(
    cache,
    { ...question, baseUrl },
    { ...access, key: null },
    { offline: true },
    effects,
  );
  assert.deepEqual([again.path, again.calls, requests.length], [path, 0, 3]);
});

test('an answer cut off at the limit is asked for in parts; the parts together are the whole', async (context) => {
  const cache = await temporaryFolder(context);
  const { baseUrl, requests, effects } = await faultyServer(context, (request, response) =>
    answerQuestion(request, response),
  );
  // No part of two codes has more than two rows: reporters are split first, codes after them.
  const small = { ...access, limit: 3 };
  const { path } = await fetchComtrade(cache, { ...question, baseUrl }, small, { limits }, effects);
  const report = await importComtrade(join(cache, 'w'), path);
  assert.equal(report.data[0]?.valueKept, total);
  assert.equal(report.data[0]?.rowsKept, facts.length);
  const calls = requests.length;
  assert.ok(calls > 4);
  const again = await fetchComtrade(cache, { ...question, baseUrl }, small, { limits }, effects);
  assert.deepEqual([again.path, requests.length], [path, calls]);
  await assert.rejects(
    () =>
      fetchComtrade(join(cache, 'x'), { ...question, baseUrl }, { ...access, limit: 1 }, { limits }, effects),
    refusal('fetch-failed', /cut off at 1 rows and cannot be split/),
  );
});

test('an interrupted load leaves no whole file, and goes on from the parts that came', async (context) => {
  const cache = await temporaryFolder(context);
  let broken = true;
  const { baseUrl, requests, effects } = await faultyServer(context, (request, response, turn) => {
    if (broken && turn > 3) response.destroy();
    else answerQuestion(request, response);
  });
  const small = { ...access, limit: 3 };
  await assert.rejects(
    () => fetchComtrade(cache, { ...question, baseUrl }, small, { limits }, effects),
    refusal('fetch-failed', /not loaded/),
  );
  const names = readdirSync(join(cache, 'comtrade'));
  assert.ok(!names.some((name) => /^2019/.test(name)), names.join(' '));
  broken = false;
  const before = requests.length;
  const { path } = await fetchComtrade(cache, { ...question, baseUrl }, small, { limits }, effects);
  const urls = requests.map((one) => one.url);
  assert.equal(
    urls.slice(before).filter((url) => urls.slice(0, 3).includes(url)).length,
    0,
    'nothing is asked twice',
  );
  assert.equal((await importComtrade(join(cache, 'w'), path)).data[0]?.valueKept, total);
});

test('HTML, errors of the API, a cut answer, no rows, a refused key: named, nothing cached, key unsaid', async (context) => {
  const html = '<html><body>Under maintenance</body></html>';
  const cases: readonly (readonly [number, string, string, RegExp])[] = [
    [200, html, 'fetch-failed', /no answer of the API \(<html>/],
    [200, '', 'fetch-failed', /no answer of the API/],
    [200, '{"elapsedTime":"0 secs","count":0,"data":[],"error":""}', 'empty-answer', /HTTP 200 without rows/],
    [
      200,
      '{"elapsedTime":"0 secs","count":-1,"data":null,"error":"Invalid period"}',
      'fetch-failed',
      /Invalid period/,
    ],
    [200, answer(facts).slice(0, 500), 'fetch-failed', /no answer of the API/],
    [200, answer(facts).replace('"count":10', '"count":12'), 'fetch-failed', /says 12 rows and holds 10/],
    [
      401,
      `{"statusCode":401,"message":"Access denied due to invalid subscription key ${key}."}`,
      'fetch-failed',
      /HTTP 401: Access denied due to invalid subscription key \*\*\*/,
    ],
    [
      403,
      '{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 02:13:11."}',
      'fetch-failed',
      /HTTP 403: Out of call volume quota/,
    ],
    [302, '', 'fetch-failed', /HTTP 302/],
  ];
  for (const [status, body, code, words] of cases) {
    const cache = await temporaryFolder(context);
    const { baseUrl, effects } = await faultyServer(context, (_request, response) => {
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end(body);
    });
    await assert.rejects(
      () => fetchComtrade(cache, { ...question, baseUrl }, access, { limits }, effects),
      (error: unknown) => refusal(code, words)(error) && !(error as TrajectaError).text.ru.includes(key),
      `${status} ${body.slice(0, 60)}`,
    );
    const left = readdirSync(join(cache, 'comtrade')).filter((name) => /\.(?:json|part|draft)$/.test(name));
    assert.deepEqual(left, []);
  }
});

test('the command loads year by year, says which year is empty, and works offline from the cache', async (context) => {
  const folder = await temporaryFolder(context);
  const { baseUrl } = await faultyServer(context, (request, response) => answerQuestion(request, response));
  const command = [
    'fetch',
    'comtrade',
    '--reporters',
    'RU,CHN',
    '--from',
    '2018',
    '--to',
    '2019',
    '-w',
    join(folder, 'w'),
    '--lang',
    'en',
  ];
  process.env.TRAJECTA_COMTRADE_KEY = key;
  context.after(() => delete process.env.TRAJECTA_COMTRADE_KEY);
  const run = await runTrajecta(...command, '--base-url', baseUrl);
  assert.equal(run.code, 0, run.err);
  assert.match(run.err, /2018: no data \(the answer is empty\)/);
  assert.match(run.out, /kept +10 +3,015\.00/);
  assert.ok(!`${run.out}${run.err}`.includes(key));
  delete process.env.TRAJECTA_COMTRADE_KEY;
  const offline = await runTrajecta(...command.with(5, '2019'), '--base-url', baseUrl, '--offline');
  assert.equal(offline.code, 0, offline.err);
  const nothing = await runTrajecta(
    ...command.with(5, '2017').with(7, '2018').with(9, join(folder, 'none')),
    '--base-url',
    baseUrl,
  );
  assert.notEqual(nothing.code, 0);
  assert.match(nothing.err, /\[empty-answer\]/);
  assert.ok(!existsSync(join(folder, 'none', 'manifest.json')));
});

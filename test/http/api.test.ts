import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Assessment } from '../../src/api/assessment.ts';
import { type Refusal, refusalSchema } from '../../src/api/refusal.ts';
import { openDuckdb } from '../../src/store/duckdb.ts';
import { literal } from '../../src/store/queries/literal.ts';
import { serveHostile } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

async function json<Body>(url: string): Promise<Body> {
  const response = await fetch(url);
  assert.equal(response.status, 200, url);
  return (await response.json()) as Body;
}

test('the OpenAPI document describes every question, and answers fit their schemas', async (context) => {
  const { address } = await serveHostile(context);
  const document = await json<{ openapi: string; paths: Record<string, { get?: Operation }> }>(
    `${address}/api/v1/openapi.json`,
  );
  assert.equal(document.openapi, '3.1.0');
  const asked: Record<string, string> = {};
  const assessed = await json<Assessment>(`${address}/api/v1/assess`);
  asked['/api/v1/explain'] = `?figure=${assessed.data[0]?.id}/trajectoryIndex`;
  let checked = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (get === undefined || path.includes('{')) continue;
    const needs = get.parameters.filter((one) => one.required && asked[path] === undefined);
    if (needs.length > 0) continue;
    const response = await fetch(`${address}${path}${asked[path] ?? ''}`);
    const answer = (await response.json()) as Partial<Refusal>;
    // What rests on files that this workspace lacks says so; everything else answers.
    assert.equal(answer.error?.code, lacking[path], `${path}: ${response.status}`);
    assert.ok(String(response.status) in get.responses, `${path}: ${response.status}`);
    if (response.status !== 200) {
      refusalSchema.parse(answer);
      continue;
    }
    const ajv = new Ajv2020({ strict: false });
    const schema = get.responses['200']?.content['application/json']?.schema ?? {};
    assert.ok(ajv.validate(schema, answer), `${path}: ${ajv.errorsText()}`);
    checked += 1;
  }
  assert.ok(checked >= 4);
});

const lacking: Readonly<Record<string, string>> = {
  '/api/v1/map': 'not-found',
};

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
  readonly responses: Record<string, { content: Record<string, { schema: object }> }>;
}

test('what is not accepted is refused with what was given and what is accepted, in both languages', async (context) => {
  const { address } = await serveHostile(context);
  for (const [query, status, wanted] of [
    ['assess?flow=sideways', 400, /flow=sideways.*export, import/],
    ['assess?period=last%20year', 400, /period=last year/],
    ['assess?revision=5', 400, /revision=5.*3, 4/],
    ['assess?withoutSelf=perhaps', 400, /withoutSelf=perhaps.*true, false/],
    ['assess?yeer=2019', 400, /yeer.*period/],
    ['assess?flow=export&flow=import', 400, /flow=export & import/],
    ['assess?segments=../../etc/passwd', 400, /segments=/],
    ['assess?segments=package', 400, /segments=package.*four, eight, nine/],
    ['assess?rule=nobody', 400, /rule=nobody.*default, paper/],
    ['assess?leaveOut=XX-2', 400, /XX-2.*XX-1/],
    ['assess?limit=1e9', 400, /limit=1e9/],
    ['assess?limit=-1', 400, /limit=-1/],
    ['assess?filter.nothing=1', 400, /filter\.nothing.*territory/],
    ['assess?__proto__=1', 400, /__proto__/],
    ['workspace?limit=1', 400, /limit/],
    ['explain', 400, /figure=/],
    ['explain?figure=0123456789/2019/pharma/XX-1', 404, /0123456789/],
    ["explain?figure='%20OR%201=1", 400, /figure=' OR 1=1/],
    ['assess?period=2031', 404, /2031.*2019/],
    ['assess.doc', 406, /\.doc.*\.csv.*\.parquet/],
    ['assessment', 404, /assess/],
  ] as const) {
    const response = await fetch(`${address}/api/v1/${query}`);
    assert.equal(response.status, status, query);
    const { error } = (await response.json()) as Refusal;
    assert.match(error.message.en, wanted, query);
    assert.ok(error.message.ru.length > 10 && error.message.ru !== error.message.en, query);
  }
  const late = await fetch(`${address}/api/v1/assess`, { headers: { accept: 'image/png' } });
  assert.equal(late.status, 406);
});

test('tables to be published: cells of few contributors are hidden as on the command line', async (context) => {
  const { address } = await serveHostile(context);
  const open = await json<Assessment>(`${address}/api/v1/assess`);
  const hidden = await json<Assessment>(`${address}/api/v1/assess?hideBelow=3&hideDominated=2/85`);
  assert.equal(hidden.data.length, open.data.length);
  assert.ok(hidden.data.some((row) => row.suppressed !== null && row.segmentValueUsd === null));
  assert.ok(open.data.every((row) => row.suppressed === null));
  const refused = await fetch(`${address}/api/v1/assess?hideDominated=many`);
  assert.equal(refused.status, 400);
  assert.match(((await refused.json()) as Refusal).error.message.en, /hideDominated=many.*2\/85/);
  // Where nothing is hidden the parameter is refused with the reason, not passed over.
  const refusal = await fetch(`${address}/api/v1/diversify?hideBelow=3`);
  assert.equal(refusal.status, 400);
  assert.match(JSON.stringify(await refusal.json()), /hides no cells.*computed from the answers beside it/);
});

test('questions that cannot be protected refuse disclosure control with the reason', async (context) => {
  const { address } = await serveHostile(context);
  const reasons = {
    composition: [/разность суммы/, /a sum less the rest/],
    lines: [/разность суммы/, /a sum less the rest/],
    partners: [/разность суммы/, /a sum less the rest/],
    product: [/разность суммы/, /a sum less the rest/],
    'unit-values': [/квартили/, /quartiles/],
    opportunities: [/присутствие/, /presence/],
    'product-space': [/присутствие/, /presence/],
  } as const;
  for (const [question, [russian, english]] of Object.entries(reasons))
    for (const parameter of ['hideBelow=3', 'hideDominated=2/85']) {
      const response = await fetch(`${address}/api/v1/${question}?${parameter}`);
      assert.equal(response.status, 400, question);
      const { error } = (await response.json()) as Refusal;
      assert.equal(error.code, 'bad-option');
      assert.match(error.message.ru, russian);
      assert.match(error.message.en, english);
      assert.match(error.message.en, /^hideBelow and hideDominated do not work here.*assess, high-tech/);
    }
});

test('the name of an answer changes with the question and its form; who has it is told so', async (context) => {
  const { address } = await serveHostile(context);
  const first = await fetch(`${address}/api/v1/assess`);
  const tag = first.headers.get('etag') ?? '';
  assert.match(tag, /^W\/"/);
  await first.arrayBuffer();
  const again = await fetch(`${address}/api/v1/assess`, { headers: { 'if-none-match': tag } });
  assert.equal(again.status, 304);
  const others = await Promise.all(
    ['assess.csv', 'assess?base=high-tech', 'assess?limit=1', 'assess.csv?lang=ru'].map(async (query) => {
      const response = await fetch(`${address}/api/v1/${query}`, { headers: { 'if-none-match': tag } });
      await response.arrayBuffer();
      return response.status === 200 ? response.headers.get('etag') : null;
    }),
  );
  assert.equal(new Set([tag, ...others]).size, 5);
});

test('the same rows as JSON, CSV, XLSX and Parquet, by extension and by Accept', async (context) => {
  const { address } = await serveHostile(context);
  const rows = (await json<Assessment>(`${address}/api/v1/assess`)).data;
  const wanted = rows.map((row) => row.segmentValueUsd);
  const csv = await (await fetch(`${address}/api/v1/assess`, { headers: { accept: 'text/csv' } })).text();
  const [heading = '', ...lines] = csv.trimEnd().split('\r\n');
  const place = heading.split(',').indexOf('segmentValueUsd');
  assert.equal(lines.length, rows.length);
  // Names hold quotes but no commas here, so the place of a column counts from the right.
  const fromRight = place - heading.split(',').length;
  assert.deepEqual(
    lines.map((line) => Number(line.split(',').at(fromRight))).slice(0, 3),
    wanted.slice(0, 3),
  );
  assert.ok(csv.includes("'=1+1"), 'a text that a spreadsheet would take for a formula is marked as text');

  const book = workbooks.read(
    new Uint8Array(await (await fetch(`${address}/api/v1/high-tech.xlsx`)).arrayBuffer()),
  );
  assert.ok(book.SheetNames.includes('manifest'));

  const folder = await temporaryFolder(context);
  const response = await fetch(`${address}/api/v1/assess.parquet`);
  assert.match(response.headers.get('content-disposition') ?? '', /trajecta-assess\.parquet/);
  const path = join(folder, 'rows.parquet');
  await writeFile(path, new Uint8Array(await response.arrayBuffer()));
  const engine = await openDuckdb();
  context.after(() => engine.close());
  const stored = await engine.query(
    `SELECT id, "segmentValueUsd" AS usd, "verdictNear" AS near FROM ${literal(path)}`,
  );
  assert.deepEqual(
    stored.map((row) => row.usd),
    wanted,
  );
  assert.deepEqual(
    stored.map((row) => row.id),
    rows.map((row) => row.id),
  );
  assert.equal(typeof stored[0]?.near, 'boolean');
});

test('paging and filters cut the rows and say how many there are', async (context) => {
  const { address } = await serveHostile(context);
  const all = (await json<Assessment>(`${address}/api/v1/assess`)).data;
  type Paged = Assessment & { page: { total: number; offset: number; limit: number } };
  const second = await json<Paged>(`${address}/api/v1/assess?limit=2&offset=2`);
  assert.deepEqual(second.data, all.slice(2, 4));
  assert.deepEqual(second.page, { total: all.length, offset: 2, limit: 2 });
  const region = await json<Paged>(
    `${address}/api/v1/assess?filter.territory=XX-1&filter.segment=pharma,other`,
  );
  assert.deepEqual(
    region.data.map((row) => [row.territory, row.segment]),
    [
      ['XX-1', 'pharma'],
      ['XX-1', 'other'],
    ],
  );
});

test('answers are compressed where that is accepted', async (context) => {
  const { address } = await serveHostile(context);
  for (const encoding of ['br', 'gzip']) {
    const response = await fetch(`${address}/api/v1/assess`, { headers: { 'accept-encoding': encoding } });
    assert.equal(response.headers.get('content-encoding'), encoding);
    assert.ok(((await response.json()) as Assessment).data.length > 0);
  }
});

test('an answer that takes too long is refused with advice, and is there when asked again', async (context) => {
  const { address } = await serveHostile(context, { limits: { milliseconds: 1 } });
  const response = await fetch(`${address}/api/v1/assess`);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.equal(((await response.json()) as Refusal).error.code, 'too-slow');
  let status = 503;
  for (let attempt = 0; attempt < 100 && status === 503; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    status = (await fetch(`${address}/api/v1/assess`)).status;
  }
  assert.equal(status, 200);
});

test('more questions at once than may wait are refused', async (context) => {
  const { address } = await serveHostile(context, { limits: { atOnce: 1, waiting: 2 } });
  const statuses = await Promise.all(
    ['four', 'eight', 'nine'].flatMap((segments) =>
      ['total', 'chapter', 'heading'].map(
        async (base) => (await fetch(`${address}/api/v1/assess?segments=${segments}&base=${base}`)).status,
      ),
    ),
  );
  assert.ok(statuses.includes(200) && statuses.includes(503), statuses.join(' '));
});

test('a figure of an answer is explained down to its rows', async (context) => {
  const { address } = await serveHostile(context);
  const { data } = await json<Assessment>(`${address}/api/v1/assess`);
  const row = data.find((one) => one.territory === 'XX-1' && one.segment === 'pharma');
  const answer = await json<{ data: { value: number; agrees: boolean; operands: { rowCount: number }[] } }>(
    `${address}/api/v1/explain?figure=${row?.id}/trajectoryIndex`,
  );
  // XX-1 sells 5 of 10 million in pharma, the country 5 of 20: (5/10)/(5/20) = 2.
  assert.equal(answer.data.value, 2);
  assert.equal(answer.data.agrees, true);
  assert.deepEqual(
    answer.data.operands.map((one) => one.rowCount),
    [1, 2, 1, 3],
  );
});

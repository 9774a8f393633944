import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import iconv from 'iconv-lite';
import type { ImportReport } from '../../src/api/importReport.ts';
import type { ImportAnswer } from '../../src/api/imports.ts';
import type { Quarantine } from '../../src/api/quarantine.ts';
import type { Refusal } from '../../src/api/refusal.ts';
import type { VintageDiff, VintageList } from '../../src/api/vintages.ts';
import { runTask } from '../../src/http/imports/runTask.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { followed, previewed, sendBytes, sent, tell } from '../support/importOverHttp.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { serveFolder } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { workbookOf, zipOf } from '../support/zipOf.ts';

const heading = 'NAPR;PERIOD;STRANA;TNVED;EDIZM;STOIM;NETTO;KOL;REGION';
const good = [
  'ЭК;01/2019;DE;3004900000;;1000,50;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
  'ЭК;02/2019;CN;8542310000;;2000,25;1;0;45000 - ГОРОД МОСКВА',
  'ЭК;03/2019;KZ;2709009000;;3000;1;0;29000 - КАЛУЖСКАЯ ОБЛАСТЬ',
  'ИМ;03/2019;KZ;2709009000;;10;1;0;29000 - КАЛУЖСКАЯ ОБЛАСТЬ',
];
const bad = [
  'ЭК;13/2019;DE;3004900000;;7;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
  'ЭК;04/2019;DE;3004900000;;=2+3;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
];

function unload(rows: readonly string[] = [...good, ...bad]): string {
  return [heading, ...rows].join('\r\n');
}

async function refusalOf(response: Response): Promise<Refusal['error']> {
  const { error } = (await response.json()) as Refusal;
  assert.ok(error.message.ru.length > 10 && error.message.ru !== error.message.en);
  return error;
}

async function answered<Answer>(address: string, query: string): Promise<Answer> {
  const response = await fetch(`${address}/api/v1/${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Answer;
}

async function emptyServer(context: TestContext, options = {}) {
  const folder = join(await temporaryFolder(context), 'workspace');
  const server = await serveFolder(context, folder, options);
  return { folder, ...server };
}

test('a file goes the whole way: sent, looked at, imported, reported, its quarantine read, its figures seen', async (context) => {
  const { address, folder } = await emptyServer(context);
  assert.equal((await fetch(`${address}/api/v1/workspace`)).status, 404);
  const id = await sent(address, 'C:\\данные\\выгрузка 2019.csv', iconv.encode(unload(), 'win1251'));
  const { data, manifest } = await previewed(address, id);
  assert.deepEqual(
    [data.source, data.container, data.encoding, data.delimiter, data.decimalMark, data.problem],
    ['fts', 'text', 'win1251', ';', ',', null],
  );
  assert.deepEqual(data.columns.map((one) => one.meaning).slice(0, 6), [
    'flow',
    'period',
    'partner',
    'line',
    'unit',
    'value',
  ]);
  assert.deepEqual(data.rows[0], good[0]?.split(';'));
  const started = await tell(address, id, 'start', manifest.settings);
  assert.equal(started.status, 202);
  const states = await followed(address, id);
  const last = states.at(-1);
  assert.equal(last?.state, 'stored');
  assert.equal(last?.name, 'выгрузка 2019.csv');
  assert.ok(states.some((one) => one.progress?.stage === 'done' && (one.progress.rowsPerSecond ?? 0) >= 0));
  // Counted by hand from the rows above; a value that is no number counts for none.
  const [accounts] = last?.report?.data ?? [];
  assert.deepEqual(
    [accounts?.rowsIn, accounts?.rowsKept, accounts?.rowsQuarantined, accounts?.valueKept, accounts?.valueIn],
    [6, 4, 2, 6010.75, 6017.75],
  );

  const workspace = await fetch(`${address}/api/v1/workspace`);
  assert.equal(workspace.status, 200);
  const tag = workspace.headers.get('etag') ?? '';
  await workspace.arrayBuffer();
  const rows = await answered<Quarantine & { page: { total: number } }>(
    address,
    'quarantine?limit=1&offset=1',
  );
  assert.equal(rows.page.total, 2);
  assert.deepEqual(
    rows.data.map((row) => [row.file, row.row, row.column, row.text, row.reason, row.value]),
    [['выгрузка 2019.csv', 6, 'value', '=2+3', 'bad-value', null]],
  );
  assert.deepEqual(
    rows.manifest.counts.map(({ reason, rows: count }) => [reason, count]),
    [
      ['bad-period', 1],
      ['bad-value', 1],
    ],
  );
  const csv = await (await fetch(`${address}/api/v1/quarantine.csv?reason=bad-value`)).text();
  assert.match(csv, /'=2\+3/, 'a text that a spreadsheet would take for a formula is marked as text');
  assert.equal((await fetch(`${address}/api/v1/quarantine?reason=nothing`)).status, 400);
  const report = await answered<ImportReport>(address, `import-report?vintage=${accounts?.vintage}`);
  assert.deepEqual(report.data, last?.report?.data);
  const unknown = await fetch(`${address}/api/v1/import-report?vintage=nobody`);
  assert.equal(unknown.status, 404);
  assert.match((await refusalOf(unknown)).message.ru, /nobody.*выгрузка 2019\.csv/);
  assert.equal(
    (await readdir(join(folder, 'uploads', (await readdir(join(folder, 'uploads')))[0] ?? ''))).length,
    0,
  );

  // The same file again changes nothing; more of the same makes another state, and another name of every answer.
  const again = await sent(address, 'the same.csv', iconv.encode(unload(), 'win1251'));
  await tell(address, again, 'start');
  assert.equal((await followed(address, again)).at(-1)?.report?.manifest.alreadyStored, true);
  const unchanged = await fetch(`${address}/api/v1/workspace`, { headers: { 'if-none-match': tag } });
  assert.equal(unchanged.status, 304);
  const more = await sent(
    address,
    'more.csv',
    unload(['ЭК;05/2019;DE;3004900000;;500;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ']),
  );
  await tell(address, more, 'start', { source: 'fts' });
  assert.equal((await followed(address, more)).at(-1)?.state, 'stored');
  const changed = await fetch(`${address}/api/v1/workspace`, { headers: { 'if-none-match': tag } });
  assert.equal(changed.status, 200);
  await changed.arrayBuffer();
  const list = await answered<VintageList>(address, 'vintages');
  assert.deepEqual(
    list.data.map((one) => [one.state, one.file, one.inForce]),
    [
      [1, 'выгрузка 2019.csv', true],
      [2, 'more.csv', true],
    ],
  );
  const difference = await answered<VintageDiff>(address, 'vintages-diff?a=1&b=now');
  assert.deepEqual(
    difference.data.cells.map((one) => [one.region, one.product, one.valueA, one.valueB, one.difference]),
    [['RU-TOM', '300490', 1000.5, 1500.5, 500]],
  );
  const sound = await answered<{ data: { integrity: { sound: boolean; vintages: number } } }>(
    address,
    'integrity',
  );
  assert.deepEqual([sound.data.integrity.sound, sound.data.integrity.vintages], [true, 2]);
});

test('columns that are not told by their names, other delimiters, sheets and members of archives are set', async (context) => {
  const { address } = await emptyServer(context);
  const rows = [
    ['NAPR', 'PERIOD', 'STRANA', 'TNVED', 'Цена по декларации', 'REGION'],
    ...good.map((row) => {
      const cells = row.split(';');
      return [cells[0], cells[1], cells[2], cells[3], cells[5], cells[8]];
    }),
  ];
  const book = workbookOf({ Лист1: [['пояснение']], Данные: rows });
  const zip = zipOf({ 'a.xlsx': book, 'b.csv': unload(), 'readme.md': 'x' });
  const id = await sent(address, 'all.zip', zip);
  const first = await previewed(address, id);
  assert.deepEqual([...first.data.members].sort(), ['a.xlsx', 'b.csv']);
  assert.equal(first.manifest.settings.member, first.data.members[0], 'one of them is taken, and said');
  const settings = { source: 'fts' as const, member: 'a.xlsx', columns: { value: 'Цена по декларации' } };
  const before = await previewed(address, id, { source: 'fts', member: 'a.xlsx' });
  assert.equal(before.data.problem?.code, 'missing-column');
  assert.deepEqual([before.data.sheets, before.data.sheet], [['Лист1', 'Данные'], 'Данные']);
  const named = await previewed(address, id, settings);
  assert.equal(named.data.problem, null);
  assert.equal(named.data.columns[4]?.meaning, 'value');
  await tell(address, id, 'start', named.manifest.settings);
  const last = (await followed(address, id)).at(-1);
  assert.equal(last?.report?.data[0]?.valueKept, 6010.75);
  const other = await previewed(address, await sent(address, 'all.zip', zip), { member: 'b.csv' });
  assert.deepEqual([other.data.source, other.data.delimiter], ['fts', ';']);
});

test('a table of another kind gets a draft of a mapping; a corrected mapping imports it', async (context) => {
  const { address } = await emptyServer(context);
  const codes = ['300490', '854231', '270900', '880240', '901811', '847130', '271121', '710812'];
  const rows = ['NSW', 'VIC', 'QLD'].flatMap((state) =>
    codes.map((code, place) => `2019,${state},${code},${(place + 1) * 1000}`),
  );
  const id = await sent(address, 'states.csv', ['year,state,hs6,aud', ...rows].join('\n'));
  const { data } = await previewed(address, id);
  assert.equal(data.source, 'table');
  const draft = data.mapping as { country: string; columns: Record<string, string>; currency: object };
  assert.equal(draft.country, 'AU');
  assert.deepEqual(draft.columns, { year: 'year', region: 'state', line: 'hs6', value: 'aud' });
  const refused = await previewed(address, id, {
    source: 'table',
    mapping: { ...draft, country: 'Australia' },
  });
  assert.equal(refused.data.problem?.code, 'bad-mapping');
  const mapping = { ...draft, currency: { code: 'AUD', unit: 1, usdPerUnit: { 2019: 0.7 } } };
  await tell(address, id, 'start', { source: 'table', mapping });
  const last = (await followed(address, id)).at(-1);
  assert.equal(last?.state, 'stored', JSON.stringify(last?.error));
  // 3 states of 1000 + 2000 + … + 8000 = 36,000 AUD each, at 0.7.
  assert.deepEqual(
    [last?.report?.data[0]?.valueKept, last?.report?.data[0]?.valueKeptUsd],
    [108_000, 75_600],
  );
});

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
    [{ source: 'wdi' }, /source/],
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
  const listed = await fetch(`${address}/api/v1/imports`);
  const { data: kept } = (await listed.json()) as { data: { id: string }[] };
  assert.ok(kept.length <= 6, 'files that nobody imports are not kept without end');
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
  assert.match(message.ru, /^Файл bomb\.csv\.gz в распакованном виде больше/);
  await tell(roomy, packed, 'start', { source: 'fts' });
  const last = (await followed(roomy, packed)).at(-1);
  assert.deepEqual([last?.state, last?.error?.code], ['refused', 'file-unreadable']);
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

test('one import at a time; cancelled or killed, it leaves the state as it was, and the next one works', async (context) => {
  const parent = await temporaryFolder(context);
  const folder = join(parent, 'workspace');
  const first = join(parent, 'first.csv');
  await writeFile(first, unload(good));
  await importFts(folder, first, {}, { progress: () => undefined });
  const manifest = () => readFile(join(folder, 'manifest.json'), 'utf8');
  const before = await manifest();
  const { address } = await serveFolder(context, folder);
  const made = randomUnload(3, 60_000);
  const long = [made.heading, ...made.rows].join('\n');
  const id = await sent(address, 'long.csv', long);
  const other = await sent(address, 'other.csv', unload(good));
  assert.equal((await tell(address, id, 'start', { source: 'fts', add: true })).status, 202);
  for (const busy of [id, other]) {
    const second = await tell(address, busy, 'start', { source: 'fts' });
    assert.equal(second.status, 409);
    const error = await refusalOf(second);
    assert.equal(error.code, 'import-running');
    assert.match(error.message.en, /long\.csv is being imported/);
  }
  const cancelled = await tell(address, id, 'cancel');
  assert.equal(((await cancelled.json()) as ImportAnswer).data.state, 'cancelled');
  assert.equal(await manifest(), before);
  assert.equal(existsSync(join(folder, 'scratch')), false);
  assert.equal(existsSync(join(folder, 'writer.lock')), false);

  // What contradicts the stored data is refused in the same words as on the command line, and can be set right.
  await tell(address, other, 'start', { source: 'fts', decimalMark: ',' });
  const overlap = (await followed(address, other)).at(-1);
  assert.deepEqual([overlap?.state, overlap?.error?.code], ['refused', 'overlap']);
  assert.equal(await manifest(), before);

  const killed = join(parent, 'killed.csv');
  await writeFile(killed, long);
  const task = runTask(
    {
      kind: 'import',
      folder,
      path: killed,
      name: 'killed.csv',
      scratch: join(parent, 'scratch'),
      settings: { source: 'fts', add: true },
    },
    () => process.kill(task.pid ?? 0, 'SIGKILL'),
  );
  await assert.rejects(task.result, { code: 'import-broken' });
  assert.equal(await manifest(), before);

  assert.equal((await tell(address, id, 'start', { source: 'fts', add: true })).status, 202);
  assert.equal((await followed(address, id)).at(-1)?.state, 'stored');
  assert.notEqual(await manifest(), before);
  assert.equal((await answered<VintageList>(address, 'vintages')).data.length, 2);
});

test('a server that is closed takes the import that runs with it, and tidies up', async (context) => {
  const folder = join(await temporaryFolder(context), 'workspace');
  const server = await serveFolder(context, folder);
  const made = randomUnload(4, 60_000);
  const id = await sent(server.address, 'long.csv', [made.heading, ...made.rows].join('\n'));
  await tell(server.address, id, 'start', { source: 'fts' });
  await server.close();
  assert.equal(existsSync(join(folder, 'manifest.json')), false);
  assert.deepEqual(existsSync(folder) ? await readdir(folder) : [], []);
});

test('imports are described by OpenAPI, and answers fit their schemas', async (context) => {
  const { address } = await emptyServer(context);
  const document = await answered<{ paths: Record<string, Record<string, Operation>> }>(
    address,
    'openapi.json',
  );
  const schemaOf = (path: string, method: string, status: string) => {
    const found = document.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema;
    assert.ok(found !== undefined, `${method} ${path} ${status}`);
    return found;
  };
  const ajv = new Ajv2020({ strict: false });
  const fits = (schema: object, value: unknown) => assert.ok(ajv.validate(schema, value), ajv.errorsText());
  const response = await sendBytes(address, 'a.csv', unload());
  const state = (await response.json()) as ImportAnswer;
  fits(schemaOf('/api/v1/imports', 'post', '201'), state);
  fits(schemaOf('/api/v1/imports', 'get', '200'), await answered(address, 'imports'));
  const preview = await previewed(address, state.data.id);
  fits(schemaOf('/api/v1/imports/{id}/preview', 'post', '200'), preview);
  await tell(address, state.data.id, 'start');
  await followed(address, state.data.id);
  fits(schemaOf('/api/v1/imports/{id}', 'get', '200'), await answered(address, `imports/${state.data.id}`));
});

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

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

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import iconv from 'iconv-lite';
import type { ImportReport } from '../../src/api/importReport.ts';
import type { ImportAnswer } from '../../src/api/imports.ts';
import type { Quarantine } from '../../src/api/quarantine.ts';
import type { VintageDiff, VintageList } from '../../src/api/vintages.ts';
import { runTask } from '../../src/http/imports/runTask.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { orphansOf } from '../../src/store/integrity/orphans.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { good, unload } from '../support/customsRows.ts';
import {
  answered,
  followed,
  previewed,
  refusalOf,
  sendBytes,
  sent,
  tell,
} from '../support/importOverHttp.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { emptyServer, serveFolder } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { workbookOf, zipOf } from '../support/zipOf.ts';

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
  assert.deepEqual(data.trial, {
    whole: true,
    rowsIn: 6,
    rowsKept: 4,
    rowsTotalRows: 0,
    rowsQuarantined: 2,
    reasons: [
      { reason: 'bad-period', rows: 1 },
      { reason: 'bad-value', rows: 1 },
    ],
  });
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
  // Of a long text only the beginning is tried, packed or not, and it says so.
  const lines = Array.from({ length: 400_000 }, () => good[1] ?? '');
  const long = unload(lines);
  for (const [name, bytes] of [
    ['long.csv', long],
    ['long.csv.gz', gzipSync(long)],
  ] as const) {
    const { trial, problem } = (await previewed(address, await sent(address, name, bytes), { source: 'fts' }))
      .data;
    assert.equal(problem, null);
    assert.equal(trial?.whole, false, name);
    // 16 MiB of lines of the same length, the last one not cut.
    const least = Math.floor((16 * 2 ** 20) / (Buffer.byteLength(good[1] ?? '') + 2)) - 2;
    assert.ok(trial.rowsIn >= least && trial.rowsIn < lines.length && trial.rowsKept === trial.rowsIn);
  }
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
  const untold = await previewed(address, id, { source: 'table', mapping: { ...draft, columns: {} } });
  assert.match(untold.data.problem?.message.ru ?? '', /код товара, стоимость, период/);
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

test('a file of Comtrade is told by its columns', async (context) => {
  const { address } = await emptyServer(context);
  const lines = [
    'typeCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue,netWgt',
    'C,2019,643,X,156,H5,300490,1000,10',
    'C,2019,643,X,276,H5,854231,500,1',
  ];
  const id = await sent(address, 'comtrade.csv', lines.join('\n'));
  const { data } = await previewed(address, id);
  assert.deepEqual([data.source, data.problem, data.trial?.rowsKept], ['comtrade', null, 2]);
  assert.deepEqual(data.columns.map((one) => one.meaning).slice(1, 4), ['period', 'region', 'flow']);
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
  const stored = await readManifest(folder);
  assert.ok(stored !== null);
  assert.deepEqual(await orphansOf(folder, stored), []);

  // What contradicts the stored data is refused in the same words as on the command line, and can be set right.
  const contradicting = { source: 'fts', decimalMark: ',' } as const;
  const told = await previewed(address, other, contradicting);
  assert.equal(told.data.problem?.code, 'overlap', 'told before anything is stored');
  await tell(address, other, 'start', contradicting);
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

test('what a stopped import has left in the folders of the store is removed with it', async (context) => {
  const parent = await temporaryFolder(context);
  const folder = join(parent, 'workspace');
  const first = join(parent, 'first.csv');
  await writeFile(first, unload(good));
  await importFts(folder, first, {}, { progress: () => undefined });
  const { address } = await serveFolder(context, folder);
  const made = randomUnload(5, 60_000);
  const id = await sent(address, 'long.csv', [made.heading, ...made.rows].join('\n'));
  await tell(address, id, 'start', { source: 'fts', add: true });
  // As if it had been stopped after its first file was written.
  await mkdir(join(folder, 'detail', 'flow=export', 'year=2001'), { recursive: true });
  await writeFile(join(folder, 'detail', 'flow=export', 'year=2001', 'half.parquet.draft'), 'x');
  await tell(address, id, 'cancel');
  assert.equal(existsSync(join(folder, 'detail', 'flow=export', 'year=2001')), false);
  const stored = await readManifest(folder);
  assert.ok(stored !== null);
  assert.deepEqual(await orphansOf(folder, stored), []);
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

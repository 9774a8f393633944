import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { quarantinedRows } from '../../src/store/quarantinedRows.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION,REGION_S';
const moscow = '45000 - ГОРОД МОСКВА,01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ';
const tomsk = '69000 - ТОМСКАЯ ОБЛАСТЬ,06-СИБИРСКИЙ ФЕДЕРАЛЬНЫЙ ОКРУГ';

const rows = [
  `ЭК,03/2019,DE,8542310000,ШТ,100.5,1,10,${moscow}`,
  `ЭК,03/2019,DE,8542310000,ШТ,100.5,1,10,${moscow}`, // the same key again: detail, summed in answers
  `ЭК,04/2019,CN,XXXXXXXXXX,,50,2,0,${moscow}`,
  `ЭК,04/2019,CN,3004900000,КГ,7.25,3,0,${tomsk}`,
  `ЭК,13/2019,CN,3004900000,КГ,1,3,0,${tomsk}`, // month 13
  `ЭК,04/2019,CN,3004900000,КГ,-2,3,0,${tomsk}`, // negative
  `ЭК,04/2019,CN,3004900000,КГ,abc,3,0,${tomsk}`, // letters in a number
  `ЭК,04/2019,CN,ABC,КГ,4,3,0,${tomsk}`, // no code
  `ТР,04/2019,CN,3004900000,КГ,8,3,0,${tomsk}`, // no such flow
];

test('rows and values are all accounted for; what cannot be used is quarantined with its place and reason', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'unload.csv');
  await writeFile(file, [heading, ...rows].join('\n'));
  const report = await importFts(join(folder, 'workspace'), file);
  const accounts = report.data[0];
  // By hand: kept 100.5 + 100.5 + 50 + 7.25 = 258.25; quarantined 1 − 2 + 4 + 8 = 11 (abc cannot be read); in 269.25.
  assert.deepEqual(
    { ...accounts, file: '', vintage: '' },
    {
      file: '',
      vintage: '',
      rowsIn: 9,
      rowsKept: 4,
      rowsQuarantined: 5,
      rowsTotalRows: 0,
      currency: 'USD',
      valueIn: 269.25,
      valueKept: 258.25,
      valueQuarantined: 11,
      valueTotalRows: 0,
      valueConfidential: 50,
      valueUnallocated: 0,
      valueInUsd: 268.25, // the row of month 13 has no period, so no rate
      valueKeptUsd: 258.25,
      valueQuarantinedUsd: 10,
      valueTotalRowsUsd: 0,
      valueConfidentialUsd: 50,
      valueUnallocatedUsd: 0,
      valueUsdReason: null,
    },
  );
  const workspace = await openWorkspace(join(folder, 'workspace'));
  context.after(() => workspace.close());
  assert.deepEqual(
    (await quarantinedRows(workspace)).map(({ row, column, text, reason, value }) => ({
      row,
      column,
      text,
      reason,
      value,
    })),
    [
      { row: 5, column: 'period', text: '13/2019', reason: 'bad-period', value: 1 },
      { row: 6, column: 'value', text: '-2', reason: 'negative-value', value: -2 },
      { row: 7, column: 'value', text: 'abc', reason: 'bad-value', value: null },
      { row: 8, column: 'line', text: 'ABC', reason: 'bad-code', value: 4 },
      { row: 9, column: 'flow', text: 'ТР', reason: 'unknown-flow', value: 8 },
    ],
  );
  const detail = await workspace.engine.query(
    'SELECT row_number, region, month, hs6, status, value FROM detail ORDER BY row_number',
  );
  assert.deepEqual(detail, [
    { row_number: 1, region: 'RU-MOW', month: 3, hs6: '854231', status: 'product', value: 100.5 },
    { row_number: 2, region: 'RU-MOW', month: 3, hs6: '854231', status: 'product', value: 100.5 },
    { row_number: 3, region: 'RU-MOW', month: 4, hs6: '', status: 'confidential', value: 50 },
    { row_number: 4, region: 'RU-TOM', month: 4, hs6: '300490', status: 'product', value: 7.25 },
  ]);
  const cube = await workspace.engine.query(
    'SELECT region, hs6, value, value_usd, rows FROM cube_region_product ORDER BY region, hs6',
  );
  assert.deepEqual(cube, [
    { region: 'RU-MOW', hs6: '', value: 50, value_usd: 50, rows: 1 },
    { region: 'RU-MOW', hs6: '854231', value: 201, value_usd: 201, rows: 2 },
    { region: 'RU-TOM', hs6: '300490', value: 7.25, value_usd: 7.25, rows: 1 },
  ]);
});

test('the same rows in another encoding, delimiter and decimal mark give the same observations', async (context) => {
  const folder = await temporaryFolder(context);
  const variants: Record<string, Buffer> = {
    comma: Buffer.from([heading, ...rows].join('\n')),
    bom: Buffer.from(`\uFEFF${[heading, ...rows].join('\r\n')}\r\n`),
    windows1251: iconv.encode([heading, ...rows].join('\r\n'), 'win1251'),
    tab: iconv.encode([heading, ...rows].join('\n').replaceAll(',', '\t'), 'win1251'),
    decimalComma: Buffer.from([heading, ...rows].join('\n').replaceAll(',', ';').replaceAll('.', ',')),
  };
  const seen: unknown[] = [];
  for (const [name, content] of Object.entries(variants)) {
    const file = join(folder, `${name}.csv`);
    await writeFile(file, content);
    const report = await importFts(join(folder, name), file);
    const workspace = await openWorkspace(join(folder, name));
    const detail = await workspace.engine.query(
      'SELECT row_number, flow, year, month, region, line, hs6, edition, partner, status, value, net_weight_kg, quantity FROM detail ORDER BY row_number',
    );
    await workspace.close();
    seen.push({ detail, accounts: { ...report.data[0], file: '', vintage: '' } });
  }
  for (const other of seen.slice(1)) assert.deepEqual(other, seen[0]);
});

test('parent rows are left out, and what they exceed their children by is an unallocated line', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'parents.csv');
  const lines = [
    `ЭК,2019,DE,8542,,100,0,0,${moscow}`, // parent: children 30 + 50 = 80, rest 20
    `ЭК,2019,DE,8542310000,,30,0,0,${moscow}`,
    `ЭК,2019,DE,8542390000,,50,0,0,${moscow}`,
    `ЭК,2019,CN,8542,,10,0,0,${moscow}`, // another partner and no children: detail of four digits
    `ЭК,2019,DE,85,,140,0,0,${moscow}`, // parent of 8542 (100, its own parent row) and of nothing else: rest 40
  ];
  await writeFile(file, [heading, ...lines].join('\n'));
  const accounts = (await importFts(join(folder, 'workspace'), file)).data[0];
  assert.equal(accounts?.rowsKept, 3);
  assert.equal(accounts?.rowsTotalRows, 2);
  assert.equal(accounts?.valueKept, 90);
  assert.equal(accounts?.valueTotalRows, 240);
  assert.equal(accounts?.valueUnallocated, 60);
  const workspace = await openWorkspace(join(folder, 'workspace'));
  context.after(() => workspace.close());
  const stored = await workspace.engine.query(
    `SELECT line, status, value FROM detail WHERE partner = 'DE' ORDER BY line`,
  );
  // 30 + 50 + 20 + 40 = 140: the whole of the topmost parent, nothing twice.
  assert.deepEqual(stored, [
    { line: '85', status: 'unallocated', value: 40 },
    { line: '8542', status: 'unallocated', value: 20 },
    { line: '8542310000', status: 'product', value: 30 },
    { line: '8542390000', status: 'product', value: 50 },
  ]);
});

test('children above their parent count, and the excess is reported', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'parents.csv');
  const lines = [`ЭК,2019,DE,8542,,100,0,0,${moscow}`, `ЭК,2019,DE,8542310000,,130,0,0,${moscow}`];
  await writeFile(file, [heading, ...lines].join('\n'));
  const report = await importFts(join(folder, 'workspace'), file);
  assert.equal(report.data[0]?.valueKept, 130);
  const finding = report.findings.find((one) => one.code === 'children-exceed-parent');
  assert.deepEqual([finding?.count, finding?.valueUsd, finding?.examples], [1, 30, ['8542 row 1']]);
});

test('the same file again changes nothing; an overlap is refused unless it replaces or adds', async (context) => {
  const folder = await temporaryFolder(context);
  const workspaceFolder = join(folder, 'workspace');
  const file = join(folder, 'a.csv');
  await writeFile(file, [heading, ...rows.slice(0, 4)].join('\n'));
  const first = await importFts(workspaceFolder, file);
  const before = await readFile(join(workspaceFolder, 'manifest.json'), 'utf8');
  const again = await importFts(workspaceFolder, file);
  assert.equal(again.manifest.alreadyStored, true);
  assert.equal(await readFile(join(workspaceFolder, 'manifest.json'), 'utf8'), before);
  const revised = join(folder, 'b.csv');
  await writeFile(revised, [heading, ...rows.slice(1, 4)].join('\n'));
  await assert.rejects(
    importFts(workspaceFolder, revised),
    (error: unknown) => error instanceof TrajectaError && error.code === 'overlap',
  );
  assert.equal(await readFile(join(workspaceFolder, 'manifest.json'), 'utf8'), before);
  const vintage = first.data[0]?.vintage ?? '';
  await importFts(workspaceFolder, revised, { replaces: vintage });
  const workspace = await openWorkspace(workspaceFolder);
  context.after(() => workspace.close());
  assert.deepEqual(await workspace.engine.query('SELECT count(*) AS n FROM detail'), [{ n: 3 }]);
});

const malformed: Record<string, { content: Buffer | string; code: string }> = {
  empty: { content: '', code: 'file-unreadable' },
  'heading only': { content: heading, code: 'nothing-usable' },
  'NUL bytes': { content: Buffer.from([0x4e, 0, 0x41, 0]), code: 'file-unreadable' },
  'another table': { content: 'name,age\nAnna,3\n', code: 'missing-column' },
  'nothing usable': { content: [heading, ...rows.slice(4)].join('\n'), code: 'nothing-usable' },
};
for (const [name, { content, code }] of Object.entries(malformed)) {
  test(`malformed file (${name}): one clear error, and the workspace stays as it was`, async (context) => {
    const folder = await temporaryFolder(context);
    const good = join(folder, 'good.csv');
    await writeFile(good, [heading, rows[0]].join('\n'));
    await importFts(join(folder, 'workspace'), good);
    const before = await readFile(join(folder, 'workspace', 'manifest.json'), 'utf8');
    const bad = join(folder, 'bad.csv');
    await writeFile(bad, content);
    await assert.rejects(
      importFts(join(folder, 'workspace'), bad, { add: true }),
      (error: unknown) => error instanceof TrajectaError && error.code === code,
    );
    assert.equal(await readFile(join(folder, 'workspace', 'manifest.json'), 'utf8'), before);
  });
}

test('a broken quote or a surplus field costs its own row, not the file', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'broken.csv');
  await writeFile(
    file,
    [heading, rows[0], `ЭК,03/2019,DE,"854231 0000,ШТ`, rows[3], `${rows[0]},surplus`].join('\n'),
  );
  const report = await importFts(join(folder, 'workspace'), file);
  assert.equal(
    report.data[0]?.rowsIn,
    (report.data[0]?.rowsKept ?? 0) + (report.data[0]?.rowsQuarantined ?? 0),
  );
  const workspace = await openWorkspace(join(folder, 'workspace'));
  context.after(() => workspace.close());
  const reasons = (await quarantinedRows(workspace)).map((row) => row.reason);
  assert.ok(
    reasons.includes('broken-row') || reasons.includes('too-many-fields'),
    `reasons: ${reasons.join(', ')}`,
  );
});

test('thousands of dollars become dollars', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'thousands.csv');
  await writeFile(file, [heading, `ЭК,2019,DE,8542310000,ШТ,65.8,1,1,${moscow}`].join('\n'));
  assert.equal(
    (await importFts(join(folder, 'workspace'), file, { moneyUnit: 'thousand-usd' })).data[0]?.valueKeptUsd,
    65800,
  );
});

const samples = ['2207', 'bermudi', 'moscow_2208301100', 'moscow_2208301900', 'moscow_2208509100'];
for (const sample of samples) {
  test(`real rows of ${sample}.csv: sums equal plain sums of the file`, {
    skip: withoutSharedData,
  }, async (context) => {
    const folder = await temporaryFolder(context);
    const path = sharedData('ru-fts-regional-samples', `${sample}.csv`);
    const plain = parse(await readFile(path, 'utf8'), { columns: true }) as Record<string, string>[];
    const accounts = (await importFts(folder, path)).data[0];
    assert.equal(accounts?.rowsKept, plain.length);
    assert.ok(
      Math.abs((accounts?.valueKept ?? 0) - plain.reduce((sum, row) => sum + Number(row.STOIM), 0)) < 0.005,
    );
  });
}

test('real ten-digit rows: exports to India of 2021 are 9.129 bn USD, secret lines in totals and in no product', {
  skip: withoutSharedData,
}, async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'india.csv');
  await writeFile(
    file,
    gunzipSync(await readFile(sharedData('ru-fts-india-tnved10', 'fts_russia_india_2021-01_2022-01.csv.gz'))),
  );
  const accounts = (await importFts(join(folder, 'workspace'), file)).data[0];
  assert.equal(accounts?.rowsKept, 32740);
  const workspace = await openWorkspace(join(folder, 'workspace'));
  context.after(() => workspace.close());
  const total = await workspace.engine.query(
    `SELECT sum(value_usd) AS usd FROM cube_region_product WHERE flow = 'export' AND year = 2021`,
  );
  assert.equal((Number(total[0]?.usd) / 1e9).toFixed(3), '9.129');
  const secret = await workspace.engine.query(
    `SELECT count(*) AS n FROM detail WHERE status = 'confidential' AND (hs6 <> '' OR chapter <> '')`,
  );
  assert.equal(secret[0]?.n, 0);
});

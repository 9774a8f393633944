import assert from 'node:assert/strict';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION';
const line = (year: number, usd: number) => `ЭК,${year},DE,8542310000,ШТ,${usd},1,1,45000 - ГОРОД МОСКВА`;

async function oneYear(context: TestContext): Promise<{ folder: string; file: string; workspace: string }> {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'a.csv');
  await writeFile(file, [heading, line(2018, 5)].join('\n'));
  await importFts(join(folder, 'w'), file);
  return { folder, file, workspace: join(folder, 'w') };
}

async function total(folder: string): Promise<unknown> {
  const workspace = await openWorkspace(folder);
  const rows = await workspace.engine.query('SELECT sum(value) AS value, count(*) AS n FROM detail');
  await workspace.close();
  return rows[0];
}

test('files that no manifest names do not exist: what an interrupted import leaves is not read, and the import can be run again', async (context) => {
  const { folder, workspace } = await oneYear(context);
  const part = join(workspace, 'detail', 'flow=export', 'year=2018');
  await copyFile(join(part, (await readdir(part))[0] ?? ''), join(part, 'interrupted.parquet'));
  assert.deepEqual(await total(workspace), { value: 5, n: 1 });
  // As if stopped after its files were written and before the manifest was replaced: the manifest before is put back.
  const next = join(folder, 'b.csv');
  await writeFile(next, [heading, line(2019, 7)].join('\n'));
  const before = await readFile(join(workspace, 'manifest.json'), 'utf8');
  await importFts(workspace, next);
  const after = await readFile(join(workspace, 'manifest.json'), 'utf8');
  await writeFile(join(workspace, 'manifest.json'), before);
  assert.deepEqual(await total(workspace), { value: 5, n: 1 });
  await importFts(workspace, next);
  // The same to the byte, but for the time of the import.
  const timeless = (text: string) => text.replace(/"importedAt": "[^"]+"/g, '');
  assert.equal(timeless(await readFile(join(workspace, 'manifest.json'), 'utf8')), timeless(after));
  assert.deepEqual(await total(workspace), { value: 12, n: 2 });
});

test('a second writer gets a clear message; a lock of a dead process is taken over', async (context) => {
  const { folder, workspace } = await oneYear(context);
  const next = join(folder, 'b.csv');
  await writeFile(next, [heading, line(2019, 7)].join('\n'));
  await writeFile(join(workspace, 'writer.lock'), JSON.stringify({ pid: process.ppid, host: hostname() }));
  await assert.rejects(
    importFts(workspace, next),
    (error: unknown) => error instanceof TrajectaError && error.code === 'workspace-locked',
  );
  await writeFile(join(workspace, 'writer.lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
  await importFts(workspace, next);
  assert.deepEqual(await total(workspace), { value: 12, n: 2 });
});

test('a damaged manifest is named, not guessed around', async (context) => {
  const { workspace } = await oneYear(context);
  await writeFile(join(workspace, 'manifest.json'), '{"format":1');
  await assert.rejects(
    openWorkspace(workspace),
    (error: unknown) => error instanceof TrajectaError && error.code === 'workspace-damaged',
  );
});

test('a table of a country the program does not know: own regions, currency with monthly rates, total and secret rows', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'table.csv');
  const map = join(folder, 'map.json');
  await writeFile(
    file,
    [
      'month;area;code;amount',
      '2020-01;North;854231;10,5',
      '2020-02;North;854231;10',
      '2020-02;South;secret;4',
      '2020-02;Total;854231;24,5',
      '2020-03;South;300431;-1',
    ].join('\n'),
  );
  const mapping = {
    country: 'XX',
    columns: { period: 'month', region: 'area', line: 'code', value: 'amount' },
    flow: 'export',
    nomenclature: { name: 'XX', edition: 'HS2017' },
    currency: { code: 'XXD', unit: 1000, usdPerUnit: { '2020-01': 0.5, '2020-02': 0.25, '2020': 0.1 } },
    decimalMark: ',',
    confidentialCodes: ['secret'],
    notRegions: { Total: 'total' },
    territories: [
      { id: 'XX-N', name: { ru: 'Север', en: 'North' }, district: 'XX-D' },
      { id: 'XX-S', name: { ru: 'Юг', en: 'South' }, district: 'XX-D' },
    ],
    districts: [{ id: 'XX-D', name: { ru: 'Округ', en: 'District' } }],
  };
  await writeFile(map, JSON.stringify(mapping));
  const accounts = (await importTable(join(folder, 'w'), file, { map })).data[0];
  assert.deepEqual(
    [
      accounts?.rowsKept,
      accounts?.rowsQuarantined,
      accounts?.rowsTotalRows,
      accounts?.valueKept,
      accounts?.valueConfidential,
    ],
    [3, 1, 1, 24500, 4000],
  );
  // By the month's rate: 10,500 × 0.5 + 10,000 × 0.25 + 4,000 × 0.25 = 8,750.
  assert.equal(accounts?.valueKeptUsd, 8750);
  const workspace = await openWorkspace(join(folder, 'w'));
  context.after(() => workspace.close());
  assert.equal(workspace.territories.territories.length, 3);
  const cube = await workspace.engine.query(
    `SELECT value, value_usd FROM cube_region_product WHERE region = 'XX-N'`,
  );
  assert.deepEqual(cube, [{ value: 20500, value_usd: 7750 }]);
});

import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { workspaceStatusSchema } from '../../src/api/workspaceStatus.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { workspaceStatus } from '../../src/store/workspaceStatus.ts';
import { runTrajecta } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION';
const row = (flow: string, period: string, usd: number, region: string) =>
  `${flow},${period},DE,8542310000,ШТ,${usd},1,1,${region}`;
const moscow = '45000 - ГОРОД МОСКВА';
const tomsk = '69000 - ТОМСКАЯ ОБЛАСТЬ';

/** Two states: 2018 whole by months and two months of 2019, then 2019 corrected as a whole. */
async function twoStates(context: TestContext): Promise<string> {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'w');
  const months = Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0'));
  const first = [
    ...months.map((month) => row('ЭК', `${month}/2018`, 10, moscow)),
    row('ЭК', '01/2018', 0.1, tomsk),
    row('ЭК', '01/2018', 0.2, tomsk),
    row('ИМ', '02/2019', 5, moscow),
    row('ЭК', '99/2019', 5, moscow),
  ];
  await writeFile(join(folder, 'a.csv'), [heading, ...first].join('\n'));
  await writeFile(join(folder, 'b.csv'), [heading, row('ИМ', '02/2019', 7, tomsk)].join('\n'));
  const before = (await importFts(workspace, join(folder, 'a.csv'))).data[0]?.vintage ?? '';
  await importFts(workspace, join(folder, 'b.csv'), { replaces: before, whole: true });
  return workspace;
}

test('status: rows, exact values, months and regions by year, of the state asked for', async (context) => {
  const folder = await twoStates(context);
  const before = await openWorkspace(folder, { asOf: '1' });
  context.after(() => before.close());
  const { data } = workspaceStatusSchema.parse(await workspaceStatus(before, '1'));
  assert.deepEqual([data.state, data.states, data.country], [1, 2, 'RU']);
  assert.deepEqual(
    data.coverage.map((one) => [
      one.flow,
      one.year,
      one.months.length,
      one.missingMonths.length,
      one.regions,
      one.rows,
      one.values,
      one.valueUsd,
    ]),
    [
      // 12 × 10 + 0.1 + 0.2, exact in decimals.
      ['export', 2018, 12, 0, 2, 14, [{ currency: 'USD', value: 120.3 }], 120.3],
      ['import', 2019, 1, 11, 1, 1, [{ currency: 'USD', value: 5 }], 5],
    ],
  );
  assert.deepEqual(data.freshness.lastPeriods, [
    { flow: 'export', period: '2018-12', wholeYear: 2018 },
    { flow: 'import', period: '2019-02', wholeYear: null },
  ]);
  assert.deepEqual(
    data.vintages.map((one) => [one.inForce, one.replacedBy, one.rowsKept, one.rowsQuarantined]),
    [[true, null, 15, 1]],
  );
});

test('status: sizes are those of the files on the disk, by kind and by vintage', async (context) => {
  const folder = await twoStates(context);
  const workspace = await openWorkspace(folder);
  context.after(() => workspace.close());
  const now = new Date(Date.now() + 3 * 86_400_000 + 60_000);
  const { data } = await workspaceStatus(workspace, 'now', () => now);
  const parts = (await readManifest(folder))?.parts ?? [];
  const sizes = await Promise.all(parts.map(async (part) => (await stat(join(folder, part.path))).size));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  assert.deepEqual([data.files, data.bytes], [parts.length, all]);
  assert.equal(
    data.stored.reduce((sum, one) => sum + one.bytes, 0),
    all,
  );
  assert.equal(
    data.vintages.reduce((sum, one) => sum + one.detailBytes + one.cubeBytes + one.quarantineBytes, 0),
    all,
  );
  assert.deepEqual(
    data.vintages.map((one) => [one.state, one.inForce, one.replacedBy === data.vintages[1]?.vintage]),
    [
      [1, false, true],
      [2, true, false],
    ],
  );
  assert.deepEqual(data.coverage.length, 1);
  assert.equal(data.freshness.lastImportDays, 3);
});

test('status on the command line: text, JSON by its schema, CSV, an earlier state', async (context) => {
  const folder = await twoStates(context);
  const run = async (...more: string[]) => {
    const { code, out } = await runTrajecta('status', '-w', folder, '--lang', 'en', ...more);
    assert.equal(code, 0);
    return out;
  };
  assert.match(await run(), /Data until: imports 2019-02[\s\S]*On the disk[\s\S]*2019 │ 2 /);
  const answer = workspaceStatusSchema.parse(JSON.parse(await run('--format', 'json')));
  assert.deepEqual(answer.manifest.vintages, [answer.data.vintages[1]?.vintage]);
  assert.equal(
    await run('--format', 'csv', '--as-of', '1'),
    [
      'flow,year,months,missingMonths,regions,currency,value,rows,valueUsd,rowsWithoutRate',
      'export,2018,1 2 3 4 5 6 7 8 9 10 11 12,,2,USD,120.3,14,120.3,0',
      'import,2019,2,1 3 4 5 6 7 8 9 10 11 12,1,USD,5,1,5,0',
      '',
    ].join('\r\n'),
  );
  assert.match(await run('--quarantine', '--as-of', '1'), /99\/2019/);
  assert.match(await run('--quarantine'), /No rows/);
});

test('reconcile as of an earlier state holds official totals against what was in force then', async (context) => {
  const folder = await twoStates(context);
  const totals = join(folder, 'totals.csv');
  await writeFile(totals, 'Region,Year,Flow,Value USD\nМосква,2019,import,5\n');
  const stored = async (...more: string[]) => {
    const { code, out, err } = await runTrajecta(
      ...['reconcile', totals, '-w', folder, '--format', 'json', '--unit', 'usd', ...more],
    );
    assert.equal(code, 0, err);
    const answer = JSON.parse(out) as { data: { storedUsd: number | null; status: string }[] };
    return answer.data.map((one) => [one.storedUsd, one.status]);
  };
  assert.deepEqual(await stored('--as-of', '1'), [[5, 'equal']]);
  // The correction says nothing of Moscow.
  assert.deepEqual(await stored(), [[null, 'no-data']]);
});

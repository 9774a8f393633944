import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { reconciliationSchema } from '../../src/api/reconciliation.ts';
import { reconcile } from '../../src/assess/reconcile.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { readTotals } from '../../src/sources/readTotals.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { workbookOf } from '../support/zipOf.ts';

// Thousand dollars, 2019: Moscow 100 and 40 secret, Tomsk 30 (first 25), Arkhangelsk 10, Nenets 7, no region 3.
const heading = 'NAPR;PERIOD;STRANA;TNVED;STOIM;REGION';
const row = (line: string, value: number, region: string) => `ЭК;2019;DE;${line};${value};${region}`;
const common = [
  row('8542310000', 100, '45000'),
  row('XXXXXXXXXX', 40, '45000'),
  row('4407', 10, '11000'),
  row('2709', 7, '11100'),
  row('2709', 3, 'NNNNN'),
];

test('differences are listed and explained: secret codes, no region, nested okrugs, rounding, revisions, units', async (context) => {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'w');
  await writeFile(join(folder, 'first.csv'), [heading, ...common, row('3004', 25, '69000')].join('\n'));
  await writeFile(join(folder, 'second.csv'), [heading, ...common, row('3004', 30, '69000')].join('\n'));
  const first = await importFts(workspace, join(folder, 'first.csv'), { moneyUnit: 'thousand-usd' });
  const replaced = first.data[0]?.vintage ?? '';
  const second = await importFts(workspace, join(folder, 'second.csv'), {
    moneyUnit: 'thousand-usd',
    replaces: replaced,
  });
  const path = join(folder, 'totals.xlsx');
  await writeFile(
    path,
    workbookOf({
      Итоги: [
        ['Экспорт субъектов, тыс. долл. США'],
        ['Субъект РФ', 'Год', 'Экспорт, тыс. долл. США'],
        ['г. Москва', 2019, 100],
        ['Томская область', 2019, 25],
        ['Архангельская область', 2019, 17],
        ['Ненецкий автономный округ', 2019, 7],
        ['Российская Федерация', 2019, 147],
        ['Северо-Западный федеральный округ', 2019, '17,4'],
        ['Калужская область', 2019, 5],
        ['Центральный федеральный округ', 2019, 0.14],
        ['Нарния', 2019, 1],
      ],
    }),
  );
  const now = await openWorkspace(workspace);
  const before = await openWorkspace(workspace, { vintages: [replaced] });
  context.after(() => Promise.all([now.close(), before.close()]));
  const totals = await readTotals(path, now.territories);
  assert.equal(totals.unit, 1000);
  const answer = await reconcile(now, totals, { earlier: [{ replaced, workspace: before }] });
  reconciliationSchema.parse(answer);
  assert.deepEqual(
    answer.data.map((one) => [one.territory, one.status, one.explanation.map((part) => part.code)]),
    [
      ['RU-MOW', 'explained', ['confidential']],
      ['RU-TOM', 'explained', ['revision']],
      ['RU-ARK', 'explained', ['nested RU-NEN']],
      ['RU-NEN', 'equal', []],
      ['RU', 'explained', ['confidential', 'region-not-stated']], // 190 − 40 − 3
      ['RU-D2', 'unexplained', []], // 17.4 against 17.0 with one decimal given
      ['RU-KLU', 'no-data', []],
      ['RU-D1', 'explained', ['unit']], // 0.14 for 140: millions under a heading of thousands
    ],
  );
  assert.equal(answer.data[1]?.differenceUsd, -5000);
  assert.deepEqual(answer.findings.find((one) => one.code === 'totals-unreadable')?.examples, [
    'Итоги, 11: Субъект РФ: Нарния',
  ]);
  const loose = await reconcile(now, totals, { tolerance: 0.05 });
  assert.equal(loose.data.find((one) => one.territory === 'RU-D2')?.status, 'within-tolerance');
  assert.equal(second.data[0]?.rowsKept, 6);
});

test('regions down and years across; rounding to the last digit given; a file that is no table of totals', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(
    join(folder, 'u.csv'),
    [heading, row('3004', 25.04, '69000'), row('3004', 12, '45000')].join('\n'),
  );
  await importFts(join(folder, 'w'), join(folder, 'u.csv'), { moneyUnit: 'thousand-usd' });
  const now = await openWorkspace(join(folder, 'w'));
  context.after(() => now.close());
  await writeFile(join(folder, 't.csv'), 'Region;2018;2019, thousand USD\nTomsk Oblast;;25,0\nMoscow;–;12\n');
  const totals = await readTotals(join(folder, 't.csv'), now.territories, { unit: 1000 });
  const answer = await reconcile(now, totals);
  assert.deepEqual(
    answer.data.map((one) => [one.territory, one.period, one.status]),
    [
      ['RU-TOM', '2019', 'within-rounding'],
      ['RU-MOW', '2019', 'equal'],
    ],
  );
  await writeFile(join(folder, 'x.csv'), 'a;b\n1;2\n');
  await assert.rejects(readTotals(join(folder, 'x.csv'), now.territories), /region, year and value/);
});

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Check, checkSchema, type QualityOptions } from '../../../src/api/check.ts';
import { checkData } from '../../../src/assess/quality/checkData.ts';
import { importFts } from '../../../src/sources/fts/importFts.ts';
import { importTable } from '../../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../../src/store/openWorkspace.ts';
import { sharedData, withoutSharedData } from '../../support/sharedData.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION';

interface Row {
  readonly flow?: string;
  readonly period: string;
  readonly partner?: string;
  readonly line?: string;
  readonly unit?: string;
  readonly value?: number;
  readonly weight?: number | '';
  readonly quantity?: number | '';
  readonly region?: string;
}

const rowText = ({
  flow = 'ЭК',
  period,
  partner = 'DE',
  line = '8542310000',
  unit = '',
  value = 100,
  weight = 10,
  quantity = '',
  region = '45000 - ГОРОД МОСКВА',
}: Row) => [flow, period, partner, line, unit, value, weight, quantity, region].join(',');

/** Two sound years: each month, 24 lines of 3 regions, prices that spread by a tenth. */
function soundRows(): Row[] {
  const regions = ['45000 - ГОРОД МОСКВА', '69000 - ТОМСКАЯ ОБЛАСТЬ', '29000 - КАЛУЖСКАЯ ОБЛАСТЬ'];
  const lines = [
    '8542310000',
    '3004900000',
    '2709009000',
    '8471300000',
    '9018110000',
    '1001990000',
    '7403110000',
    '2701110000',
  ];
  const price = [400, 60, 0.5, 150, 90, 0.25, 7, 0.1];
  const rows: Row[] = [];
  for (const year of [2018, 2019])
    for (let month = 1; month <= 12; month += 1)
      for (const [place, region] of regions.entries())
        for (const [index, line] of lines.entries()) {
          const weight = 1000 + 10 * month + place;
          const value =
            Math.round(weight * (price[index] ?? 1) * (1 + ((month + place) % 5) / 50) * 100) / 100;
          rows.push({ period: `${year}-${String(month).padStart(2, '0')}`, line, region, weight, value });
        }
  return rows;
}

async function checked(
  context: TestContext,
  rows: readonly Row[],
  options: QualityOptions = {},
): Promise<Check> {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'unload.csv');
  await writeFile(file, [heading, ...rows.map(rowText)].join('\n'));
  await importFts(join(folder, 'w'), file);
  const workspace = await openWorkspace(join(folder, 'w'));
  try {
    return checkSchema.parse(await checkData(workspace, null, options));
  } finally {
    await workspace.close();
  }
}

const found = (answer: Check, code: string) => answer.data.quality?.find((finding) => finding.code === code);

test('sound data has nothing to report', async (context) => {
  const answer = await checked(context, soundRows());
  assert.deepEqual(
    answer.data.quality?.map((finding) => [finding.code, finding.items[0]?.text.en]),
    [],
  );
  assert.deepEqual(
    answer.data.coverage?.map(({ flow, year, months, regions, rows }) => [
      flow,
      year,
      months.length,
      regions,
      rows,
    ]),
    [
      ['export', 2018, 12, 3, 288],
      ['export', 2019, 12, 3, 288],
    ],
  );
});

test('each planted fault is found, in the row where it stands, and nothing else', async (context) => {
  const rows = soundRows();
  const planted = rows.length;
  const at = '2019-05';
  rows.push(
    { period: at, line: '3004900000', value: 6_000, weight: 0.1 }, // 60,000 USD/kg where 60 is usual
    { period: at, partner: 'QQ', value: 500, weight: 1.25 },
    { period: at, line: '9999950000', value: 300, weight: 1 }, // no such code in HS2017
    { period: at, line: 'XXXXXXXXXX', value: 7000 },
    { period: at, region: 'NNNNN', line: '8471300000', value: 1500, weight: 10 },
    { period: at, region: '99777 - АТЛАНТИДА', line: '8471300000', value: 1600, weight: 10 },
    { period: at, unit: 'КГ', quantity: 5, value: 400, weight: 1 },
    { period: at, unit: 'ШТ', quantity: 5, value: 400, weight: 1 },
    { period: at, unit: 'АРШИН', quantity: 5, value: 400, weight: 1 },
    { period: at, line: '9018110000', value: 90.5, weight: 1.01, partner: 'KZ' },
    { period: at, line: '9018110000', value: 90.5, weight: 1.01, partner: 'KZ' },
    { period: '2019-13', value: 1 },
  );
  const answer = await checked(context, rows);
  const line = (offset: number) => planted + 1 + offset;
  const summary = answer.data.quality?.map((finding) => [
    finding.code,
    finding.severity,
    finding.count,
    finding.valueUsd,
    finding.examples.map((example) => example.row),
  ]);
  assert.deepEqual(summary, [
    ['unknown-unit', 'warning', 1, 400, [line(8)]],
    ['code-outside-edition', 'warning', 1, 300, [line(2)]],
    ['unknown-region', 'warning', 1, 1600, [line(5)]],
    ['unknown-partner', 'warning', 1, 500, [line(1)]],
    ['quarantined-rows', 'warning', 1, null, [line(11)]],
    ['unit-value-outlier', 'caveat', 1, 6000, [line(0)]],
    ['kilogram-mismatch', 'caveat', 1, 400, [line(6)]],
    ['mixed-units', 'caveat', 2, 800, [line(6), line(7), line(8)]],
    ['confidential-share', 'caveat', 1, 7000, [line(3)]],
    ['region-not-stated', 'caveat', 2, 3100, [line(5), line(4)]],
    ['duplicates', 'caveat', 1, 90.5, [line(9), line(10)]],
  ]);
  assert.ok(
    answer.data.quality?.every((finding) =>
      finding.examples.every((example) => example.file === 'unload.csv'),
    ),
  );
  assert.match(found(answer, 'unit-value-outlier')?.examples[0]?.text ?? '', /60000 USD\/kg, median 6\d/);
});

test('missing months and years, a year told twice, a region without its months', async (context) => {
  const sound = soundRows();
  const lacking = sound.filter(
    (row) =>
      !(row.period === '2019-11') &&
      !(row.region?.startsWith('69000') && ['2018-02', '2018-03', '2018-04'].includes(row.period)),
  );
  const answer = await checked(context, [
    ...lacking,
    { period: '2016', value: 100 },
    { period: '2018', value: 1000, weight: 2.5 },
  ]);
  assert.deepEqual(
    found(answer, 'incomplete-year')?.items.map(({ year, count, measured }) => [year, count, measured]),
    [[2019, 1, 11]],
  );
  assert.deepEqual(
    found(answer, 'missing-year')?.items.map(({ year }) => year),
    [2017],
  );
  assert.deepEqual(
    found(answer, 'mixed-periods')?.items.map(({ year, count }) => [year, count]),
    [[2018, 264]],
  );
  assert.deepEqual(
    found(answer, 'region-gap')?.items.map(({ year, subject, count }) => [year, subject, count]),
    [[2018, 'RU-TOM', 3]],
  );
});

test('breaks: of the country over common months, of a region, of the price level; a wrong unit of money', async (context) => {
  const rows = soundRows().map((row) =>
    row.period.startsWith('2019') ? { ...row, value: (row.value ?? 0) * 1000 } : row,
  );
  const thousand = await checked(
    context,
    rows.filter((row) => row.period !== '2019-12'),
  );
  const country = found(thousand, 'country-break')?.items[0];
  assert.equal(country?.year, 2019);
  assert.ok(Math.abs((country?.measured ?? 0) - 1000) < 1e-6);
  // All regions and chapters alike: no break of any of them.
  assert.equal(found(thousand, 'region-break'), undefined);
  const goods = found(thousand, 'implausible-unit')?.items.map(({ year, subject }) => [year, subject]);
  assert.deepEqual(new Set(goods?.map(([year]) => year)), new Set([2019]));
  assert.deepEqual(goods?.map(([, subject]) => subject).sort(), ['1001', '2701', '2709', '7403']);
  assert.match(found(thousand, 'implausible-unit')?.items[0]?.text.en ?? '', /unit slip of 1000/);

  const region = await checked(
    context,
    soundRows().map((row) =>
      row.period.startsWith('2019') && row.region?.startsWith('69000')
        ? { ...row, value: (row.value ?? 0) * 50, weight: Number(row.weight) * 50 }
        : row,
    ),
  );
  assert.deepEqual(
    found(region, 'region-break')?.items.map(({ year, subject, measured }) => [
      year,
      subject,
      Math.round(measured ?? 0),
    ]),
    [[2019, 'RU-TOM', 50]],
  );
});

test('a partner of another country, from a file of its own: its imports answer to our exports', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(
    join(folder, 'ours.csv'),
    [
      heading,
      rowText({ period: '2019', partner: 'IN', value: 1000 }),
      rowText({ period: '2019', partner: 'IN', line: 'XXXXXXXXXX', value: 400 }),
      rowText({ period: '2019', partner: 'CN', value: 77 }),
    ].join('\n'),
  );
  await writeFile(
    join(folder, 'theirs.csv'),
    'year,flow,partner,code,usd\n2019,import,RU,854231,1060\n2019,import,RU,300490,500\n2019,export,RU,300490,9\n2019,import,CN,854231,123\n',
  );
  await writeFile(
    join(folder, 'map.json'),
    JSON.stringify({
      country: 'IN',
      columns: { year: 'year', flow: 'flow', partner: 'partner', line: 'code', value: 'usd' },
      nomenclature: { name: 'HS', edition: 'HS2017' },
      currency: { code: 'USD' },
    }),
  );
  await importFts(join(folder, 'w'), join(folder, 'ours.csv'));
  await importTable(join(folder, 'm'), join(folder, 'theirs.csv'), { map: join(folder, 'map.json') });
  const [workspace, mirror] = [
    await openWorkspace(join(folder, 'w')),
    await openWorkspace(join(folder, 'm')),
  ];
  context.after(async () => {
    await workspace.close();
    await mirror.close();
  });
  const { data } = await checkData(workspace, mirror);
  assert.deepEqual(
    data.mirror?.years.map(({ flow, partner, ownUsd, expectedUsd, partnerUsd, ownConfidentialUsd }) => [
      flow,
      partner,
      ownUsd,
      expectedUsd,
      partnerUsd,
      ownConfidentialUsd,
    ]),
    [['export', 'IN', 1000, 1060, 1560, 400]],
  );
  assert.deepEqual(
    data.mirror?.products.map(({ product, status }) => [product, status]),
    [
      ['300490', 'only-partner'],
      ['854231', 'agrees'],
    ],
  );
  await assert.rejects(
    checkData(mirror, mirror, { flow: 'export', from: 1990, to: 1991 }),
    /nothing to compare/,
  );
});

test('Russia and India 2021, both as published: secret codes, totals of both sides', {
  skip: withoutSharedData,
}, async (context) => {
  const folder = await temporaryFolder(context);
  const data = (name: string) => sharedData('ru-fts-india-tnved10', name);
  await importFts(join(folder, 'w'), data('fts_russia_india_2021-01_2022-01.csv.gz'));
  await importFts(join(folder, 'm'), data('mirror_india_reported_2010_2025.csv.gz'));
  const [workspace, mirror] = [
    await openWorkspace(join(folder, 'w')),
    await openWorkspace(join(folder, 'm')),
  ];
  context.after(async () => {
    await workspace.close();
    await mirror.close();
  });
  const answer = await checkData(workspace, mirror);
  // 18.7 % of exports in secret codes is what the provenance of the file tells.
  assert.equal(Math.round((found(answer, 'confidential-share')?.share ?? 0) * 1000) / 10, 18.7);
  const exports = answer.data.mirror?.years.find((row) => row.flow === 'export' && row.year === 2021);
  // Column sums of the two files by awk: 9,128.96 m of ours (secret codes included), 8,250.88 m of India's.
  assert.equal(exports?.partnerUsd, 8_250_880_000);
  assert.equal(Math.round(((exports?.ownUsd ?? 0) + (exports?.ownConfidentialUsd ?? 0)) / 1e4), 912_896);
  const parts = [
    exports?.withinHeadingUsd,
    exports?.withinChapterUsd,
    exports?.timingUsd,
    exports?.confidentialUsd,
    exports?.unexplainedUsd,
  ];
  assert.ok(
    Math.abs(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) - (exports?.grossDifferenceUsd ?? 0)) <
      1,
  );
});

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import iconv from 'iconv-lite';
import { scorecardSchema } from '../../../src/api/scorecard.ts';
import { scorecard } from '../../../src/assess/scorecard/scorecard.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { loadIndicatorSystem } from '../../../src/classifications/indicatorSystems.ts';
import { loadTerritories } from '../../../src/classifications/territories.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import { seriesTemplate } from '../../../src/reports/seriesTemplate.ts';
import { readRates, readSeries } from '../../../src/sources/readSeries.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { workbookOf } from '../../support/zipOf.ts';

const paper = loadIndicatorSystem('paper');
const territories = loadTerritories('RU');
assert.ok(territories !== null);

// Tomsk 2019: oil 60, medicaments (high technology) 30, transformers (power engineering) 10; 2018: 30, 15, 5.
const exportsOf = (context: TestContext) =>
  literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '270900', usd: 60 },
    { region: 'RU-TOM', hs6: '300431', usd: 30 },
    { region: 'RU-TOM', hs6: '850421', usd: 10 },
    { region: 'RU-TOM', hs6: '270900', usd: 30, year: 2018 },
    { region: 'RU-TOM', hs6: '300431', usd: 15, year: 2018 },
    { region: 'RU-TOM', hs6: '850421', usd: 5, year: 2018 },
    { region: 'RU-KLU', hs6: '270900', usd: 100 },
    { region: 'RU-MOW', hs6: '850421', usd: 40 },
    { region: 'RU-MOW', hs6: '270900', usd: 60 },
  ]);

const table = [
  'Регион;Год;Ряд;Значение;Единица',
  'Томская область;2019;sme_exports;6;долл.',
  'RU-TOM;2019;shipped_goods;0,9;тыс. руб.', // 900 roubles, 15 dollars at 60
  'RU-TOM;2019;budget_revenue;2 400;руб.', // 40 dollars
  'RU-TOM;2018;budget_revenue;1000;руб.', // 20 dollars at 50
  'страна;2019;country_sales;;руб.',
];

async function supplied(context: TestContext) {
  const folder = await temporaryFolder(context);
  await writeFile(join(folder, 'ряды.csv'), iconv.encode(table.join('\r\n'), 'win1251'));
  await writeFile(join(folder, 'rates.csv'), 'год;валюта;курс\n2019;RUB;60\n2018;руб.;50,0\n');
  const { values, files } = await readSeries([join(folder, 'ряды.csv')], paper, territories ?? never());
  const { rates } = await readRates(join(folder, 'rates.csv'));
  return { values, files, rates };
}

function never(): never {
  throw new Error('no territories');
}

test('the ten indicators by hand', async (context) => {
  const workspace = await exportsOf(context);
  const answer = await scorecard(
    workspace,
    { region: 'Томская область', year: 2019 },
    { indicators: paper, supplied: await supplied(context) },
  );
  scorecardSchema.parse(answer);
  const of = (id: string) => answer.data.find((row) => row.indicator === id) ?? never();
  assert.equal(answer.data.length, 10);
  // 40 of 100; (0.5 × 100 − 40) / 0.5 = 20.
  assert.equal(of('non-resource-share').value, 40);
  assert.equal(of('non-resource-share').status, 'not-met');
  assert.equal(of('non-resource-share').gapMoney, 20);
  // 6 of 40 = 15 %; (8 − 6) / 0.8 = 2.5.
  assert.equal(of('sme-share').value, 15);
  assert.equal(of('sme-share').gapMoney, 2.5);
  // 30 of 900/60 = 15 dollars: 200 %, above 10 to 15; down to 15 % of 15: 2.25 − 30.
  assert.equal(of('high-tech-in-shipped').value, 200);
  assert.equal(of('high-tech-in-shipped').status, 'above-range');
  assert.equal(of('high-tech-in-shipped').gap, -185);
  assert.equal(of('high-tech-in-shipped').gapMoney, -27.75);
  // 10 of 100; (30 − 10) / 0.7.
  assert.equal(of('power-engineering-share').value, 10);
  assert.ok(Math.abs((of('power-engineering-share').gapMoney ?? 0) - 20 / 0.7) < 1e-9);
  // Exports doubled; revenue in dollars doubled too (20 to 40), in roubles it rose 2.4 times.
  assert.equal(of('high-tech-to-budget-growth').value, 100);
  assert.equal(of('high-tech-to-budget-growth').status, 'met');
  for (const [id, missing] of [
    ['rd-it-in-grp', ['gross_regional_product 2019', 'rd_it_exports 2019']],
    ['high-tech-in-country-sales', ['country_sales 2019']],
    [
      'power-engineering-to-world-growth',
      ['world_power_engineering_exports 2018', 'world_power_engineering_exports 2019'],
    ],
  ] as const) {
    assert.equal(of(id).status, 'no-data');
    assert.equal(of(id).value, null);
    assert.deepEqual([...of(id).missing].sort(), missing);
  }
  assert.match(of('high-tech-in-country-sales').note?.en ?? '', /850 %/);
});

test('explain adds the rows up again; the run is made again from its manifest alone', async (context) => {
  const workspace = await exportsOf(context);
  const answer = await scorecard(
    workspace,
    { region: 'RU-TOM', year: 2019 },
    { indicators: paper, supplied: await supplied(context) },
  );
  for (const row of answer.data)
    for (const field of ['value', 'gap', 'gapMoney']) {
      const figure = parseFigureId(`${row.id}/${field}`) ?? never();
      const { data } = await explain(workspace, answer.manifest, figure);
      assert.equal(data.agrees, true, `${row.indicator} ${field}`);
      assert.equal(data.recomputed, data.value);
    }
  const growth = parseFigureId(`${answer.data[8]?.id}/value`) ?? never();
  const { data } = await explain(workspace, answer.manifest, growth);
  assert.match(data.substituted, /30\.00 \/ 15\.00\) \/ \(40\.00 \/ 20\.00\) = 100\.0/);
  assert.deepEqual(
    data.related.map((one) => one.id),
    ['ряды.csv: 4', 'rates.csv: 2', 'ряды.csv: 5', 'rates.csv: 3'],
  );
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
});

test('all regions: gaps ranked within each indicator; a path and a what-if', async (context) => {
  const workspace = await exportsOf(context);
  const all = await scorecard(workspace, { year: 2019, indicator: ['power-engineering-share'] });
  // Missing 30, 20 and nothing: Kaluga 0, Tomsk 10, Moscow 40.
  assert.deepEqual(
    all.data
      .map((row) => [row.territory, row.gapRank, row.status])
      .sort((a, b) => Number(a[1]) - Number(b[1])),
    [
      ['RU-KLU', 1, 'not-met'],
      ['RU-TOM', 2, 'not-met'],
      ['RU-MOW', 3, 'met'],
    ],
  );
  const one = await scorecard(workspace, {
    region: 'RU-TOM',
    year: 2019,
    target: 15,
    by: 2021,
    whatIf: ['power_engineering_exports=+100%'],
  });
  const row = one.data.find((each) => each.indicator === 'power-engineering-share') ?? never();
  assert.equal(row.path?.perYear, 2.5);
  assert.ok(Math.abs((row.path?.steps.at(-1)?.seriesAmount ?? 0) - (10 + 5 / 0.85)) < 1e-9);
  assert.ok(Math.abs((row.whatIf?.value ?? 0) - (100 * 20) / 110) < 1e-9);
  // 40 % is beyond 15 already: no path.
  assert.equal(one.data.find((each) => each.indicator === 'non-resource-share')?.path, null);
});

test('the template, filled in, is read back from CSV and a workbook; empty rows are left out', async (context) => {
  const folder = await temporaryFolder(context);
  const csv = (await seriesTemplate(
    paper,
    { regions: ['RU-TOM'], years: [2018, 2019] },
    'csv',
    'ru',
  )) as string;
  await writeFile(join(folder, 'a.csv'), csv.replace('2019;sme_exports;;', '2019;sme_exports;1 234,5;'));
  const read = await readSeries([join(folder, 'a.csv')], paper, territories ?? never());
  assert.deepEqual(
    read.values.map(({ series, region, year, amount, currency }) => [series, region, year, amount, currency]),
    [['sme_exports', 'RU-TOM', 2019, 1_234_500_000, 'USD']],
  );
  const book = await seriesTemplate(paper, { regions: ['RU-TOM'], years: [2019] }, 'xlsx', 'en');
  await writeFile(join(folder, 'b.xlsx'), book as Uint8Array);
  assert.deepEqual((await readSeries([join(folder, 'b.xlsx')], paper, territories ?? never())).values, []);
  await writeFile(
    join(folder, 'c.xlsx'),
    workbookOf({
      ряды: [
        ['Ряды области'],
        ['регион', 'год', 'показатель', 'значение', 'единица измерения'],
        ['Томская область', 2019, 'валовой региональный продукт', 585.25, 'млрд руб.'],
        ['', 2019, 'country_sales', '1,5', 'трлн руб.'],
      ],
    }),
  );
  const { values } = await readSeries([join(folder, 'c.xlsx')], paper, territories ?? never());
  assert.deepEqual(
    values.map(({ series, amount, place }) => [series, amount, place]),
    [
      ['gross_regional_product', 585_250_000_000, 'c.xlsx: ряды, 3'],
      ['country_sales', 1_500_000_000_000, 'c.xlsx: ряды, 4'],
    ],
  );
});

test('a wrong row is refused with file, row, column and what is accepted', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'x.csv');
  const refused = async (row: string, message: RegExp) => {
    await writeFile(file, `region,year,series,value,unit\n${row}\n`);
    await assert.rejects(
      readSeries([file], paper, territories ?? never()),
      (error: unknown) => error instanceof TrajectaError && message.test(error.text.en),
      row,
    );
  };
  await refused('Atlantis,2019,sme_exports,1,USD', /x\.csv, row 2, column region: "Atlantis"/);
  await refused('RU-TOM,19,sme_exports,1,USD', /column year: "19"/);
  await refused('RU-TOM,2019,beauty,1,USD', /column series: "beauty": .*sme_exports/);
  await refused('RU-TOM,2019,sme_exports,much,USD', /column value: "much"/);
  await refused('RU-TOM,2019,sme_exports,-1,USD', /below zero/);
  await refused('RU-TOM,2019,sme_exports,1,pieces', /column unit: "pieces"/);
  await refused(
    'RU-TOM,2019,sme_exports,1,USD\nRU-TOM,2019,sme_exports,2,USD',
    /x\.csv, row 3.*x\.csv: 2 has another value/,
  );
  await writeFile(file, 'a,b\n1,2\n');
  await assert.rejects(readSeries([file], paper, territories ?? never()), /no heading row/);
});

test("a user's own system; a wrong one is refused with its place", async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'own.json');
  const own = {
    id: 'own',
    name: { ru: 'Своя', en: 'Own' },
    source: 'a test',
    blocks: [{ id: 'b', name: { ru: 'Блок', en: 'Block' } }],
    series: [{ id: 'all', name: { ru: 'весь', en: 'all' }, computed: 'exports' }],
    indicators: [
      {
        id: 'size',
        block: 'b',
        name: { ru: 'Размер', en: 'Size' },
        formula: 'all / 10',
        unit: '',
        bound: { upper: 5 },
        moves: 'all',
      },
    ],
  };
  await writeFile(file, JSON.stringify(own));
  const answer = await scorecard(
    await exportsOf(context),
    { region: 'RU-TOM' },
    { indicators: loadIndicatorSystem(file) },
  );
  assert.equal(answer.data[0]?.value, 10);
  assert.equal(answer.data[0]?.status, 'not-met');
  assert.equal(answer.data[0]?.gapMoney, -50); // 100 is to become 50
  const refused = async (change: object, message: RegExp) => {
    await writeFile(file, JSON.stringify({ ...own, ...change }));
    assert.throws(
      () => loadIndicatorSystem(file),
      (error: unknown) =>
        error instanceof TrajectaError &&
        error.code === 'bad-indicator-system' &&
        message.test(error.text.en),
    );
  };
  const [indicator] = own.indicators;
  await refused(
    { indicators: [{ ...indicator, formula: 'all / other' }] },
    /indicator size: there is no series "other"/,
  );
  await refused({ indicators: [{ ...indicator, formula: 'all /' }] }, /indicator size: Formula "all \/"/);
  await refused(
    { indicators: [{ ...indicator, bound: {} }] },
    /indicators\.0\.bound: give lower, upper or both/,
  );
  await refused({ indicators: [{ ...indicator, block: 'c' }] }, /no block "c"/);
  await refused({ series: [{ ...own.series[0], partOf: 'all' }] }, /part of itself/);
  assert.throws(() => loadIndicatorSystem('nowhere'), /neither a built-in system nor a file/);
});

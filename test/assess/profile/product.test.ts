import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProductRow } from '../../../src/api/product.ts';
import { composition } from '../../../src/assess/profile/composition.ts';
import { partners } from '../../../src/assess/profile/partners.ts';
import { product } from '../../../src/assess/profile/product.ts';
import { unitValues } from '../../../src/assess/profile/unitValues.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// 300431 (insulin) is on the list in HS2017, 300490 and 270900 are not; HS2012 has 300490 as well, and no 300241.
const rows = [
  {
    region: 'RU-TOM',
    hs6: '300431',
    line: '3004310000',
    usd: 30,
    partner: 'DE',
    netWeightKg: 3,
    unit: 'piece',
    quantity: 6,
  },
  { region: 'RU-TOM', hs6: '300431', line: '3004310000', usd: 10, partner: '', netWeightKg: 2 },
  { region: 'RU-TOM', hs6: '270900', line: '2709009009', usd: 60, partner: 'CN', netWeightKg: 100 },
  { region: 'RU-NVS', hs6: '300431', line: '3004310000', usd: 20, partner: 'DE', netWeightKg: 1 },
  { region: 'RU-NVS', hs6: '300490', line: '3004900002', usd: 40, partner: 'KZ', netWeightKg: 4 },
  { region: 'RU-NVS', hs6: '270900', line: '2709009009', usd: 140, partner: 'CN' },
  { region: 'RU-NVS', usd: 50, status: 'confidential' },
  { region: 'not-stated', hs6: '300431', line: '3004310000', usd: 5, partner: 'DE' },
  { region: 'RU-TOM', hs6: '300431', line: '3004310000', usd: 9, partner: 'DE', reExport: true },
  { region: 'RU-TOM', hs6: '300431', line: '3004310000', usd: 8, year: 2018, partner: 'DE' },
  { region: 'RU-TOM', hs6: '270900', line: '2709009009', usd: 12, year: 2018 },
  { region: 'RU-TOM', hs6: '270900', line: '2709009009', usd: 4, year: 2015, edition: 'HS2012' },
] as const;

const of = (data: readonly ProductRow[], part: ProductRow['part']) => data.filter((row) => row.part === part);

test('a heading: regions with share and index, partners, lines, segments, years', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { data, manifest } = await product(workspace, { code: '3004', period: '2019' });
  // By hand: X_p = 30+10+20+40+5 = 105, X = 30+10+60 + 20+40+140+50 + 5 = 355.
  assert.equal(manifest.valueUsd, 105);
  assert.equal(manifest.totalUsd, 355);
  assert.deepEqual(
    of(data, 'region').map((row) => [
      row.territory,
      row.valueUsd,
      row.shareOfProduct,
      row.shareOfTerritory,
      row.index,
    ]),
    [
      ['RU-NVS', 60, 60 / 105, 60 / 250, 60 / 250 / (105 / 355)],
      ['RU-TOM', 40, 40 / 105, 40 / 100, 40 / 100 / (105 / 355)],
      ['not-stated', 5, 5 / 105, 1, null],
    ],
  );
  assert.equal(of(data, 'region')[2]?.indexReason, 'no-region');
  assert.deepEqual(
    of(data, 'partner').map((row) => [row.partner, row.valueUsd, row.shareOfProduct]),
    [
      ['DE', 55, 55 / 105],
      ['KZ', 40, 40 / 105],
      ['not-stated', 10, 10 / 105],
    ],
  );
  assert.deepEqual(
    of(data, 'line').map((row) => [row.code, row.valueUsd]),
    [
      ['300431', 65],
      ['300490', 40],
    ],
  );
  assert.deepEqual(
    of(data, 'segment').map((row) => [row.segment, row.valueUsd]),
    [
      ['pharma', 65],
      ['rest', 40],
    ],
  );
  assert.deepEqual(
    of(data, 'year').map((row) => [row.period, row.valueUsd, row.shareOfTerritory]),
    [
      ['2015', 0, 0],
      ['2018', 8, 8 / 20],
      ['2019', 105, 105 / 355],
    ],
  );
});

test('unit values take the unit that tells most, and spread over regions and partners', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { data } = await product(workspace, { code: '3004', period: '2019' });
  // Kilograms tell 30 + 10 + 20 + 40 = 100 dollars over 10 kg, pieces 30 dollars: kilograms, 10 dollars each.
  const [regions, partnersOf] = of(data, 'spread');
  assert.equal(regions?.unit, 'kg');
  assert.equal(regions?.unitValueUsd, 10);
  assert.equal(regions?.quantityCoverage, 100 / 105);
  // Tomsk 40 / 5 = 8, Novosibirsk 60 / 5 = 12: median 10, quartiles 9 and 11 (type 7).
  assert.deepEqual(
    [regions?.medianUsd, regions?.lowerQuartileUsd, regions?.upperQuartileUsd, regions?.observations],
    [10, 9, 11, 2],
  );
  // Germany 50 / 4 = 12.5, Kazakhstan 10.
  assert.deepEqual([partnersOf?.medianUsd, partnersOf?.observations], [11.25, 2]);
  assert.equal(of(data, 'region')[2]?.unitValueReason, 'no-quantity');
  const { data: priced } = await unitValues(workspace, { segment: 'pharma', period: '2019' });
  assert.deepEqual(
    priced.map((row) => [row.code, row.valueUsd, row.unit, row.unitValueUsd]),
    [['300431', 65, 'kg', 60 / 6]],
  );
  await assert.rejects(unitValues(workspace, { segment: 'none', period: '2019' }), TrajectaError);
});

test('a national line, a chapter and a code that the edition lacks', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const line = await product(workspace, { code: '3004900002', period: '2019' });
  assert.equal(line.manifest.valueUsd, 40);
  assert.deepEqual(of(line.data, 'line'), []);
  assert.deepEqual(
    of((await product(workspace, { code: '30', period: '2019' })).data, 'line').map((row) => row.code),
    ['3004'],
  );
  // 300241 came with HS2022: no year of the data has it.
  const absent = await product(workspace, { code: '300241', period: '2019' });
  assert.deepEqual([...new Set(of(absent.data, 'year').map((row) => row.valueReason))], ['not-in-edition']);
  assert.equal(absent.findings[0]?.code, 'code-not-in-edition');
});

test('years and regions without an exchange rate have no value, which is not zero', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '300431', usd: null, year: 2006 },
    { region: 'RU-TOM', hs6: '300431', usd: 3, year: 2007 },
  ]);
  const { data } = await product(workspace, { code: '3004', period: '2006' });
  assert.deepEqual(
    of(data, 'year').map((row) => [row.valueUsd, row.valueReason]),
    [
      [null, 'no-rate'],
      [3, null],
    ],
  );
  assert.deepEqual(
    of(data, 'region').map((row) => [row.valueUsd, row.indexReason]),
    [[null, 'no-rate']],
  );
});

test('a code that hides products has no rows, and is not taken for one without exports', async (context) => {
  const workspace = await literalWorkspace(context, 'AU', [
    { region: 'AU-VIC', line: '99999999', usd: 50, status: 'confidential' },
    { region: 'AU-VIC', hs6: '300431', line: '30043100', usd: 50 },
  ]);
  const secret = await product(workspace, { code: '99999999', period: '2019' });
  assert.deepEqual([secret.manifest.confidential, secret.data], [true, []]);
  assert.equal(secret.findings[0]?.code, 'confidential-code');
  assert.equal((await product(workspace, { code: '30043100', period: '2019' })).manifest.confidential, false);
});

test('every figure of a profile is explained down to rows that make it again', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answers = [
    await product(workspace, { code: '3004', period: '2019' }),
    await product(workspace, { code: '300431', period: '2019' }),
    await composition(workspace, { territory: 'RU-NVS', period: '2019' }),
    await composition(workspace, { period: '2019' }),
    await partners(workspace, { territory: 'RU-TOM', period: '2019' }),
  ];
  const fields = ['valueUsd', 'shareOfProduct', 'shareOfTerritory', 'shareOfTotal', 'share', 'index'];
  let count = 0;
  for (const { data, manifest } of answers) {
    for (const row of data) {
      for (const field of fields) {
        const value = (row as unknown as Record<string, number | null | undefined>)[field];
        if (value == null) continue;
        const id = parseFigureId(`${row.id}/${field}`);
        assert.ok(id !== null);
        const found = await explain(workspace, manifest, id);
        assert.equal(found.data.value, value, `${row.id}/${field}`);
        assert.ok(found.data.recomputed !== null && found.data.agrees, `${row.id}/${field}`);
        count += 1;
      }
    }
    assert.ok((await rerun(workspace, manifest)).reproduced);
  }
  assert.ok(count > 60);
});

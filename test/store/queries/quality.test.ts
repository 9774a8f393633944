import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chapterValues } from '../../../src/store/queries/quality/chapterValues.ts';
import { codesInUse } from '../../../src/store/queries/quality/codesInUse.ts';
import { conditionCounts } from '../../../src/store/queries/quality/conditionCounts.ts';
import { duplicateCounts, largestDuplicates } from '../../../src/store/queries/quality/exactDuplicates.ts';
import { exampleRows } from '../../../src/store/queries/quality/exampleRows.ts';
import { mirrorValues } from '../../../src/store/queries/quality/mirrorValues.ts';
import { monthlyValues } from '../../../src/store/queries/quality/monthlyValues.ts';
import { partnersInUse } from '../../../src/store/queries/quality/partnersInUse.ts';
import { unitsInUse } from '../../../src/store/queries/quality/unitsInUse.ts';
import { unitValueBins } from '../../../src/store/queries/quality/unitValueBins.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

const slice = { flow: 'export' as const, from: 2019, to: 2020 };

/** Ten rows; what each query makes of them is worked out by hand. */
const rows = [
  {
    region: 'RU-MOW',
    hs6: '854231',
    usd: 100,
    month: 1,
    partner: 'DE',
    unit: 'piece',
    quantity: 4,
    netWeightKg: 2,
  },
  {
    region: 'RU-MOW',
    hs6: '854231',
    usd: 100,
    month: 1,
    partner: 'DE',
    unit: 'piece',
    quantity: 4,
    netWeightKg: 2,
  },
  {
    region: 'RU-MOW',
    hs6: '854231',
    usd: 50,
    month: 2,
    partner: 'DE',
    unit: 'kg',
    quantity: 5,
    netWeightKg: 1,
  },
  { region: 'RU-TOM', hs6: '270900', usd: 30, month: 2, partner: 'QQ', netWeightKg: 60 },
  { region: 'not-stated', hs6: '270900', usd: 7, month: 2, partner: 'CN' },
  { region: 'RU-TOM', usd: 20, month: 2, partner: 'CN', status: 'confidential' as const },
  { region: 'RU-TOM', usd: 4, month: 2, status: 'unallocated' as const },
  { region: 'RU-TOM', hs6: '270900', usd: null, month: 3, partner: 'CN', netWeightKg: 8 },
  { region: 'RU-MOW', hs6: '854231', usd: 11, year: 2020, partner: 'DE', netWeightKg: 1 },
  { region: 'RU-MOW', hs6: '854231', usd: 999, flow: 'import' as const, partner: 'DE', netWeightKg: 1 },
];

test('values by year, month and region: dollars are null where a row has no rate', async (context) => {
  const { engine } = await literalWorkspace(context, 'RU', rows);
  const found = await engine.query(monthlyValues(slice));
  assert.deepEqual(
    found.map((row) => [row.year, row.month, row.region, row.rows, row.value, row.value_usd]),
    [
      [2019, 1, 'RU-MOW', 2, 200, 200],
      [2019, 2, 'RU-MOW', 1, 50, 50],
      [2019, 2, 'RU-TOM', 3, 54, 54],
      [2019, 2, 'not-stated', 1, 7, 7],
      [2019, 3, 'RU-TOM', 1, 1, null],
      [2020, 0, 'RU-MOW', 1, 11, 11],
    ],
  );
});

test('values by chapter, codes, partners and units in use', async (context) => {
  const { engine } = await literalWorkspace(context, 'RU', rows);
  assert.deepEqual(
    (await engine.query(chapterValues(slice))).map((row) => [row.year, row.chapter, row.rows, row.value]),
    [
      [2019, '27', 3, 38],
      [2019, '85', 3, 250],
      [2020, '85', 1, 11],
    ],
  );
  assert.deepEqual(
    (await engine.query(codesInUse(slice))).map((row) => [row.year, row.hs6, row.rows, row.value_usd]),
    [
      [2019, '270900', 3, 37],
      [2019, '854231', 3, 250],
      [2020, '854231', 1, 11],
    ],
  );
  assert.deepEqual(
    (await engine.query(partnersInUse(slice))).map((row) => [row.year, row.partner, row.rows, row.value_usd]),
    [
      [2019, 'CN', 3, 27],
      [2019, 'DE', 3, 250],
      [2019, 'QQ', 1, 30],
      [2020, 'DE', 1, 11],
    ],
  );
  assert.deepEqual(
    (await engine.query(unitsInUse(slice))).map((row) => [row.line, row.unit, row.rows]),
    [
      ['854231', 'kg', 1],
      ['854231', 'piece', 2],
    ],
  );
});

test('a histogram of unit values by weight and by quantity', async (context) => {
  const { engine } = await literalWorkspace(context, 'RU', rows);
  const place = (price: number) => Math.floor(Math.log(price) / 0.05);
  const one = (row: Readonly<Record<string, unknown>>) => [
    row.year,
    row.line,
    row.unit,
    row.bin,
    row.rows,
    row.value,
  ];
  // 100/2 and 50/1 are both 50 USD/kg; 30/60 half a dollar; the row without a rate costs 1/8 in its own currency.
  assert.deepEqual((await engine.query(unitValueBins(slice, 'net_weight_kg'))).map(one), [
    [2019, '270900', 'kg', place(1 / 8), 1, 1],
    [2019, '270900', 'kg', place(0.5), 1, 30],
    [2019, '854231', 'kg', place(50), 3, 250],
    [2020, '854231', 'kg', place(11), 1, 11],
  ]);
  assert.deepEqual((await engine.query(unitValueBins(slice, 'quantity'))).map(one), [
    [2019, '854231', 'piece', place(25), 2, 200],
  ]);
});

test('conditions of single rows are counted in one pass', async (context) => {
  const { engine } = await literalWorkspace(context, 'RU', rows);
  const [year] = await engine.query(conditionCounts(slice));
  const of = (name: string) => [year?.[`rows_${name}`], year?.[`usd_${name}`]];
  assert.deepEqual([year?.rows, year?.value_usd], [8, 311]);
  assert.deepEqual(of('confidential'), [1, 20]);
  assert.deepEqual(of('unallocated'), [1, 4]);
  assert.deepEqual(of('regionNotStated'), [1, 7]);
  assert.deepEqual(of('noRate'), [1, null]);
  assert.deepEqual(of('noWeight'), [1, 7]);
  assert.deepEqual(of('kilogramMismatch'), [1, 50]);
  assert.deepEqual(of('negative'), [0, null]);
});

test('rows repeated in full, and example rows', async (context) => {
  const { engine } = await literalWorkspace(context, 'RU', rows);
  assert.deepEqual(await engine.query(duplicateCounts(slice)), [{ year: 2019, repeated: 1, value_usd: 100 }]);
  const [largest] = await engine.query(largestDuplicates(slice, 5));
  assert.deepEqual([largest?.line, largest?.value, largest?.rows], ['854231', 100, 2]);
  const examples = await engine.query(exampleRows(slice, "partner = 'DE'", 2));
  assert.deepEqual(
    examples.map((row) => [row.row_number, row.value]),
    [
      [1, 100],
      [2, 100],
    ],
  );
});

test('values for a mirror comparison: rows of the partners asked for, with a rate', async (context) => {
  const { engine } = await literalWorkspace(context, 'RU', rows);
  const one = (row: Readonly<Record<string, unknown>>) => [
    row.year,
    row.month,
    row.partner,
    row.hs6,
    row.status,
    row.value_usd,
  ];
  assert.deepEqual((await engine.query(mirrorValues(slice, ['CN']))).map(one), [
    [2019, 2, 'CN', '', 'confidential', 20],
    [2019, 2, 'CN', '270900', 'product', 7],
  ]);
  assert.equal((await engine.query(mirrorValues(slice, null))).length, 6);
  assert.deepEqual(await engine.query(mirrorValues(slice, [])), []);
});

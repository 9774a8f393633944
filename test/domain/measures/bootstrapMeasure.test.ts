import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrapMeasure } from '../../../src/domain/measures/bootstrapMeasure.ts';
import { drawnColumns } from '../../../src/domain/measures/drawnColumns.ts';
import { regionValues } from '../../../src/domain/measures/regionValues.ts';
import { findMeasure, measures } from '../../../src/domain/measures/registry.ts';
import { tradeColumnsOfRecords } from '../../../src/domain/measures/tradeColumns.ts';
import { resampleCounts } from '../../../src/domain/resampleCounts.ts';
import { seededRandom } from '../../../src/domain/seededRandom.ts';

const measure = (id: string) => {
  const found = findMeasure(id);
  assert.ok(found !== null);
  return found;
};
const records = [
  { region: 'A', product: 'x', partner: 'm', value: 4 },
  { region: 'A', product: 'y', partner: 'n', value: 1 },
  { region: 'B', product: 'y', partner: 'm', value: 3 },
  { region: 'B', product: 'z', partner: 'n', value: 2 },
];

test('a product drawn twice stands as two, a partner drawn twice counts twice where partners are not told apart', () => {
  const columns = tradeColumnsOfRecords(records);
  const twice = drawnColumns(columns, 'product', [2, 0, 1], true);
  // By hand: A has two lines of 4, B one of 2.
  assert.deepEqual(
    regionValues(measure('hhi'), twice).map((one) => one.value),
    [0.5, 1],
  );
  const weighted = drawnColumns(columns, 'partner', [2, 1], false);
  // By hand: A 8 and 1, B 6 and 2.
  assert.deepEqual(
    regionValues(measure('hhi'), weighted).map((one) => one.value),
    [(64 + 1) / 81, (36 + 4) / 64],
  );
  const markets = drawnColumns(columns, 'partner', [2, 1], true);
  // Over markets: A sells 4, 4 and 1, B 3, 3 and 2.
  assert.deepEqual(
    regionValues(measure('hhi'), markets, { over: 'partner' }).map((one) => one.value),
    [33 / 81, 22 / 64],
  );
});

test('draws of HHI are those of plain loops over the rows with the same numbers', () => {
  const columns = tradeColumnsOfRecords(records);
  const draws = 300;
  const found = bootstrapMeasure(measure('hhi'), columns, {}, { draws, seed: 5, atLeast: 0.6 });
  const random = seededRandom(5);
  const plain: number[][] = [[], []];
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = resampleCounts(new Int32Array(3), random);
    ['A', 'B'].forEach((region, r) => {
      const values = records
        .filter((row) => row.region === region)
        .flatMap((row) => Array<number>(counts['xyz'.indexOf(row.product)] ?? 0).fill(row.value));
      const total = values.reduce((sum, x) => sum + x, 0);
      if (total > 0) plain[r]?.push(values.reduce((sum, x) => sum + (x / total) ** 2, 0));
    });
  }
  plain.forEach((values, r) => {
    assert.equal(found[r]?.undefinedDraws, draws - values.length);
    values.sort((a, b) => a - b);
    const out = Math.floor(values.length * 0.025 + 1e-9);
    assert.ok(Math.abs((found[r]?.valueLower ?? 0) - (values[out] ?? -1)) < 1e-12);
    assert.ok(Math.abs((found[r]?.valueUpper ?? 0) - (values[values.length - 1 - out] ?? -1)) < 1e-12);
    const yes = values.filter((value) => value >= 0.6).length / draws;
    assert.ok(Math.abs((found[r]?.verdictYesShare ?? -1) - yes) < 1e-12);
  });
});

test('every measure by region can be drawn, over products and over partners', () => {
  const more = ['2018', '2019'].flatMap((period, year) =>
    ['A', 'B', 'C', 'D'].flatMap((region, r) =>
      ['1001', '1002', '2001', '2002', '3001'].flatMap((product, q) =>
        ['m', 'n'].map((partner, m) => ({
          region,
          product,
          partner,
          period,
          flow: 'export',
          value: 1 + ((r * 7 + q * q * 3 + m * 5 + year) % 11),
        })),
      ),
    ),
  );
  const columns = tradeColumnsOfRecords(more);
  const byProduct = new Map(['1001', '1002', '2001', '2002', '3001'].map((code, place) => [code, place - 2]));
  const byRegion = new Map(['A', 'B', 'C', 'D'].map((code, place) => [code, place + 1]));
  const tables = { pci: byProduct, characteristic: byRegion, population: byRegion };
  const ofRegions = measures.filter((one) => one.by === 'region');
  assert.ok(ofRegions.length >= 25);
  for (const one of ofRegions)
    for (const over of ['product', 'partner'] as const) {
      const needed = Object.fromEntries(
        Object.entries(tables).filter(([name]) => one.requires.includes(name as never)),
      );
      const options = one.needs.includes('period') ? needed : { ...needed, period: '2019' };
      const found = bootstrapMeasure(one, columns, options, { over, draws: 30 });
      assert.deepEqual(
        found.map((row) => row.region),
        ['A', 'B', 'C', 'D'],
      );
      for (const row of found) {
        assert.equal(row.draws, 30);
        for (const x of [row.value, row.valueLower, row.valueUpper, row.rankShare])
          assert.ok(x === null || Number.isFinite(x), `${one.id} ${over}`);
        if (row.valueLower !== null) assert.ok(row.valueLower <= (row.valueUpper ?? Number.NaN));
      }
      assert.deepEqual(bootstrapMeasure(one, columns, options, { over, draws: 30 }), found);
    }
});

test('a measure of pairs, a table without partners, several periods are refused', () => {
  const columns = tradeColumnsOfRecords([{ region: 'A', product: 'x', value: 1 }]);
  assert.throws(() => bootstrapMeasure(measure('rca'), columns), /by region × product/);
  assert.throws(
    () => bootstrapMeasure(measure('hhi'), columns, {}, { over: 'partner' }),
    /no column partner/,
  );
  const years = tradeColumnsOfRecords(
    ['2018', '2019'].map((period) => ({ region: 'A', product: 'x', period, value: 1 })),
  );
  assert.throws(() => bootstrapMeasure(measure('hhi'), years), /one period/);
});

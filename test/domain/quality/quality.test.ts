import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { packageRoot } from '../../../src/classifications/dataFile.ts';
import { binnedSpread } from '../../../src/domain/quality/binnedSpread.ts';
import { breaksBetween } from '../../../src/domain/quality/breaksBetween.ts';
import { type MirrorValue, mirrorComparison } from '../../../src/domain/quality/mirrorComparison.ts';
import { qualityChecks } from '../../../src/domain/quality/qualityChecks.ts';
import { unitValueBinWidth, unitValueOutliers } from '../../../src/domain/quality/unitValueOutliers.ts';

/** The textbook median, of all values sorted: another way than by bins. */
function exactMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

function binsOf(prices: readonly number[]) {
  const bins = new Map<number, { bin: number; rows: number; value: number }>();
  for (const price of prices) {
    const bin = Math.floor(Math.log(price) / unitValueBinWidth);
    const known = bins.get(bin) ?? { bin, rows: 0, value: 0 };
    bins.set(bin, { bin, rows: known.rows + 1, value: known.value + price });
  }
  return [...bins.values()];
}

test('median and spread of bins are those of the rows themselves, to the width of a bin', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 60 }),
      (logs) => {
        const width = 0.05;
        const counts = new Map<number, number>();
        for (const log of logs)
          counts.set(Math.floor(log / width), (counts.get(Math.floor(log / width)) ?? 0) + 1);
        const found = binnedSpread(
          [...counts].map(([bin, rows]) => ({ bin, rows })),
          width,
        );
        const median = exactMedian(logs);
        const deviation = exactMedian(logs.map((log) => Math.abs(log - median)));
        assert.ok(Math.abs(found.median - median) <= width / 2 + 1e-9);
        assert.ok(Math.abs(found.spread - 1.4826 * deviation) <= 1.4826 * width + 1e-9);
        assert.equal(found.rows, logs.length);
      },
    ),
  );
});

test('an outlier of unit value is found whatever the unit of money, and prices that merely spread are none', () => {
  const usual = [9, 9.5, 10, 10, 10.5, 11, 11, 12, 12.5, 13, 14, 8];
  for (const unit of [1, 1000, 0.001]) {
    const found = unitValueOutliers(binsOf([...usual, 10_000].map((price) => price * unit)));
    assert.equal(found?.rows, 1);
    assert.ok(Math.abs((found?.value ?? 0) / unit - 10_000) < 1e-6);
    // Thousand-fold above and a hundredth of the usual price are both off; the usual prices are not.
    assert.ok(
      (found?.high ?? 0) > 14 * unit && (found?.high ?? 0) < 10_000 * unit && (found?.low ?? 0) < 8 * unit,
    );
    assert.equal(unitValueOutliers(binsOf(usual.map((price) => price * unit)))?.rows, 0);
  }
  // Eleven rows are not judged; with one price alone threefold is the measure.
  assert.equal(unitValueOutliers(binsOf(usual.slice(1))), null);
  const same = Array.from({ length: 20 }, () => 10);
  assert.equal(unitValueOutliers(binsOf([...same, 29]))?.rows, 0);
  assert.equal(unitValueOutliers(binsOf([...same, 35, 2.8]))?.rows, 2);
});

test('breaks: what changes unlike the rest, what appears and vanishes; not what is small, not growth of all alike', () => {
  const before = new Map([
    ['a', 100],
    ['b', 200],
    ['c', 300],
    ['d', 50],
    ['tiny', 0.1],
    ['gone', 80],
  ]);
  const after = new Map([
    ['a', 250],
    ['b', 480],
    ['c', 760],
    ['d', 10],
    ['tiny', 0.001],
    ['new', 90],
  ]);
  const found = breaksBetween(before, after);
  assert.deepEqual(
    found.breaks.map(({ id, kind }) => [id, kind]),
    [
      ['new', 'appeared'],
      ['gone', 'vanished'],
      ['d', 'changed'],
    ],
  );
  assert.equal(found.breaks[2]?.ratio, 0.2);
  const doubled = new Map([...before].map(([id, value]) => [id, value * 40] as const));
  assert.deepEqual(breaksBetween(before, doubled).breaks, []);
  assert.deepEqual(breaksBetween(new Map(), new Map()), { medianRatio: null, breaks: [] });
});

const value = (month: number, product: string, valueUsd: number, year = 2020): MirrorValue => ({
  year,
  month,
  product,
  valueUsd,
});

test('mirror comparison, worked by hand: margin, another code of the heading, secret codes, the rest', () => {
  const { years, products } = mirrorComparison(
    {
      flow: 'export',
      own: [value(0, '270111', 100), value(0, '270112', 50), value(0, '854231', 10), value(0, '880240', 40)],
      partner: [value(0, '270119', 165), value(0, '854231', 11), value(0, '300490', 30)],
      ownConfidentialUsd: new Map([[2020, 20]]),
    },
    { cifMargin: 0.1, tolerance: 0.1, lags: [1] },
  );
  // Coal: 110 + 55 of ours are the 165 of theirs under one code; 854231: 11 of 11; aircraft 44 only ours; 30 of
  // medicines only theirs, of which secret codes (20, with the margin 22) can make 22.
  const [year] = years;
  assert.ok(year !== undefined);
  const rounded = Object.fromEntries(
    Object.entries(year).map(([name, one]) => [
      name,
      typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one,
    ]),
  );
  assert.deepEqual(rounded, {
    year: 2020,
    months: [0],
    ownUsd: 200,
    ownConfidentialUsd: 20,
    expectedUsd: 220,
    partnerUsd: 206,
    grossDifferenceUsd: 110 + 55 + 165 + 44 + 30,
    withinHeadingUsd: 330,
    withinChapterUsd: 0,
    timingUsd: 0,
    lag: 0,
    confidentialUsd: 22,
    unexplainedUsd: 52,
  });
  assert.deepEqual(
    products.map(({ product, status }) => [product, status]),
    [
      ['270119', 'classification'],
      ['270111', 'classification'],
      ['270112', 'classification'],
      ['880240', 'only-own'],
      ['300490', 'only-partner'],
      ['854231', 'agrees'],
    ],
  );
});

test('mirror comparison: goods that arrive a month later, exports later and imports earlier with the partner', () => {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const left = months.map((month) => value(month, '100199', month * month));
  const arrived = months.map((month) =>
    month === 12 ? value(1, '100199', 144, 2021) : value(month + 1, '100199', month * month),
  );
  const exports = mirrorComparison(
    {
      flow: 'export',
      own: left,
      partner: [value(1, '100199', 7), ...arrived],
      ownConfidentialUsd: new Map(),
    },
    { cifMargin: 0, tolerance: 0.01, lags: [1, 2] },
  ).years[0];
  // Without the lag the partner has 7 of January and not our 144 of December.
  assert.equal(exports?.grossDifferenceUsd, 137);
  assert.deepEqual([exports?.lag, exports?.timingUsd, exports?.unexplainedUsd], [1, 137, 0]);
  // The partner's exports left in the month before they came to us.
  const imports = mirrorComparison(
    {
      flow: 'import',
      own: arrived.filter((one) => one.year === 2020),
      partner: left,
      ownConfidentialUsd: new Map(),
    },
    { cifMargin: 0, tolerance: 0.01, lags: [1] },
  ).years[0];
  assert.deepEqual([imports?.months.length, imports?.lag, imports?.unexplainedUsd], [11, 1, 0]);
});

test('mirror comparison: the parts sum to the differences, and none is negative', () => {
  const cell = fc.record({
    month: fc.integer({ min: 1, max: 3 }),
    product: fc.constantFrom('270111', '270119', '270900', '854231', '854239', '300490'),
    valueUsd: fc.integer({ min: 0, max: 1000 }),
    year: fc.constantFrom(2020, 2021),
  });
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 20 }),
      fc.array(cell, { maxLength: 20 }),
      fc.integer({ min: 0, max: 500 }),
      fc.constantFrom('export' as const, 'import' as const),
      (own, partner, secret, flow) => {
        const { years, products } = mirrorComparison({
          flow,
          own,
          partner,
          ownConfidentialUsd: new Map([[2020, secret]]),
        });
        for (const year of years) {
          const parts = [
            year.withinHeadingUsd,
            year.withinChapterUsd,
            year.timingUsd,
            year.confidentialUsd,
            year.unexplainedUsd,
          ];
          assert.ok(
            parts.every((part) => part >= -1e-9),
            JSON.stringify(year),
          );
          assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - year.grossDifferenceUsd) < 1e-6);
          const of = products.filter((one) => one.year === year.year);
          const gross = of.reduce((sum, one) => sum + Math.abs(one.differenceUsd), 0);
          assert.ok(Math.abs(gross - year.grossDifferenceUsd) < 1e-6);
        }
      },
    ),
  );
});

test('every check is in docs/quality.md, with its rule, and no other', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'quality.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
  assert.deepEqual(
    listed,
    qualityChecks.map((check) => check.id),
  );
  for (const check of qualityChecks) assert.ok(page.includes(check.rule.en), check.id);
});

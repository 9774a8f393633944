import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeDecomposition } from '../../../src/domain/measures/changeDecomposition.ts';
import { constantMarketShare } from '../../../src/domain/measures/constantMarketShare.ts';
import { entropy, variety } from '../../../src/domain/measures/entropy.ts';
import { gini } from '../../../src/domain/measures/gini.ts';
import { logLinearGrowth } from '../../../src/domain/measures/growth.ts';
import {
  equivalentNumber,
  herfindahl,
  normalisedHerfindahl,
  unctadConcentration,
} from '../../../src/domain/measures/herfindahl.ts';
import { hummelsKlenow } from '../../../src/domain/measures/hummelsKlenow.ts';
import { lafay } from '../../../src/domain/measures/lafay.ts';
import { priceIndices } from '../../../src/domain/measures/priceIndices.ts';
import { fingerKreinin, krugman } from '../../../src/domain/measures/shareDifferences.ts';
import { kaplanMeier, spellsOf } from '../../../src/domain/measures/survival.ts';
import { theil } from '../../../src/domain/measures/theil.ts';

const money = fc.integer({ min: 0, max: 100_000 });
const list = fc.array(money, { minLength: 1, maxLength: 20 });
const near = (a: number, b: number) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)), `${a} ${b}`);
const mapOf = fc
  .array(fc.tuple(fc.constantFrom(...'abcdefghij'), money), { maxLength: 10 })
  .map((entries) => new Map(entries));

test('Lafay sums to 0; Theil is between and within; entropy is related and unrelated variety', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(money, money), { minLength: 1, maxLength: 20 }), (pairs) => {
      const sum = lafay(
        pairs.map(([x]) => x),
        pairs.map(([, m]) => m),
      ).reduce((total, one) => total + one, 0);
      assert.ok(Math.abs(sum) < 1e-7);
    }),
  );
  fc.assert(
    fc.property(list, (values) => {
      const parts = theil(values);
      if (parts.total.value === null) return assert.equal(parts.total.reason, 'base-zero');
      near(parts.total.value, (parts.between.value ?? 0) + (parts.within.value ?? 0));
      // The textbook form (1/n) Σ (x/μ) ln(x/μ).
      const mean = values.reduce((total, x) => total + x, 0) / values.length;
      near(
        parts.total.value,
        values.reduce((total, x) => total + (x === 0 ? 0 : (x / mean) * Math.log(x / mean)), 0) /
          values.length,
      );
      const groups = values.map((_, place) => String(place % 3));
      const { related, unrelated } = variety(values, groups);
      near((related.value ?? 0) + (unrelated.value ?? 0), entropy(values).value ?? 0);
    }),
  );
});

test('concentration lies within its range and does not know the unit', () => {
  fc.assert(
    fc.property(list, (values) => {
      const h = herfindahl(values);
      if (h.value === null) return;
      assert.ok(h.value >= 1 / values.length - 1e-12 && h.value <= 1 + 1e-12);
      near(h.value, herfindahl(values.map((x) => x * 7)).value ?? 0);
      near(equivalentNumber(values).value ?? 0, 1 / h.value);
      const g = gini(values).value ?? 0;
      assert.ok(g >= -1e-12 && g <= 1);
      const normal = normalisedHerfindahl(values);
      if (values.length === 1) assert.deepEqual(normal, { value: null, reason: 'one-line' });
      else assert.ok((normal.value ?? -1) >= -1e-12 && (normal.value ?? 2) <= 1 + 1e-12);
    }),
  );
  // By hand: shares 1/2, 1/2, 0, 0: √(1/2) − √(1/4) over 1 − √(1/4).
  near(unctadConcentration([1, 1, 0, 0]).value ?? 0, (Math.sqrt(0.5) - 0.5) / 0.5);
  assert.deepEqual(herfindahl([0, 0]), { value: null, reason: 'base-zero' });
  assert.throws(() => herfindahl([1, -1]), /Value 2/);
  assert.throws(() => herfindahl([Number.NaN]), /Value 1/);
});

test('Finger–Kreinin and Krugman say the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(money, money), { minLength: 1, maxLength: 15 }), (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const k = krugman(a, b);
      const s = fingerKreinin(a, b);
      if (k.value === null || s.value === null) return;
      near(s.value, 1 - k.value / 2);
      const [x, y] = [a.reduce((t, v) => t + v, 0), b.reduce((t, v) => t + v, 0)];
      near(
        s.value,
        a.reduce((sum, value, place) => sum + Math.min(value / x, (b[place] ?? 0) / y), 0),
      );
    }),
  );
});

test('entry, exit and intensive margin sum to the change; extensive times intensive margin is the share', () => {
  fc.assert(
    fc.property(mapOf, mapOf, (before, after) => {
      const total = (values: Map<string, number>) => [...values.values()].reduce((sum, x) => sum + x, 0);
      const parts = changeDecomposition(before, after);
      near(parts.intensive + parts.entry + parts.exit, total(after) - total(before));
      const margins = hummelsKlenow(before, after);
      if (margins.extensive.value === null || margins.intensive.value === null) return;
      near(margins.extensive.value * margins.intensive.value, margins.share.value ?? 0);
      near((margins.share.value ?? 0) * total(after) + margins.soleSupply, total(before));
    }),
  );
});

test('constant market shares: the terms sum to the change in both orders', () => {
  const cell = fc.record({
    product: fc.constantFrom('a', 'b', 'c'),
    market: fc.constantFrom('m', 'n'),
    before: money,
    after: money,
    worldBefore: money,
    worldAfter: money,
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const made = constantMarketShare(cells);
      const change = cells.reduce((sum, one) => sum + one.after - one.before, 0);
      for (const terms of Object.values(made))
        near(terms.world + terms.product + terms.market + terms.competitiveness + terms.newCells, change);
    }),
  );
});

test('growth by least squares: exact series, gaps, zeros, the standard error by hand', () => {
  near(
    logLinearGrowth([
      [2000, 100],
      [2001, 110],
      [2004, 100 * 1.1 ** 4],
    ]).growth.value ?? 0,
    0.1,
  );
  const gap = logLinearGrowth([
    [2000, 1],
    [2001, 0],
    [2002, 4],
  ]);
  assert.deepEqual([gap.leftOut, gap.years], [1, 2]);
  assert.equal(gap.standardError.value, null);
  // ln values 0, 1, 1 on years 0, 1, 2: slope 1/2, left −1/6, 1/3, −1/6, their squares sum to 1/6 over 1 degree of freedom, Σ(t − 1)² = 2.
  const three = logLinearGrowth([
    [0, 1],
    [1, Math.E],
    [2, Math.E],
  ]);
  near(three.slope.value ?? 0, 0.5);
  near(three.standardError.value ?? 0, Math.sqrt(1 / 6 / 2));
  assert.deepEqual(logLinearGrowth([[2000, 5]]).growth, { value: null, reason: 'too-few-years' });
});

test('survival by hand: left-censored spells stay out, running ones count while at risk', () => {
  const spells = spellsOf([[2000, 2001], [2001], [2002, 2003, 2005], [2004, 2005]], 2000, 2005);
  assert.deepEqual(spells, [
    { years: 1, ended: true },
    { years: 2, ended: true },
    { years: 1, ended: false },
    { years: 2, ended: false },
  ]);
  const steps = kaplanMeier(spells);
  assert.deepEqual(
    steps.map((step) => [step.atRisk, step.ended, step.survival]),
    [
      [4, 1, 0.75],
      [2, 1, 0.375],
    ],
  );
  assert.deepEqual(spellsOf([[2001, 2003]], 2000, 2005, { joinGaps: 1 }), [{ years: 3, ended: true }]);
});

test('price indices by hand, and what has no match', () => {
  const found = priceIndices([
    { valueBefore: 10, quantityBefore: 10, valueAfter: 40, quantityAfter: 20 }, // unit value 1 → 2
    { valueBefore: 30, quantityBefore: 10, valueAfter: 30, quantityAfter: 10 }, // 3 → 3
    { valueBefore: 0, quantityBefore: 0, valueAfter: 30, quantityAfter: 5 }, // new
  ]);
  near(found.laspeyres.value ?? 0, 50 / 40); // (2·10 + 3·10) / 40
  near(found.paasche.value ?? 0, 70 / 50); // 70 / (1·20 + 3·10)
  near((found.volume.value ?? 0) * (found.fisher.value ?? 0), 70 / 40);
  near(found.coverage.value ?? 0, 0.7);
  assert.deepEqual(priceIndices([]).fisher, { value: null, reason: 'no-match' });
});

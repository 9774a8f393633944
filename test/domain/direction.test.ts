import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { directionOf } from '../../src/domain/direction.ts';
import { studentQuantile } from '../../src/domain/studentQuantile.ts';

// Percentage points of Student's t, two-sided 90 % and 95 % (Fisher, Yates; any table of statistics).
const table: readonly (readonly [confidence: number, degrees: number, point: string])[] = [
  [0.9, 1, '6.314'],
  [0.9, 2, '2.920'],
  [0.9, 3, '2.353'],
  [0.9, 4, '2.132'],
  [0.9, 5, '2.015'],
  [0.9, 10, '1.812'],
  [0.9, 15, '1.753'],
  [0.9, 30, '1.697'],
  [0.9, 120, '1.658'],
  [0.95, 1, '12.706'],
  [0.95, 10, '2.228'],
  [0.99, 7, '3.499'],
];

test('points of Student t as in the tables', () => {
  for (const [confidence, degrees, point] of table)
    assert.equal(studentQuantile(confidence, degrees).toFixed(3), point, `${confidence} ${degrees}`);
  // With many degrees of freedom it is the normal distribution's 1.644854.
  assert.ok(Math.abs(studentQuantile(0.9, 1_000_000) - 1.644854) < 1e-5);
  assert.throws(() => studentQuantile(0.9, 0), RangeError);
  assert.throws(() => studentQuantile(1, 3), RangeError);
});

const years = (values: readonly number[], first = 2010) =>
  values.map((value, place) => [first + place, value] as const);

test('the four directions, by hand', () => {
  // ln x = 0, 0.1, 0.3, 0.2, 0.4; mean 0.2, slope Σ(t)(y)/10 = (-2·0 + -1·0.1 + 0 + 1·0.2 + 2·0.4)/10 = 0.09.
  // Residuals around 0.2 + 0.09 t: -0.02, -0.01, 0.1, -0.09, 0.02; squares sum to 0.019; s² = 0.019/3;
  // standard error √(0.019/3/10) = 0.025166; t(3) = 2.353363: interval 0.09 ± 0.059226 = 0.030774 … 0.149226.
  const rising = directionOf(years([0, 0.1, 0.3, 0.2, 0.4].map(Math.exp)));
  assert.equal(rising.direction, 'rising');
  assert.ok(Math.abs((rising.slope ?? 0) - 0.09) < 1e-12);
  assert.ok(Math.abs((rising.standardError ?? 0) - Math.sqrt(0.019 / 30)) < 1e-12);
  assert.ok(Math.abs((rising.residualDeviation ?? 0) - Math.sqrt(0.019 / 3)) < 1e-12);
  assert.ok(Math.abs(Math.log(1 + (rising.growthLower ?? 0)) - 0.030774) < 1e-6);
  assert.ok(Math.abs(Math.log(1 + (rising.growthUpper ?? 0)) - 0.149226) < 1e-6);
  assert.equal(directionOf(years([0.4, 0.2, 0.3, 0.1, 0].map(Math.exp))).direction, 'falling');
  assert.equal(directionOf(years([1, 1.05, 1, 1.05, 1, 1.05])).direction, 'stable');
  assert.equal(directionOf(years([1, 2, 1, 2, 1, 2])).direction, 'volatile');
  assert.equal(directionOf(years([3, 3, 3, 3, 3])).direction, 'stable');
});

test('the threshold of volatility is 0.15 of the residual deviation', () => {
  // ±a in turns over six years: slope 3a·(…)/17.5 stays within its interval, deviation grows with a.
  const deviation = (a: number) => directionOf(years([a, -a, -a, a, a, -a].map(Math.exp)));
  const below = deviation(0.12);
  const above = deviation(0.14);
  assert.ok((below.residualDeviation ?? 1) < 0.15 && (above.residualDeviation ?? 0) > 0.15);
  assert.deepEqual([below.direction, above.direction], ['stable', 'volatile']);
});

test('years of zero are left out and named; fewer than five years have no direction', () => {
  const path = directionOf(years([1, 0, 1.2, 1.3, 0, 1.5, 1.7]));
  assert.deepEqual(path.zeroYears, [2011, 2014]);
  assert.equal(path.years, 5);
  assert.equal(path.direction, 'rising');
  const few = directionOf(years([1, 0, 1.2, 1.3, 0, 1.5]));
  assert.deepEqual(
    [few.direction, few.reason, few.years, few.growthPerYear],
    [null, 'too-few-years', 4, null],
  );
  assert.equal(directionOf([]).reason, 'too-few-years');
});

test('units do not matter, and time read backwards turns rising into falling', () => {
  const series = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(series, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (values, unit) => {
      const plain = directionOf(years(values));
      assert.equal(directionOf(years(values.map((value) => value * unit))).direction, plain.direction);
      const back = directionOf(years([...values].reverse())).direction;
      const turned = {
        rising: 'falling',
        falling: 'rising',
        stable: 'stable',
        volatile: 'volatile',
      } as const;
      assert.equal(back, plain.direction === null ? null : turned[plain.direction]);
    }),
    { numRuns: 200, seed: 3 },
  );
});

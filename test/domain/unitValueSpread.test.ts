import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { similarOrder } from '../../src/domain/similarOrder.ts';
import { robustUnitValue, spreadOf } from '../../src/domain/unitValueSpread.ts';

test('an outlier among twelve cells or more is left out; among fewer nothing is judged', () => {
  // Eleven cells at 9.5 to 10.5 dollars and one at 1000, of one unit each.
  const usual = Array.from({ length: 11 }, (_, place) => ({
    unit: 'kg',
    value: 9.5 + place * 0.1,
    quantity: 1,
  }));
  const outlier = { unit: 'kg', value: 1000, quantity: 1 };
  const judged = robustUnitValue([...usual, outlier]);
  assert.ok('value' in judged.unitValue && Math.abs((judged.unitValue.value ?? 0) - 10) < 1e-9);
  assert.ok(Math.abs(judged.counted - 110) < 1e-9);
  const few = robustUnitValue([...usual.slice(0, 3), outlier]);
  assert.equal(few.counted, 9.5 + 9.6 + 9.7 + 1000);
  assert.equal(robustUnitValue([{ unit: 'kg', value: 5, quantity: 0 }]).unitValue.value, null);
});

// R: quantile(c(15, 20, 35, 40, 50)) gives 15 20 35 40 50; quantile(c(3, 6, 7, 8, 8, 10), type = 7): 6.25, 7.5, 8.
test('quartiles are those of R and of spreadsheets', () => {
  assert.deepEqual(spreadOf([50, 15, 40, 20, 35]), {
    median: 35,
    lowerQuartile: 20,
    upperQuartile: 40,
    observations: 5,
  });
  assert.deepEqual(spreadOf([3, 6, 7, 8, 8, 10]), {
    median: 7.5,
    lowerQuartile: 6.25,
    upperQuartile: 8,
    observations: 6,
  });
  assert.equal(spreadOf([]), null);
});

test('the order of alike rows holds every row once, and puts groups that are far apart side by side', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }), {
        maxLength: 25,
      }),
      (rows) => {
        const order = similarOrder(rows);
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          rows.map((_, place) => place),
        );
      },
    ),
    { numRuns: 50 },
  );
  const groups = [
    [0, 0],
    [9, 9],
    [0, 0.1],
    [9, 9.1],
    [0.1, 0],
    [9.1, 9],
  ];
  const order = similarOrder(groups).map((place) => place % 2);
  assert.deepEqual(order, [1, 1, 1, 0, 0, 0]);
});

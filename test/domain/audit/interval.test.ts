import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agreementOf } from '../../../src/domain/audit/agreement.ts';
import { minus, over, plus, printedInterval, times } from '../../../src/domain/audit/interval.ts';

// By hand: half a unit of the last digit to either side.
const printed: readonly (readonly [text: string, lower: number, upper: number])[] = [
  ['0,1', 0.05, 0.15],
  ['0.001', 0.0005, 0.0015],
  ['136', 135.5, 136.5],
  ['172.0', 171.95, 172.05],
  ['1 234,5', 1234.45, 1234.55],
  ['−4,2', -4.25, -4.15],
];
test('printed digits stand for ranges', () => {
  for (const [text, lower, upper] of printed) assert.deepEqual(printedInterval(text), { lower, upper }, text);
  for (const text of ['', '…', 'н/д', '1e3', '1,2,3']) assert.equal(printedInterval(text), null, text);
});

const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const digits = fc.integer({ min: 0, max: 4 });
const rangeOf = (value: number, places: number) => {
  const range = printedInterval(value.toFixed(places));
  assert.ok(range !== null);
  return range;
};
const holds = (range: { lower: number; upper: number }, value: number) =>
  range.lower <= value && value <= range.upper;

test('the range of a rounded number, and of what is computed from such, never excludes the true value', () => {
  fc.assert(
    fc.property(positive, positive, digits, digits, (a, b, placesA, placesB) => {
      const [left, right] = [rangeOf(a, placesA), rangeOf(b, placesB)];
      assert.ok(holds(left, a) && holds(right, b));
      assert.ok(holds(times(left, right), a * b), 'product');
      assert.ok(holds(over(left, right), a / b), 'quotient');
      assert.ok(holds(plus(left, right), a + b), 'sum');
      assert.ok(holds(minus(left, right), a - b), 'difference');
    }),
    { numRuns: 2000 },
  );
});

test('agreement: the value that most ranges hold', () => {
  const of = (lower: number, upper: number) => ({ lower, upper });
  assert.deepEqual(agreementOf([of(0, 5), of(4, 9), of(8, 10), of(4.5, 4.6)]), {
    range: of(4.5, 4.6),
    agreeing: [0, 1, 3],
  });
  assert.equal(agreementOf([]), null);
});

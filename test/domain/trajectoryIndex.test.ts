import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  additiveIndex,
  normalisedIndex,
  symmetricIndex,
  trajectoryIndex,
} from '../../src/domain/trajectoryIndex.ts';

test('by hand: 2 of 10 in the region against 10 of 100 in the country is 0.2 / 0.1 = 2', () => {
  const input = { segmentValue: 2, baseValue: 10, referenceSegmentValue: 10, referenceBaseValue: 100 };
  assert.deepEqual(trajectoryIndex(input), { value: 2 });
  assert.equal(symmetricIndex(2), 1 / 3);
  assert.ok(Math.abs((normalisedIndex(2, 10, 10, 100) ?? 0) - 0.01) < 1e-15);
  assert.ok(Math.abs((additiveIndex(2, 10, 10, 100) ?? 0) - 0.1) < 1e-15);
});

test('undefined has a reason, and is never zero or infinite', () => {
  const input = { segmentValue: 0, baseValue: 10, referenceSegmentValue: 10, referenceBaseValue: 100 };
  assert.deepEqual(trajectoryIndex(input), { value: 0 });
  assert.deepEqual(trajectoryIndex({ ...input, baseValue: 0 }), { value: null, reason: 'base-zero' });
  assert.deepEqual(trajectoryIndex({ ...input, referenceSegmentValue: 0 }), {
    value: null,
    reason: 'reference-zero',
  });
  assert.deepEqual(trajectoryIndex({ ...input, referenceBaseValue: 0 }), {
    value: null,
    reason: 'reference-base-zero',
  });
  assert.equal(symmetricIndex(null), null);
  assert.equal(normalisedIndex(0, 0, 0, 0), null);
  assert.equal(additiveIndex(0, 0, 0, 10), null);
});

const amount = fc.integer({ min: 1, max: 1e9 });
test('the unit of money does not matter, and T stays under 1 / share of the region in the reference', () => {
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      amount,
      fc.integer({ min: 2, max: 1000 }),
      (segment, rest, othersSegment, othersRest, unit) => {
        const input = {
          segmentValue: segment,
          baseValue: segment + rest,
          referenceSegmentValue: segment + othersSegment,
          referenceBaseValue: segment + rest + othersSegment + othersRest,
        };
        const scaled = Object.fromEntries(
          Object.entries(input).map(([name, value]) => [name, value * unit]),
        ) as typeof input;
        const index = trajectoryIndex(input).value ?? Number.NaN;
        assert.ok(Math.abs(index - (trajectoryIndex(scaled).value ?? 0)) <= 1e-12 * index);
        assert.ok(index <= (input.referenceBaseValue / input.baseValue) * (1 + 1e-12));
      },
    ),
  );
});

test('normalised advantage sums to zero over regions', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 20 }), (regions) => {
      const segment = regions.reduce((sum, [one]) => sum + one, 0);
      const total = regions.reduce((sum, [one, rest]) => sum + one + rest, 0);
      const all = regions.reduce(
        (sum, [one, rest]) => sum + (normalisedIndex(one, one + rest, segment, total) ?? 0),
        0,
      );
      assert.ok(Math.abs(all) < 1e-9);
    }),
  );
});

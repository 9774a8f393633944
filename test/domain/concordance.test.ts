import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { composeConcordances } from '../../src/domain/composeConcordances.ts';
import { type Concordance, concordanceOf, linksBySource } from '../../src/domain/concordance.ts';
import { convertValues } from '../../src/domain/convertValues.ts';
import { invertConcordance } from '../../src/domain/invertConcordance.ts';
import { linkKinds } from '../../src/domain/linkKinds.ts';
import { weightByTrade } from '../../src/domain/weightByTrade.ts';

const codes = (prefix: string) => fc.integer({ min: 0, max: 7 }).map((number) => `${prefix}${number}`);
const concordance = (from: string, to: string): fc.Arbitrary<Concordance> =>
  fc
    .array(fc.tuple(codes(from), fc.option(codes(to), { nil: null, freq: 9 })), {
      minLength: 1,
      maxLength: 24,
    })
    .map((pairs) => concordanceOf(from, to, pairs));
const money = fc.double({ min: 0, max: 1e9, noNaN: true });
const values = (prefix: string) =>
  fc.array(fc.tuple(codes(prefix), money), { maxLength: 10 }).map((entries) => new Map(entries));
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

function requireWeightsOfOne(made: Concordance): void {
  for (const [source, links] of linksBySource(made))
    assert.ok(near(sum(links.map((link) => link.weight)), 1), `${source} ${JSON.stringify(links)}`);
}

test('weights sum to 1 for each source code, however a concordance is made', () => {
  fc.assert(
    fc.property(
      concordance('a', 'b'),
      concordance('b', 'c'),
      values('a'),
      values('b'),
      (first, second, atA, atB) => {
        requireWeightsOfOne(first);
        requireWeightsOfOne(composeConcordances(first, second));
        requireWeightsOfOne(invertConcordance(first));
        requireWeightsOfOne(invertConcordance(first, atA));
        requireWeightsOfOne(weightByTrade(first, atB));
      },
    ),
  );
});

test('composition is associative in value', () => {
  fc.assert(
    fc.property(
      concordance('a', 'b'),
      concordance('b', 'c'),
      concordance('c', 'd'),
      values('a'),
      (ab, bc, cd, atA) => {
        const left = convertValues(composeConcordances(composeConcordances(ab, bc), cd), atA);
        const right = convertValues(composeConcordances(ab, composeConcordances(bc, cd)), atA);
        const stepwise = convertValues(cd, convertValues(bc, convertValues(ab, atA).values).values);
        for (const code of new Set([...left.values.keys(), ...right.values.keys()])) {
          assert.ok(near(left.values.get(code) ?? 0, right.values.get(code) ?? 0));
          assert.ok(near(left.values.get(code) ?? 0, stepwise.values.get(code) ?? 0));
        }
        assert.ok(near(left.unmapped, right.unmapped));
      },
    ),
  );
});

test('converting loses no value; forward and back gives each code what it had, less what had no target', () => {
  fc.assert(
    fc.property(concordance('a', 'b'), values('a'), (ab, atA) => {
      const there = convertValues(ab, atA);
      assert.ok(near(sum(there.values.values()) + there.unmapped, sum(atA.values())));
      const back = convertValues(invertConcordance(ab, atA), there.values);
      assert.ok(near(sum(back.values.values()) + back.unmapped + there.unmapped, sum(atA.values())));
      for (const [source, links] of linksBySource(ab)) {
        const mapped = sum(links.filter((link) => link.target !== null).map((link) => link.weight));
        assert.ok(near(back.values.get(source) ?? 0, (atA.get(source) ?? 0) * mapped));
      }
      const equalBack = convertValues(invertConcordance(ab), there.values);
      assert.ok(near(sum(equalBack.values.values()) + equalBack.unmapped, sum(there.values.values())));
    }),
  );
});

test('by hand: equal and trade weights, value on ambiguous codes, unknown codes', () => {
  // Code 1 is split between x and y, 2 and 3 meet in z, 4 leads nowhere.
  const made = concordanceOf('A', 'B', [
    ['1', 'y'],
    ['1', 'x'],
    ['2', 'z'],
    ['3', 'z'],
    ['4', null],
  ]);
  assert.deepEqual(linkKinds(made), ['1:n', '1:n', 'n:1', 'n:1', null]);
  const at = new Map([
    ['1', 10],
    ['2', 5],
    ['4', 2],
    ['9', 1],
  ]);
  const equal = convertValues(made, at);
  assert.deepEqual(
    [...equal.values],
    [
      ['x', 5],
      ['y', 5],
      ['z', 5],
    ],
  );
  assert.deepEqual([equal.total, equal.unmapped, equal.ambiguous, equal.unknownCodes], [18, 3, 10, ['9']]);
  const traded = convertValues(
    weightByTrade(
      made,
      new Map([
        ['x', 30],
        ['y', 10],
      ]),
    ),
    at,
  );
  assert.deepEqual([traded.values.get('x'), traded.values.get('y')], [7.5, 2.5]);
  assert.throws(() => composeConcordances(made, made), /cannot be followed/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demandCoverage } from '../../src/domain/demandCoverage.ts';
import { plural } from '../../src/domain/plural.ts';
import { productFamilies } from '../../src/domain/productFamilies.ts';

const step = (
  codes: readonly string[],
  conversion: readonly (readonly [string, string | null])[],
  links: readonly (readonly [string, string | null])[] = conversion,
) => ({ codes: new Set(codes), conversion, links });

test('a split and a merger are one product; what is not linked stays apart', () => {
  // 1 → 11, 12 (split); 2, 3 → 20 (merger: the one-to-one table names 2 only); 4 stays.
  const families = productFamilies([
    step(['1', '2', '3', '4'], []),
    step(
      ['11', '12', '20', '4'],
      [
        ['11', '1'],
        ['12', '1'],
        ['20', '2'],
        ['4', '4'],
      ],
      [
        ['11', '1'],
        ['12', '1'],
        ['20', '2'],
        ['20', '3'],
        ['4', '4'],
        ['4', '1'],
      ],
    ),
  ]);
  assert.equal(families.familyOf(0, '1'), families.familyOf(1, '11'));
  assert.equal(families.familyOf(1, '11'), families.familyOf(1, '12'));
  assert.equal(families.familyOf(0, '2'), families.familyOf(1, '20'));
  assert.equal(families.familyOf(0, '3'), families.familyOf(1, '20'));
  assert.equal(families.familyOf(1, '4'), '4');
  assert.notEqual(families.familyOf(1, '4'), families.familyOf(1, '11'));
  assert.deepEqual(families.codesOf(families.familyOf(0, '2')), [['2', '3'], ['20']]);
  assert.equal(families.joined, 2);
  assert.equal(families.familyOf(1, 'unknown'), 'unknown');
});

test('a code given up and its digits used anew for something else are two products', () => {
  // 5 → 6; the later edition's 5 comes from 7.
  const families = productFamilies([
    step(['5', '7'], []),
    step(
      ['5', '6'],
      [
        ['6', '5'],
        ['5', '7'],
      ],
    ),
  ]);
  assert.equal(families.familyOf(0, '5'), families.familyOf(1, '6'));
  assert.equal(families.familyOf(0, '7'), families.familyOf(1, '5'));
  assert.notEqual(families.familyOf(0, '5'), families.familyOf(1, '5'));
});

test('demand covered: as demand is spread, in one line, and outside of demand', () => {
  const demand = new Map([
    ['a', 1],
    ['b', 3],
  ]);
  const close = (found: ReturnType<typeof demandCoverage>, expected: number) =>
    assert.ok(Math.abs((found.coverage.value ?? -1) - expected) < 1e-12);
  close(
    demandCoverage(
      new Map([
        ['a', 10],
        ['b', 30],
      ]),
      demand,
    ),
    1,
  );
  close(demandCoverage(new Map([['b', 8]]), demand), 0.75);
  // exp(−(½ ln(½ / ¼) + ½ ln(½ / ¾))) = √(½ · 3/2) = √0.75
  close(
    demandCoverage(
      new Map([
        ['a', 5],
        ['b', 5],
      ]),
      demand,
    ),
    Math.sqrt(0.75),
  );
  const some = demandCoverage(
    new Map([
      ['b', 8],
      ['c', 2],
    ]),
    demand,
  );
  close(some, 0.75);
  assert.equal(some.outside, 2);
  assert.deepEqual(demandCoverage(new Map([['c', 2]]), demand).coverage, { value: null, reason: 'no-match' });
  assert.deepEqual(demandCoverage(new Map(), demand).coverage, { value: null, reason: 'base-zero' });
  assert.deepEqual(demandCoverage(new Map([['c', 2]]), new Map()).coverage, {
    value: null,
    reason: 'reference-zero',
  });
  // Equal demand of four lines, two of them sold alike: exp(entropy) / n = 2/4.
  const four = new Map(['a', 'b', 'c', 'd'].map((key) => [key, 7]));
  close(
    demandCoverage(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
      four,
    ),
    0.5,
  );
});

test('forms of Russian nouns after numbers', () => {
  const forms = [1, 2, 5, 11, 12, 21, 22, 111, 101].map((count) => plural(count, ['а', 'б', 'в']));
  assert.deepEqual(forms, ['а', 'б', 'в', 'в', 'в', 'а', 'б', 'в', 'а']);
});

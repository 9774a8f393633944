import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { panel } from '../../../bench/panel.ts';
import { plainComplexity } from '../../../bench/plainComplexity.ts';
import { complexityOf } from '../../../src/domain/measures/complexity.ts';
import { densityOf } from '../../../src/domain/measures/density.ts';
import { fitnessOf } from '../../../src/domain/measures/fitness.ts';
import {
  diversityOf,
  type Presence,
  presenceOf,
  ubiquityOf,
  withColumns,
} from '../../../src/domain/measures/presence.ts';
import { proximityOf } from '../../../src/domain/measures/proximity.ts';
import { rcaOf } from '../../../src/domain/measures/rca.ts';
import { tradeMatrixOf, tradeMatrixOfRows } from '../../../src/domain/measures/tradeMatrix.ts';
import { sharedData, withoutSharedData } from '../../support/sharedData.ts';

const labels = (letter: string, count: number) =>
  Array.from({ length: count }, (_, place) => `${letter}${place}`);

function matrixOf(values: Float64Array, n: number, p: number) {
  const cells = [...values.keys()];
  return tradeMatrixOf({
    regions: labels('r', n),
    products: labels('p', p),
    region: cells.map((cell) => Math.floor(cell / p)),
    product: cells.map((cell) => cell % p),
    value: values,
  });
}

const largest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  assert.equal(a.length, b.length);
  let most = 0;
  for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)));
  return most;
};

test('all measures agree with the textbook loops, with more products than regions and the reverse', () => {
  for (const [n, p] of [
    [40, 150],
    [120, 30],
  ] as const) {
    const values = panel(n, p, 0.35, n);
    const plain = plainComplexity(values, n, p);
    const presence = presenceOf(matrixOf(values, n, p), rcaOf(matrixOf(values, n, p)));
    const cells = new Uint8Array(n * p);
    for (let r = 0; r < n; r += 1)
      for (let at = presence.rowStart[r] as number; at < (presence.rowStart[r + 1] as number); at += 1)
        cells[r * p + (presence.column[at] as number)] = 1;
    assert.deepEqual(cells, plain.presence);
    const complexity = complexityOf(presence);
    assert.equal(complexity.reason, null);
    assert.ok(largest(complexity.eci, plain.eci) < 1e-9 && largest(complexity.pci, plain.pci) < 1e-9);
    for (const way of ['walk', 'matrix'] as const) {
      const space = densityOf(presence, { weights: plain.pci, gain: true, way });
      assert.ok(largest(space.density, plain.density) < 1e-12, way);
      assert.ok(largest(space.outlookIndex ?? [], plain.outlookIndex) < 1e-10, way);
      assert.ok(largest(space.outlookGain ?? [], plain.outlookGain) < 1e-10, way);
    }
    const [walk, matrix] = (['walk', 'matrix'] as const).map((way) =>
      densityOf(presence, { weights: plain.pci, gain: true, way, diagonal: 0 }),
    );
    assert.ok(largest(walk?.density ?? [], matrix?.density ?? []) < 1e-12);
    assert.ok(largest(walk?.outlookGain ?? [], matrix?.outlookGain ?? []) < 1e-10);
  }
});

const anyPresence: fc.Arbitrary<Presence> = fc
  .record({
    n: fc.integer({ min: 1, max: 9 }),
    p: fc.integer({ min: 1, max: 9 }),
    bits: fc.array(fc.boolean(), { minLength: 81, maxLength: 81 }),
  })
  .map(({ n, p, bits }) => {
    const rowStart = new Int32Array(n + 1);
    const column: number[] = [];
    for (let r = 0; r < n; r += 1) {
      for (let q = 0; q < p; q += 1) if (bits[r * 9 + q] === true) column.push(q);
      rowStart[r + 1] = column.length;
    }
    return withColumns(labels('r', n), labels('p', p), rowStart, Int32Array.from(column));
  });

test('ECI is the mean PCI of what is present; nothing leaves the core that is no number', () => {
  fc.assert(
    fc.property(anyPresence, (presence) => {
      const complexity = complexityOf(presence);
      assert.ok([...complexity.eci, ...complexity.pci].every(Number.isFinite));
      const space = densityOf(presence, { weights: complexity.pci, gain: true });
      assert.ok(
        [...space.density, ...(space.outlookIndex ?? []), ...(space.outlookGain ?? [])].every(
          Number.isFinite,
        ),
      );
      assert.ok(space.density.every((w) => w >= 0 && w <= 1));
      const fitness = fitnessOf(presence);
      assert.ok([...fitness.regions, ...fitness.products].every(Number.isFinite));
      if (complexity.reason !== null) return;
      const d = diversityOf(presence);
      for (const r of complexity.keptRegions) {
        let sum = 0;
        for (let at = presence.rowStart[r] as number; at < (presence.rowStart[r + 1] as number); at += 1)
          sum += complexity.pci[presence.column[at] as number] as number;
        assert.ok(Math.abs(sum / (d[r] as number) - (complexity.eci[r] as number)) < 1e-7);
      }
    }),
  );
});

test('outlook gain is the change of the outlook index when the region gets the product, the proximities as they are', () => {
  const values = panel(12, 20, 0.4, 5);
  const presence = presenceOf(matrixOf(values, 12, 20), rcaOf(matrixOf(values, 12, 20)));
  const { pci } = complexityOf(presence);
  for (const diagonal of [0, 1] as const) {
    const space = densityOf(presence, { weights: pci, gain: true, diagonal });
    const near = proximityOf(presence, ubiquityOf(presence), diagonal);
    const index = (has: (q: number) => boolean) => {
      let sum = 0;
      for (let q = 0; q < 20; q += 1) {
        if (has(q) || (space.proximitySum[q] as number) === 0) continue;
        let around = 0;
        for (let k = 0; k < 20; k += 1) if (has(k)) around += near[k * 20 + q] as number;
        sum += (around / (space.proximitySum[q] as number)) * (pci[q] as number);
      }
      return sum;
    };
    for (let r = 0; r < 12; r += 1) {
      const own = new Set(presence.column.slice(presence.rowStart[r], presence.rowStart[r + 1]));
      for (let p = 0; p < 20; p += 1) {
        if (own.has(p)) continue;
        const change = index((q) => own.has(q) || q === p) - index((q) => own.has(q));
        assert.ok(Math.abs(change - (space.outlookGain?.[r * 20 + p] as number)) < 1e-10);
      }
    }
  }
});

// Each row of the table of edge behaviour in which known programs go wrong.
test('edges: repeated rows are summed; regions and products of nothing are left out, not spread', () => {
  const twice = tradeMatrixOfRows([
    { region: 'A', product: 'x', value: 1 },
    { region: 'A', product: 'x', value: 1_000_000 },
    { region: 'B', product: 'y', value: 5 },
  ]);
  assert.deepEqual([...twice.value], [1_000_001, 5]);
  const values = panel(8, 10, 0.6, 3);
  const more = new Float64Array(9 * 11);
  for (let r = 0; r < 8; r += 1)
    for (let q = 0; q < 10; q += 1) more[r * 11 + q] = values[r * 10 + q] as number;
  const before = complexityOf(presenceOf(matrixOf(values, 8, 10), rcaOf(matrixOf(values, 8, 10))));
  const after = complexityOf(presenceOf(matrixOf(more, 9, 11), rcaOf(matrixOf(more, 9, 11))));
  assert.ok(largest(after.eci.slice(0, 8), before.eci) < 1e-12);
  assert.deepEqual([...after.keptRegions], [0, 1, 2, 3, 4, 5, 6, 7]);
  assert.equal(after.reason, null);
});

test('edges: a disconnected graph, one region, nothing present, all alike: a reason instead of a number', () => {
  const of = (lists: readonly (readonly number[])[], products: number) => {
    const rowStart = Int32Array.from([0, ...lists.map((_, r) => lists.slice(0, r + 1).flat().length)]);
    return complexityOf(
      withColumns(labels('r', lists.length), labels('p', products), rowStart, Int32Array.from(lists.flat())),
    );
  };
  const apart = of([[0, 1], [0, 1], [2, 3], [2]], 4);
  assert.deepEqual([apart.reason, apart.components, [...apart.eci]], ['disconnected', 2, [0, 0, 0, 0]]);
  assert.equal(of([[0, 1, 2]], 3).reason, 'one-region');
  assert.equal(of([[], []], 3).reason, 'no-presence');
  assert.equal(
    of(
      [
        [0, 1],
        [0, 1],
      ],
      2,
    ).reason,
    'no-variation',
  );
});

test('edges: values that are no numbers of 0 or more are refused with their row', () => {
  const row = (value: number) => () =>
    tradeMatrixOfRows([
      { region: 'A', product: 'x', value: 1 },
      { region: 'A', product: 'y', value },
    ]);
  for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(row(value), /Row 2/);
  assert.throws(
    () => tradeMatrixOf({ regions: ['A'], products: ['x'], region: [0], product: [3], value: [1] }),
    /no region 0 or product 3/,
  );
  assert.deepEqual([...rcaOf(tradeMatrixOfRows([]))], []);
});

test('the unit of values, the order of rows and a row split in two do not matter', () => {
  const rows = fc.array(
    fc.record({
      region: fc.constantFrom('A', 'B', 'C', 'D'),
      product: fc.constantFrom('x', 'y', 'z', 'w'),
      value: fc.integer({ min: 1, max: 1000 }),
    }),
    { minLength: 6, maxLength: 30 },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), (table, seed) => {
      const rca = (given: typeof table) => [...rcaOf(tradeMatrixOfRows(given))];
      const plain = rca(table);
      const close = (other: number[]) => assert.ok(largest(plain, other) < 1e-9);
      close(rca(table.map((row) => ({ ...row, value: row.value * 1000 }))));
      close(rca([...table].sort((a, b) => ((a.value * seed) % 7) - ((b.value * seed) % 7))));
      close(
        rca(
          table.flatMap((row) => [
            { ...row, value: row.value / 4 },
            { ...row, value: (row.value * 3) / 4 },
          ]),
        ),
      );
    }),
  );
});

function published(name: string): readonly (readonly string[])[] {
  const path = join(sharedData('world-hs4-2017-check'), name);
  const text = name.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString() : readFileSync(path, 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));
}

test('the world in 2017: presence in every cell, diversity, ubiquity, ECI and PCI as published', {
  skip: withoutSharedData,
}, () => {
  const rows = published('world_trade_2017.csv.gz').flatMap(([region = '', product = '', value = '']) =>
    Number(value) > 0 ? [{ region, product, value: Number(value) }] : [],
  );
  const matrix = tradeMatrixOfRows(rows);
  const presence = presenceOf(matrix, rcaOf(matrix));
  const present = new Set<string>();
  for (let r = 0; r < matrix.regions.length; r += 1)
    for (let at = presence.rowStart[r] as number; at < (presence.rowStart[r + 1] as number); at += 1)
      present.add(`${matrix.regions[r]} ${matrix.products[presence.column[at] as number]}`);
  let cells = 0;
  for (const [region, product, value] of published('world_rca_2017.csv.gz')) {
    assert.equal(present.has(`${region} ${product}`), value === '1', `${region} ${product}`);
    cells += 1;
  }
  assert.equal(cells, 176_971);
  const check = (name: string, keys: readonly string[], values: ArrayLike<number>, tolerance: number) => {
    const found = published(name);
    assert.equal(found.length, keys.length, name);
    for (const [key = '', value] of found)
      assert.ok(
        Math.abs((values[keys.indexOf(key)] as number) - Number(value)) <= tolerance,
        `${name} ${key}`,
      );
  };
  check('world2017_diversity.csv', matrix.regions, diversityOf(presence), 0);
  check('world2017_ubiquity.csv', matrix.products, ubiquityOf(presence), 0);
  // What is published is the method of reflections of 20 steps; by that name it agrees to nine digits.
  const named = complexityOf(presence, 'economiccomplexity-r');
  check('world2017_economic_complexity_index.csv', matrix.regions, named.eci, 1e-9);
  check('world2017_product_complexity_index.csv', matrix.products, named.pci, 1e-9);
  // The eigenvector is what the reflections approach: correlation 0.99997 (ECI) and 0.99999 (PCI).
  const exact = complexityOf(presence, 'separate');
  assert.ok(largest(exact.eci, named.eci) < 0.03 && largest(exact.pci, named.pci) < 0.03);
  assert.equal(exact.components, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panel } from '../../../bench/panel.ts';
import { plainComplexity } from '../../../bench/plainComplexity.ts';
import { complexityOf } from '../../../src/domain/measures/complexity.ts';
import { measureRows } from '../../../src/domain/measures/computeMeasure.ts';
import { continuousProximity } from '../../../src/domain/measures/continuousProximity.ts';
import { measureContext } from '../../../src/domain/measures/measureContext.ts';
import { nearestOnly } from '../../../src/domain/measures/nearestOnly.ts';
import { presenceOf } from '../../../src/domain/measures/presence.ts';
import { productSpaceOfMatrix } from '../../../src/domain/measures/productSpaceOfMatrix.ts';
import { proximityOf } from '../../../src/domain/measures/proximity.ts';
import { rcaOf } from '../../../src/domain/measures/rca.ts';
import { findMeasure, measures } from '../../../src/domain/measures/registry.ts';
import { tradeColumnsOf, tradeColumnsOfRecords } from '../../../src/domain/measures/tradeColumns.ts';
import { tradeMatrixOf } from '../../../src/domain/measures/tradeMatrix.ts';

const measure = (id: string) => findMeasure(id) ?? assert.fail(id);
const labels = (letter: string, count: number) =>
  Array.from({ length: count }, (_, place) => `${letter}${place}`);

function columnsOf(values: Float64Array, n: number, p: number) {
  const cells = [...values.keys()].filter((cell) => (values[cell] as number) > 0);
  return tradeColumnsOf({
    region: { labels: labels('r', n), codes: Int32Array.from(cells, (cell) => Math.floor(cell / p)) },
    product: { labels: labels('p', p), codes: Int32Array.from(cells, (cell) => cell % p) },
    value: Float64Array.from(cells, (cell) => values[cell] as number),
  });
}

const complexityIds = [
  'eci',
  'pci',
  'density',
  'outlook-index',
  'outlook-gain',
  'fitness',
  'product-fitness',
];

// Each test is a row of the table of edges at which known programs go wrong (py-ecomplexity, R economiccomplexity, Datawheel).

test('two rows of one region and product are added, whatever their order; none is dropped and none is doubled', () => {
  const rows = [
    { region: 'A', product: 'x', value: 1 },
    { region: 'A', product: 'x', value: 1_000_000 },
    { region: 'B', product: 'y', value: 5 },
    { region: 'B', product: 'x', value: 5 },
  ];
  const found = measureRows(measure('rca'), tradeColumnsOfRecords(rows));
  assert.equal(found.length, 4);
  // A sells only x: 1 / (1000006 / 1000011).
  assert.ok(Math.abs((found[0]?.value ?? 0) - 1_000_011 / 1_000_006) < 1e-12);
  assert.deepEqual(measureRows(measure('rca'), tradeColumnsOfRecords([...rows].reverse())), found);
});

test('a region and a product of nothing are undefined with a reason and change nothing for the others', () => {
  const values = panel(9, 14, 0.6, 4);
  const wider = new Float64Array(10 * 15);
  for (let r = 0; r < 9; r += 1)
    for (let q = 0; q < 14; q += 1) wider[r * 15 + q] = values[r * 14 + q] as number;
  const [plain, more] = [columnsOf(values, 9, 14), columnsOf(wider, 10, 15)];
  for (const id of [...complexityIds, 'presence', 'rca']) {
    const before = measureRows(measure(id), plain);
    const after = measureRows(measure(id), more);
    const own = after.filter((row) => row.region !== 'r9' && row.product !== 'p14');
    assert.equal(own.length, before.length, id);
    own.forEach((row, place) => {
      assert.equal(row.reason, before[place]?.reason, id);
      assert.ok(Math.abs((row.value ?? 0) - (before[place]?.value ?? 0)) < 1e-9, `${id} ${row.value}`);
    });
    for (const row of after) {
      if (own.includes(row)) continue;
      if (id === 'presence') assert.equal(row.value, 0);
      else if (row.value !== null)
        assert.ok(['density', 'outlook-gain'].includes(id) && row.product !== 'p14', id);
    }
  }
});

test('exactly one region and one product without presence at a threshold of 3 leave the rest defined', () => {
  let tried = 0;
  for (let seed = 1; seed < 400 && tried < 5; seed += 1) {
    const columns = columnsOf(panel(12, 18, 0.5, seed), 12, 18);
    const context = measureContext(columns, { threshold: 2 });
    const { keptRegions, keptProducts, reason } = context.complexity();
    if (keptRegions.length !== 11 || keptProducts.length > 17 || reason !== null) continue;
    tried += 1;
    const rows = measureRows(measure('eci'), columns, { threshold: 2 });
    assert.equal(rows.filter((row) => row.value !== null).length, 11);
    assert.deepEqual(new Set(rows.flatMap((row) => row.reason ?? [])), new Set(['no-presence']));
  }
  assert.ok(tried > 0);
});

test('presence by both tests is 0 or 1, never 2', () => {
  const columns = columnsOf(panel(8, 12, 0.6, 2), 8, 12);
  const population = new Map(labels('r', 8).map((name, place) => [name, place + 1]));
  const of = (presenceBy: 'rca' | 'rpop' | 'both' | 'either') =>
    measureRows(measure('presence'), columns, { presenceBy, population }).map((row) => row.value as number);
  const [rca, rpop, both, either] = [of('rca'), of('rpop'), of('both'), of('either')];
  assert.ok(both.some((x) => x === 1) && both.every((x) => x === 0 || x === 1));
  rca.forEach((x, cell) => {
    assert.equal(both[cell], x * (rpop[cell] as number));
    assert.equal(either[cell], Math.max(x, rpop[cell] as number));
  });
});

test('density of the nearest neighbours is weighted, divided, and within 0 to 1; so is that of continuous proximity', () => {
  const columns = columnsOf(panel(15, 30, 0.5, 8), 15, 30);
  for (const options of [
    { neighbours: 5 },
    { neighbours: 5, diagonal: 0 as const },
    { proximity: 'continuous' as const },
    { proximity: 'asymmetric' as const, neighbours: 3 },
    { proximity: 'square-root' as const },
  ]) {
    const values = measureRows(measure('density'), columns, options).flatMap((row) => row.value ?? []);
    assert.ok(values.every((w) => w >= 0 && w <= 1 + 1e-12));
    assert.ok(values.some((w) => w % 1 !== 0));
  }
});

test('nearest neighbours and asymmetric outlook by the plain sums', () => {
  const matrix = tradeMatrixOf({
    regions: labels('r', 10),
    products: labels('p', 12),
    ...(() => {
      const values = panel(10, 12, 0.5, 6);
      const cells = [...values.keys()];
      return {
        region: cells.map((c) => Math.floor(c / 12)),
        product: cells.map((c) => c % 12),
        value: values,
      };
    })(),
  });
  const presence = presenceOf(matrix, rcaOf(matrix));
  const has = (r: number, q: number) =>
    presence.column.slice(presence.rowStart[r], presence.rowStart[r + 1]).includes(q) ? 1 : 0;
  const weights = Float64Array.from({ length: 12 }, (_, q) => Math.sin(q + 1));
  const variants = [
    proximityOf(presence, undefined, 0, 'asymmetric'),
    nearestOnly(proximityOf(presence, undefined, 0), 12, 4),
    continuousProximity(matrix, rcaOf(matrix), 0),
  ];
  for (const near of variants) {
    const space = productSpaceOfMatrix(presence, near, { weights, gain: true, asymmetric: true });
    const of = (p: number, q: number) => near[p * 12 + q] as number;
    const all = Array.from({ length: 12 }, (_, q) =>
      Array.from({ length: 12 }, (_x, p) => of(p, q)).reduce((a, b) => a + b),
    );
    for (let r = 0; r < 10; r += 1)
      for (let p = 0; p < 12; p += 1) {
        if ((all[p] as number) === 0) continue;
        let around = 0;
        for (let q = 0; q < 12; q += 1) around += has(r, q) * of(q, p);
        assert.ok(Math.abs((space.density[r * 12 + p] as number) - around / (all[p] as number)) < 1e-12);
        if (has(r, p) === 1) continue;
        let gain = (-around / (all[p] as number)) * (weights[p] as number);
        for (let q = 0; q < 12; q += 1)
          if (has(r, q) === 0 && (all[q] as number) > 0)
            gain += (of(p, q) / (all[q] as number)) * (weights[q] as number);
        assert.ok(Math.abs((space.outlookGain?.[r * 12 + p] as number) - gain) < 1e-12);
      }
  }
});

test('outlook as py-ecomplexity has it: uncentred eigenvector, index standardised, gain without its second term', () => {
  const [n, p] = [14, 25];
  const columns = columnsOf(panel(n, p, 0.5, 12), n, p);
  const context = measureContext(columns, { convention: 'py-ecomplexity' });
  const { pci, eci, uncentredPci, reason, keptProducts } = context.complexity();
  assert.equal(reason, null);
  // PCI and the uncentred vector differ by a constant; ECI has mean 0 and deviation 1.
  const shift =
    (uncentredPci[keptProducts[0] as number] as number) - (pci[keptProducts[0] as number] as number);
  for (const q of keptProducts)
    assert.ok(Math.abs((uncentredPci[q] as number) - (pci[q] as number) - shift) < 1e-9);
  assert.ok(Math.abs(eci.reduce((sum, x) => sum + x * x, 0) / n - 1) < 1e-9);
  const { density } = context.productSpace();
  const present = measureRows(measure('presence'), columns).map((row) => row.value as number);
  const near = proximityOf(context.presence());
  const sums = Array.from({ length: p }, (_, q) => near.slice(q * p, (q + 1) * p).reduce((a, b) => a + b));
  const raw = Array.from({ length: n }, (_, r) =>
    sums.reduce(
      (sum, _s, q) =>
        sum +
        (density[r * p + q] as number) * (1 - (present[r * p + q] as number)) * (uncentredPci[q] as number),
      0,
    ),
  );
  const mean = raw.reduce((a, b) => a + b) / n;
  const deviation = Math.sqrt(raw.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n);
  measureRows(measure('outlook-index'), columns, { convention: 'py-ecomplexity' }).forEach((row, r) => {
    assert.ok(Math.abs((row.value ?? 0) - ((raw[r] as number) - mean) / deviation) < 1e-9);
  });
  // (1 − M) [(1 − M) (φ · kp / Σφ)], the own product included: the form that py-ecomplexity, Stata and R compute.
  measureRows(measure('outlook-gain'), columns, { convention: 'py-ecomplexity' }).forEach((row, cell) => {
    const [r, q] = [Math.floor(cell / p), cell % p];
    let sum = 0;
    for (let k = 0; k < p; k += 1)
      if (sums[k] !== 0)
        sum +=
          (1 - (present[r * p + k] as number)) *
          (near[k * p + q] as number) *
          ((uncentredPci[k] as number) / (sums[k] as number));
    if (row.value !== null)
      assert.ok(Math.abs(row.value - (1 - (present[cell] as number)) * sum) < 1e-9, `${row.value}`);
  });
});

test('ECI deviations by convention: population, sample, and the long table of Stata', () => {
  const [n, p] = [14, 25];
  const columns = columnsOf(panel(n, p, 0.5, 12), n, p);
  const of = (convention: 'atlas' | 'stata' | 'economiccomplexity-r-eigenvalues') =>
    measureContext(columns, { convention, comparison: 'at-least' }).complexity().eci;
  const ratio = (a: Float64Array, b: Float64Array) => (a[0] as number) / (b[0] as number);
  assert.ok(
    Math.abs(ratio(of('atlas'), of('economiccomplexity-r-eigenvalues')) - Math.sqrt(n / (n - 1))) < 1e-9,
  );
  assert.ok(Math.abs(ratio(of('atlas'), of('stata')) - Math.sqrt((n * p) / (n * p - 1))) < 1e-9);
});

test('the second eigenvector is the second in 300 random matrices of 15 × 40', () => {
  let connected = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const values = panel(15, 40, 0.4, seed);
    const context = measureContext(columnsOf(values, 15, 40));
    const { eci, reason, gap } = context.complexity();
    if (reason !== null || (gap ?? 0) < 1e-6) continue;
    connected += 1;
    // The textbook loops iterate towards it, so they need the gap to be told apart.
    const plain = plainComplexity(values, 15, 40);
    const worst = eci.reduce((most, x, r) => Math.max(most, Math.abs(x - (plain.eci[r] as number))), 0);
    assert.ok(worst < 1e-4, `seed ${seed}: ${worst}, gap ${gap}`);
  }
  assert.ok(connected > 250, String(connected));
});

test('reflections tell how far they are from the eigenvector, and their sign is that of diversity', () => {
  let poor = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const context = measureContext(columnsOf(panel(30, 60, 0.4, seed), 30, 60), { convention: 'datawheel' });
    const { eci, correlation, steps, reason, eigenvalues } = context.complexity();
    if (reason !== null) continue;
    assert.equal(steps.length, 19);
    const d = measureRows(measure('diversity'), context.columns).map((row) => row.value as number);
    const mean = d.reduce((a, b) => a + b) / d.length;
    assert.ok(d.reduce((sum, x, r) => sum + (x - mean) * (eci[r] as number), 0) >= -1e-9);
    const [, second = 1, third = 0] = eigenvalues;
    if (third / second > 0.95 && (correlation ?? 1) < 0.99) poor += 1;
    if (third / second < 0.4) assert.ok((correlation ?? 0) > 0.9999, `${third / second} ${correlation}`);
  }
  assert.ok(poor > 0, 'some are far from it, and said to be');
});

test('negative, NaN, infinite values, unknown codes and columns of other lengths are refused with their row', () => {
  for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(
      () =>
        tradeColumnsOfRecords([
          { region: 'A', product: 'x', value: 1 },
          { region: 'A', product: 'y', value },
        ]),
      /Row 2: the value/,
    );
  const one = { labels: ['A'], codes: [0] };
  assert.throws(
    () => tradeColumnsOf({ region: { labels: ['A'], codes: [3] }, product: one, value: [1] }),
    /Row 1: no region 3/,
  );
  assert.throws(() => tradeColumnsOf({ region: one, product: one, value: [1, 2] }), /differ in length/);
  assert.throws(
    () => tradeColumnsOf({ region: one, product: one, value: [1], quantity: [-2] }),
    /Row 1: the quantity -2/,
  );
});

test('nothing, one region, one product, no presence: documented reasons, no number', () => {
  const of = (rows: Parameters<typeof tradeColumnsOfRecords>[0], id: string, threshold = 1) =>
    measureRows(measure(id), tradeColumnsOfRecords(rows), { threshold }).map(
      (row) => row.reason ?? row.value,
    );
  for (const id of complexityIds) assert.deepEqual(of([], id), [], id);
  const oneRegion = [
    { region: 'A', product: 'x', value: 1 },
    { region: 'A', product: 'y', value: 2 },
  ];
  assert.deepEqual(of(oneRegion, 'eci'), ['one-region']);
  assert.deepEqual(of(oneRegion, 'pci'), ['one-region', 'one-region']);
  const oneProduct = [
    { region: 'A', product: 'x', value: 1 },
    { region: 'B', product: 'x', value: 2 },
  ];
  assert.deepEqual(of(oneProduct, 'eci'), ['one-region', 'one-region']);
  assert.deepEqual(of(oneProduct, 'hhi'), [1, 1]);
  assert.deepEqual(of(oneProduct, 'normalised-hhi'), ['one-line', 'one-line']);
  assert.deepEqual(of(oneProduct, 'eci', 50), ['no-presence', 'no-presence']);
  assert.deepEqual(of(oneProduct, 'fitness', 50), ['no-presence', 'no-presence']);
  const apart = [
    { region: 'A', product: 'x', value: 1 },
    { region: 'B', product: 'y', value: 1 },
  ];
  assert.deepEqual(of(apart, 'eci'), ['disconnected', 'disconnected']);
});

test('no measure changes its input', () => {
  const rows = columnsOf(panel(6, 9, 0.6, 3), 6, 9);
  const before = JSON.stringify([rows.value, rows.region?.codes, rows.product?.codes]);
  for (const one of measures)
    if (one.requires.length === 0 && one.needs.every((name) => name === 'region' || name === 'product'))
      for (const convention of ['atlas', 'economiccomplexity-r'] as const)
        measureRows(one, rows, { convention });
  assert.equal(JSON.stringify([rows.value, rows.region?.codes, rows.product?.codes]), before);
  assert.equal(complexityOf(measureContext(rows).presence()).reason, null);
});

import { complexityOf } from '../src/domain/measures/complexity.ts';
import { densityOf } from '../src/domain/measures/density.ts';
import { diversityOf, type Presence, presenceOf, ubiquityOf } from '../src/domain/measures/presence.ts';
import { rcaOf } from '../src/domain/measures/rca.ts';
import { type EncodedColumns, tradeMatrixOf, tradeMatrixOfRows } from '../src/domain/measures/tradeMatrix.ts';
import { panel } from './panel.ts';

/** One side of a comparison: data made before the clock starts, then the work that is timed. */
export interface Side {
  prepare(): () => unknown;
}

const names = (letter: string, count: number) =>
  Array.from({ length: count }, (_, place) => `${letter}${place}`);

function encoded(values: Float64Array, n: number, p: number): EncodedColumns {
  const cells = [...values.keys()].filter((cell) => values[cell]! > 0);
  return {
    regions: names('r', n),
    products: names('p', p),
    region: Int32Array.from(cells, (cell) => Math.floor(cell / p)),
    product: Int32Array.from(cells, (cell) => cell % p),
    value: Float64Array.from(cells, (cell) => values[cell]!),
  };
}

/** The full set: RCA, presence, diversity, ubiquity, ECI, PCI, density, outlook index and gain. */
function fullSet(columns: EncodedColumns, way?: 'walk' | 'matrix'): number {
  const matrix = tradeMatrixOf(columns);
  const presence = presenceOf(matrix, rcaOf(matrix));
  const { pci, eci } = complexityOf(presence);
  const space = densityOf(presence, { weights: pci, gain: true, ...(way === undefined ? {} : { way }) });
  return (
    (eci[0] ?? 0) + (space.density[0] ?? 0) + (diversityOf(presence)[0] ?? 0) + (ubiquityOf(presence)[0] ?? 0)
  );
}

const one = (n: number, p: number, share: number, work: (columns: EncodedColumns) => unknown): Side => ({
  prepare: () => {
    const columns = encoded(panel(n, p, share), n, p);
    return () => work(columns);
  },
});

const years = (way?: 'walk' | 'matrix'): Side => ({
  prepare: () => {
    const all = Array.from({ length: 25 }, (_, year) => encoded(panel(250, 1250, 0.35, year + 1), 250, 1250));
    return () => all.reduce((sum, columns) => sum + fullSet(columns, way), 0);
  },
});

function presenceFor(n: number, p: number, share: number): Presence {
  const matrix = tradeMatrixOf(encoded(panel(n, p, share), n, p));
  return presenceOf(matrix, rcaOf(matrix));
}

/** ECI the plain way: the dense matrix of the smaller side, then power iteration to 1e-12. */
function densePower(presence: Presence): number {
  const d = diversityOf(presence);
  const u = ubiquityOf(presence);
  const p = u.length;
  const matrix = new Float64Array(p * p);
  for (let r = 0; r < d.length; r += 1) {
    const [from, to] = [presence.rowStart[r]!, presence.rowStart[r + 1]!];
    for (let i = from; i < to; i += 1)
      for (let j = from; j < to; j += 1) matrix[presence.column[i]! * p + presence.column[j]!]! += 1 / d[r]!;
  }
  for (let q = 0; q < p; q += 1)
    for (let k = 0; k < p; k += 1) matrix[q * p + k]! /= Math.sqrt(u[q]! * u[k]!) || 1;
  const first = Float64Array.from(u, (count) => Math.sqrt(count));
  const size = first.reduce((sum, x) => sum + x * x, 0);
  let vector = Float64Array.from({ length: p }, (_, q) => Math.sin(q + 1));
  for (let step = 0; step < 2000; step += 1) {
    const along = vector.reduce((sum, x, q) => sum + x * first[q]!, 0) / size;
    vector = vector.map((x, q) => x - along * first[q]!);
    const next = new Float64Array(p);
    for (let q = 0; q < p; q += 1) {
      let sum = 0;
      for (let k = 0; k < p; k += 1) sum += matrix[q * p + k]! * vector[k]!;
      next[q] = sum;
    }
    const norm = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0));
    let change = 0;
    for (let q = 0; q < p; q += 1) {
      next[q]! /= norm;
      change = Math.max(change, Math.abs(next[q]! - vector[q]!));
    }
    vector = next;
    if (change < 1e-12) break;
  }
  return vector[0]!;
}

const rows = 10_000_000;

function manyRows(): EncodedColumns {
  const [n, p] = [250, 5000];
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
  return {
    regions: names('r', n),
    products: names('p', p),
    region: Int32Array.from({ length: rows }, () => Math.floor(random() * n)),
    product: Int32Array.from({ length: rows }, () => Math.floor(random() * p)),
    value: Float64Array.from({ length: rows }, () => random() * 1000),
  };
}

/** RCA of encoded columns in the plainest loops: one pass to sum, one to divide. */
function plainRca(columns: EncodedColumns): Float64Array {
  const n = columns.regions.length;
  const p = columns.products.length;
  const cells = new Float64Array(n * p);
  const byRegion = new Float64Array(n);
  const byProduct = new Float64Array(p);
  let total = 0;
  for (let row = 0; row < columns.value.length; row += 1) {
    const r = columns.region[row]!;
    const q = columns.product[row]!;
    const x = columns.value[row]!;
    cells[r * p + q]! += x;
    byRegion[r]! += x;
    byProduct[q]! += x;
    total += x;
  }
  for (let r = 0; r < n; r += 1)
    for (let q = 0; q < p; q += 1) cells[r * p + q]! *= total / (byRegion[r]! * byProduct[q]!);
  return cells;
}

const rcaSide = (work: (columns: EncodedColumns) => unknown): Side => ({
  prepare: () => {
    const columns = manyRows();
    return () => work(columns);
  },
});

/** Names of comparisons, what each is held against, and both sides. */
export const comparisons: readonly {
  readonly name: string;
  readonly baseline: string;
  readonly runs: number;
  readonly ours: Side;
  readonly theirs: Side;
}[] = [
  {
    name: 'complexity 250x5000',
    baseline: 'the same set over the product × product matrix, typed arrays',
    runs: 5,
    ours: one(250, 5000, 0.33, (columns) => fullSet(columns)),
    theirs: one(250, 5000, 0.33, (columns) => fullSet(columns, 'matrix')),
  },
  {
    name: 'complexity 25 years of 250x1250',
    baseline: 'the same set over the product × product matrix, typed arrays',
    runs: 3,
    ours: years(),
    theirs: years('matrix'),
  },
  {
    name: 'complexity 3000x1250',
    baseline: 'the same set over region × region matrices (the cost model prefers products here)',
    runs: 3,
    ours: one(3000, 1250, 0.2, (columns) => fullSet(columns)),
    theirs: one(3000, 1250, 0.2, (columns) => fullSet(columns, 'walk')),
  },
  {
    name: 'eci and pci 3000x1250',
    baseline: 'dense matrix of the smaller side and power iteration to 1e-12',
    runs: 5,
    ours: {
      prepare: () => {
        const presence = presenceFor(3000, 1250, 0.2);
        return () => complexityOf(presence).eci[0];
      },
    },
    theirs: {
      prepare: () => {
        const presence = presenceFor(3000, 1250, 0.2);
        return () => densePower(presence);
      },
    },
  },
  {
    name: 'rca of 10 million encoded rows',
    baseline: 'plain typed-array loops',
    runs: 5,
    ours: rcaSide((columns) => rcaOf(tradeMatrixOf(columns))),
    theirs: rcaSide(plainRca),
  },
  {
    name: 'rca of 1 million rows with string codes',
    baseline: 'the same rows, encoded',
    runs: 5,
    ours: {
      prepare: () => {
        const { regions, products, region, product, value } = manyRows();
        const objects = Array.from({ length: rows / 10 }, (_, row) => ({
          region: regions[region[row]!]!,
          product: products[product[row]!]!,
          value: value[row]!,
        }));
        return () => rcaOf(tradeMatrixOfRows(objects));
      },
    },
    theirs: {
      prepare: () => {
        const all = manyRows();
        const take = (list: ArrayLike<number>) => Array.prototype.slice.call(list, 0, rows / 10) as number[];
        const columns = {
          ...all,
          region: Int32Array.from(take(all.region)),
          product: Int32Array.from(take(all.product)),
          value: Float64Array.from(take(all.value)),
        };
        return () => rcaOf(tradeMatrixOf(columns));
      },
    },
  },
];

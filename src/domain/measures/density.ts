import { diversityOf, type Presence, ubiquityOf } from './presence.ts';
import { type ProductSpace, productSpaceOfMatrix } from './productSpaceOfMatrix.ts';
import { proximityOf } from './proximity.ts';

export interface ProductSpaceOptions {
  /** Proximity of a product to itself: 1 (py-ecomplexity, R economiccomplexity) or 0 (Stata package, Datawheel). */
  readonly diagonal?: 0 | 1;
  /** Weights of products (PCI): with them the outlook index, and where asked for, the outlook gain. */
  readonly weights?: Float64Array;
  readonly gain?: boolean;
  /** Over regions (`walk`) or over the product × product matrix; left out: the cheaper. Both are exact. */
  readonly way?: 'walk' | 'matrix';
}

/**
 * Density of regions around products, and from it outlook index and gain, exactly, without the product × product matrix
 * where regions are the smaller side.
 *
 * Proximity φ(p,q) = Σ_r M(r,p) M(r,q) / max(u_p, u_q); density w(r,q) = Σ_p M(r,p) φ(p,q) / Σ_p φ(p,q), from 0 to 1;
 * distance is 1 − w. Outlook index Σ_q w(r,q) (1 − M(r,q)) W_q. Outlook gain of an absent product p: the change of the
 * outlook index if the region had it, Σ_{q≠p} φ(p,q)/Σφ(q) (1 − M(r,q)) W_q − w(r,p) W_p. Density is undefined
 * (proximity sum 0) for products that nobody has and, with the diagonal 0, for products that share no region with
 * another. Source: Hausmann and others, Atlas of Economic Complexity, technical box 2.
 * @example densityOf(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 2, 3]), new Int32Array([0, 1, 0]))).density[0] // 1
 */
export function densityOf(presence: Presence, options: ProductSpaceOptions = {}): ProductSpace {
  const u = ubiquityOf(presence);
  const d = diversityOf(presence);
  const walk = u.reduce((sum, count) => sum + count * count, 0) + d.length * presence.row.length;
  const matrix = d.reduce((sum, count) => sum + count * count, 0) / 2 + u.length * presence.row.length;
  const way = options.way ?? (walk <= matrix ? 'walk' : 'matrix');
  return way === 'walk'
    ? byRegionWalk(presence, u, options)
    : productSpaceOfMatrix(presence, proximityOf(presence, u, options.diagonal ?? 1), options);
}

/** Products in the order of ubiquity. */
function orderOf(u: Int32Array): Int32Array {
  return Int32Array.from(
    [...u.keys()]
      .filter((q) => (u[q] as number) > 0)
      .sort((a, b) => (u[a] as number) - (u[b] as number) || a - b),
  );
}

/**
 * One walk over the products by ubiquity. For each it hands out Σ_p f_p M(r,p) φ(p,q) by region, out of a region ×
 * region matrix B = Σ_p f_p M_p M_pᵀ / max(u_p, u_q). From one ubiquity u to the next, v, only the products of no more
 * than u change their maximum: B grows by K (1/v − 1/u) with K = Σ f_p M_p M_pᵀ over those, for which each product is
 * added once. Only lower triangles are kept up (lists by product ascend); B is mirrored when it is read.
 */
function walkProducts(
  presence: Presence,
  u: Int32Array,
  order: Int32Array,
  weight: (product: number) => number,
  visit: (product: number, sums: Float64Array, total: number) => void,
): void {
  const n = presence.regions.length;
  const { columnStart, row } = presence;
  const upTo = new Float64Array(n * n);
  const all = new Float64Array(n * n);
  const upToSum = new Float64Array(n);
  const allSum = new Float64Array(n);
  const add = (target: Float64Array, sums: Float64Array, product: number, amount: number) => {
    const [from, to] = [columnStart[product] as number, columnStart[product + 1] as number];
    for (let i = from; i < to; i += 1) {
      const r = row[i] as number;
      sums[r] = (sums[r] as number) + amount;
      const begin = r * n;
      for (let j = from; j <= i; j += 1) {
        const cell = begin + (row[j] as number);
        target[cell] = (target[cell] as number) + amount;
      }
    }
  };
  for (const product of order) add(all, allSum, product, weight(product) / (u[product] as number));
  const sums = new Float64Array(n);
  let before = 0;
  for (let first = 0; first < order.length; ) {
    const ubiquity = u[order[first] as number] as number;
    const change = before === 0 ? 0 : 1 / ubiquity - 1 / before;
    for (let r = 0; r < n; r += 1) {
      allSum[r] = (allSum[r] as number) + (upToSum[r] as number) * change;
      const begin = r * n;
      for (let s = 0; s <= r; s += 1) {
        const value = (all[begin + s] as number) + (upTo[begin + s] as number) * change;
        all[begin + s] = value;
        all[s * n + r] = value;
      }
    }
    let next = first;
    for (; next < order.length && u[order[next] as number] === ubiquity; next += 1) {
      const product = order[next] as number;
      const [from, to] = [columnStart[product] as number, columnStart[product + 1] as number];
      let total = 0;
      for (let i = from; i < to; i += 1) total += allSum[row[i] as number] as number;
      addRows(sums, all, row, from, to, n);
      visit(product, sums, total);
    }
    for (let place = first; place < next; place += 1) {
      const product = order[place] as number;
      add(upTo, upToSum, product, weight(product));
    }
    before = ubiquity;
    first = next;
  }
}

/** Sum of the rows of a matrix that a list names, four at a time: the sums are then read and written a quarter as often. */
function addRows(
  sums: Float64Array,
  matrix: Float64Array,
  list: Int32Array,
  from: number,
  to: number,
  n: number,
): void {
  sums.fill(0);
  let at = from;
  for (; at + 3 < to; at += 4) {
    const a = (list[at] as number) * n;
    const b = (list[at + 1] as number) * n;
    const c = (list[at + 2] as number) * n;
    const d = (list[at + 3] as number) * n;
    for (let s = 0; s < n; s += 1)
      sums[s] =
        (sums[s] as number) +
        ((matrix[a + s] as number) +
          (matrix[b + s] as number) +
          ((matrix[c + s] as number) + (matrix[d + s] as number)));
  }
  for (; at < to; at += 1) {
    const a = (list[at] as number) * n;
    for (let s = 0; s < n; s += 1) sums[s] = (sums[s] as number) + (matrix[a + s] as number);
  }
}

function byRegionWalk(presence: Presence, u: Int32Array, options: ProductSpaceOptions): ProductSpace {
  const n = presence.regions.length;
  const p = presence.products.length;
  const { columnStart, row } = presence;
  const order = orderOf(u);
  const own = options.diagonal === 0 ? 1 : 0;
  const density = new Float64Array(n * p);
  const proximitySum = new Float64Array(p);
  const present = new Uint8Array(n);
  const mark = (product: number, value: 0 | 1) => {
    for (let i = columnStart[product] as number; i < (columnStart[product + 1] as number); i += 1)
      present[row[i] as number] = value;
  };
  const weights = options.weights ?? null;
  const outlookIndex = weights === null ? null : new Float64Array(n);
  walkProducts(
    presence,
    u,
    order,
    () => 1,
    (product, sums, total) => {
      const all = total - own;
      // What rounding leaves of a sum of nothing is nothing.
      if (!(all > 1e-9)) return;
      proximitySum[product] = all;
      mark(product, 1);
      const w = weights === null ? 0 : (weights[product] as number);
      for (let r = 0; r < n; r += 1) {
        const has = present[r] as number;
        const around = Math.min(1, Math.max(0, ((sums[r] as number) - own * has) / all));
        density[r * p + product] = around;
        if (outlookIndex !== null && has === 0) outlookIndex[r] = (outlookIndex[r] as number) + around * w;
      }
      mark(product, 0);
    },
  );
  if (weights === null || options.gain !== true)
    return { density, proximitySum, outlookIndex, outlookGain: null };
  const outlookGain = new Float64Array(n * p);
  const share = (product: number) =>
    (proximitySum[product] as number) === 0
      ? 0
      : (weights[product] as number) / (proximitySum[product] as number);
  walkProducts(presence, u, order, share, (product, sums, total) => {
    const itself = share(product);
    const w = weights[product] as number;
    mark(product, 1);
    for (let r = 0; r < n; r += 1) {
      if (present[r] === 1) continue;
      const cell = r * p + product;
      outlookGain[cell] = total - itself - (sums[r] as number) - (density[cell] as number) * w;
    }
    mark(product, 0);
  });
  return { density, proximitySum, outlookIndex, outlookGain };
}

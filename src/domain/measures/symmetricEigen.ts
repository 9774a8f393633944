/**
 * All eigenvalues and eigenvectors of a symmetric tridiagonal matrix by the QL method with implicit shifts; values
 * ascending, vectors in columns (`vectors[i * n + k]` is part i of vector k). Throws RangeError where it does not
 * converge, which does not happen for finite input.
 * @example tridiagonalEigen(new Float64Array([2, 2]), new Float64Array([0, 1])).values[1] // 3
 */
export function tridiagonalEigen(
  diagonal: Float64Array,
  below: Float64Array,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const n = diagonal.length;
  const d = diagonal.slice();
  const e = new Float64Array(n);
  for (let i = 1; i < n; i += 1) e[i - 1] = below[i] as number;
  const z = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) z[i * n + i] = 1;
  for (let l = 0; l < n; l += 1) {
    for (let round = 0; ; round += 1) {
      let m = l;
      for (; m < n - 1; m += 1) {
        const size = Math.abs(d[m] as number) + Math.abs(d[m + 1] as number);
        if (Math.abs(e[m] as number) <= Number.EPSILON * size) break;
      }
      if (m === l) break;
      if (round === 60) throw new RangeError('The eigenvalues do not converge');
      let g = ((d[l + 1] as number) - (d[l] as number)) / (2 * (e[l] as number));
      let r = Math.hypot(g, 1);
      g = (d[m] as number) - (d[l] as number) + (e[l] as number) / (g + (g >= 0 ? r : -r));
      let s = 1;
      let c = 1;
      let p = 0;
      let i = m - 1;
      for (; i >= l; i -= 1) {
        const f = s * (e[i] as number);
        const b = c * (e[i] as number);
        r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] = (d[i + 1] as number) - p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = (d[i + 1] as number) - p;
        r = ((d[i] as number) - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        for (let k = 0; k < n; k += 1) {
          const upper = z[k * n + i + 1] as number;
          const lower = z[k * n + i] as number;
          z[k * n + i + 1] = s * lower + c * upper;
          z[k * n + i] = c * lower - s * upper;
        }
      }
      if (r === 0 && i >= l) continue;
      d[l] = (d[l] as number) - p;
      e[l] = g;
      e[m] = 0;
    }
  }
  const order = Array.from({ length: n }, (_, k) => k).sort((a, b) => (d[a] as number) - (d[b] as number));
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let k = 0; k < n; k += 1) vectors[k * n + to] = z[k * n + from] as number;
  });
  return { values: Float64Array.from(order, (k) => d[k] as number), vectors };
}

export interface LargestEigen {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
  /** Norm of A v − λ v for each: a bound of the error of its eigenvalue. */
  readonly residuals: readonly number[];
}

/**
 * The largest eigenvalues of a symmetric operator with their vectors (of norm 1), by Lanczos's method with full
 * reorthogonalisation; `known` are eigenvectors (of norm 1) to be left out. Deterministic: the first vector is fixed.
 * Stops at the residual asked for (for the first; 1e-7 for the others), or where the whole space is spanned, and then is exact.
 * @example largestEigen(2, 1, (v, w) => { w[0] = 2 * v[0]; w[1] = v[1]; }).values[0].toFixed(6) // '2.000000'
 */
export function largestEigen(
  size: number,
  count: number,
  apply: (from: Float64Array, to: Float64Array) => void,
  known: readonly Float64Array[] = [],
  options: { readonly residual?: number; readonly steps?: number } = {},
): LargestEigen {
  const residual = options.residual ?? 1e-13;
  // The later ones are told for their size only.
  const loose = 1e-7;
  const limit = Math.min(size - known.length, options.steps ?? 600);
  const basis: Float64Array[] = [];
  const alpha: number[] = [];
  const beta: number[] = [0];
  let next = startVector(size);
  removeFrom(next, known);
  let norm = length(next);
  let best: LargestEigen = { values: [], vectors: [], residuals: [] };
  while (basis.length < limit && norm > 1e-13) {
    const v = next.map((x) => x / norm);
    removeFrom(v, known);
    basis.push(v);
    const w = new Float64Array(size);
    apply(v, w);
    alpha.push(dot(w, v));
    // Twice is enough: what rounding leaves of the earlier vectors after the first time is taken out by the second.
    for (let time = 0; time < 2; time += 1) {
      removeFrom(w, known);
      removeFrom(w, basis);
    }
    norm = length(w);
    next = w;
    const m = basis.length;
    const enough = m >= limit || norm <= 1e-13;
    if (m >= count && (enough || (m >= 2 * count + 10 && m % 10 === 0))) {
      best = ritz(basis, alpha, beta, norm, count);
      if ((best.residuals[0] ?? 1) <= residual && best.residuals.every((one) => one <= loose)) return best;
    }
    beta.push(norm);
  }
  if (basis.length > 0) best = ritz(basis, alpha, beta, norm, Math.min(count, basis.length));
  return best;
}

function ritz(
  basis: readonly Float64Array[],
  alpha: readonly number[],
  beta: readonly number[],
  last: number,
  count: number,
): LargestEigen {
  const m = basis.length;
  const { values, vectors } = tridiagonalEigen(Float64Array.from(alpha), Float64Array.from(beta.slice(0, m)));
  const wanted = Array.from({ length: count }, (_, k) => m - 1 - k);
  return {
    values: wanted.map((k) => values[k] as number),
    residuals: wanted.map((k) => Math.abs(last * (vectors[(m - 1) * m + k] as number))),
    vectors: wanted.map((k) => {
      const vector = new Float64Array(basis[0]?.length ?? 0);
      basis.forEach((v, i) => {
        const part = vectors[i * m + k] as number;
        for (let j = 0; j < vector.length; j += 1)
          vector[j] = (vector[j] as number) + part * (v[j] as number);
      });
      return vector;
    }),
  };
}

/** A vector without symmetry: parts of the golden ratio's multiples. */
function startVector(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => (((i + 1) * 0.6180339887498949) % 1) - 0.5);
}

function removeFrom(vector: Float64Array, others: readonly Float64Array[]): void {
  for (const other of others) {
    const part = dot(vector, other);
    for (let i = 0; i < vector.length; i += 1)
      vector[i] = (vector[i] as number) - part * (other[i] as number);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}

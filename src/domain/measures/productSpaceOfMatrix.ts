import type { Presence } from './presence.ts';

export interface ProductSpace {
  /** Density of region r around product p at `r * products + p`; 0 where undefined. */
  readonly density: Float64Array;
  /** Sum of proximities of each product to all: 0 where its density is undefined. */
  readonly proximitySum: Float64Array;
  /** Outlook index by region: density of what is absent, times its weight. null without weights. */
  readonly outlookIndex: Float64Array | null;
  /** By region and product: what the outlook index would gain by the product; 0 where it is present. null if not asked for. */
  readonly outlookGain: Float64Array | null;
}

/**
 * Density, outlook index and gain over a given product × product matrix φ, any of its variants: φ(p,q) at
 * `p * products + q` is how near p, which a region has, is to q. Density w(r,q) = Σ_p M(r,p) φ(p,q) / Σ_p φ(p,q) stays
 * within 0 to 1; see `densityOf` for the outlook.
 * @example productSpaceOfMatrix(withColumns(['A'], ['x', 'y'], new Int32Array([0, 1]), new Int32Array([0])), new Float64Array([1, 0.5, 0.5, 1])).density[1].toFixed(6) // '0.333333'
 */
export function productSpaceOfMatrix(
  presence: Presence,
  proximity: Float64Array,
  options: {
    readonly weights?: Float64Array;
    readonly gain?: boolean;
    /** φ(p,q) may differ from φ(q,p). */
    readonly asymmetric?: boolean;
  } = {},
): ProductSpace {
  const n = presence.regions.length;
  const p = presence.products.length;
  const { rowStart, column } = presence;
  const proximitySum = new Float64Array(p);
  for (let q = 0; q < p; q += 1)
    for (let k = 0; k < p; k += 1)
      proximitySum[k] = (proximitySum[k] as number) + (proximity[q * p + k] as number);
  const weights = options.weights ?? null;
  const outlookIndex = weights === null ? null : new Float64Array(n);
  const withGain = weights !== null && options.gain === true;
  const outlookGain = withGain ? new Float64Array(n * p) : null;
  const share = Float64Array.from({ length: p }, (_, q) =>
    weights === null || proximitySum[q] === 0 ? 0 : (weights[q] as number) / (proximitySum[q] as number),
  );
  const total = new Float64Array(p);
  if (withGain)
    for (let q = 0; q < p; q += 1)
      for (let k = 0; k < p; k += 1)
        total[q] = (total[q] as number) + (proximity[q * p + k] as number) * (share[k] as number);
  // For the gain φ is read by its second product: the same rows where φ is symmetric.
  const turned = withGain && options.asymmetric === true ? transposed(proximity, p) : proximity;
  const density = new Float64Array(n * p);
  const shared = new Float64Array(p);
  const present = new Uint8Array(p);
  for (let r = 0; r < n; r += 1) {
    const sums = density.subarray(r * p, (r + 1) * p);
    if (withGain) shared.fill(0);
    for (let at = rowStart[r] as number; at < (rowStart[r + 1] as number); at += 1) {
      const q = column[at] as number;
      present[q] = 1;
      const begin = q * p;
      const part = share[q] as number;
      if (withGain)
        for (let k = 0; k < p; k += 1) {
          const near = proximity[begin + k] as number;
          sums[k] = (sums[k] as number) + near;
          shared[k] = (shared[k] as number) + (turned[begin + k] as number) * part;
        }
      else for (let k = 0; k < p; k += 1) sums[k] = (sums[k] as number) + (proximity[begin + k] as number);
    }
    for (let q = 0; q < p; q += 1) {
      const all = proximitySum[q] as number;
      const around = all === 0 ? 0 : Math.min(1, (sums[q] as number) / all);
      sums[q] = around;
      if (weights === null || present[q] === 1) continue;
      const w = weights[q] as number;
      if (outlookIndex !== null) outlookIndex[r] = (outlookIndex[r] as number) + around * w;
      if (outlookGain !== null)
        outlookGain[r * p + q] =
          (total[q] as number) -
          (proximity[q * p + q] as number) * (share[q] as number) -
          (shared[q] as number) -
          around * w;
    }
    for (let at = rowStart[r] as number; at < (rowStart[r + 1] as number); at += 1)
      present[column[at] as number] = 0;
  }
  return { density, proximitySum, outlookIndex, outlookGain };
}

function transposed(matrix: Float64Array, p: number): Float64Array {
  const turned = new Float64Array(p * p);
  for (let q = 0; q < p; q += 1)
    for (let k = 0; k < p; k += 1) turned[k * p + q] = matrix[q * p + k] as number;
  return turned;
}

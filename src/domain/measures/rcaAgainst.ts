import type { UndefinedReason } from '../measured.ts';
import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

export interface RcaReference {
  /** `all`: all regions together; `others`: all less the region itself; or another structure, by product of the matrix. */
  readonly against: 'all' | 'others' | Float64Array;
  /** Products over which the denominators run: 1 for those that count; null: all. */
  readonly base: Uint8Array | null;
  /** All that the reference trades of the base, where it trades products that the matrix does not have. */
  readonly total?: number;
  /** What each region trades of the base, where the matrix does not hold all of it; in place of `base`. */
  readonly baseOfRegion?: Float64Array;
}

export interface RcaValues {
  /** By entry of the matrix; 0 where undefined. */
  readonly values: Float64Array;
  /** Why an entry, or a region, or a product has none. */
  readonly entryReason: (entry: number) => UndefinedReason | null;
  readonly regionReason: (region: number) => UndefinedReason | null;
  readonly productReason: (product: number) => UndefinedReason | null;
}

/**
 * Revealed comparative advantage against any reference and over any base,
 *
 *     RCA(r,p) = (x(r,p) / B(r)) / (W(p) / B(W))
 *
 * with B the value of the base's products (all of them: Balassa) and W the reference. Against `others` the region stands
 * outside: an only exporter has nothing to be compared with (`sole-exporter`). Undefined where the region's base is 0
 * (`no-region-value`; `base-zero` where it trades but none of the base), the reference's base is 0
 * (`reference-base-zero`) or its product (`no-product-value`, `reference-zero`).
 * @example rcaAgainst(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }, { region: 'B', product: 'x', value: 1 }, { region: 'B', product: 'y', value: 1 }]), { against: 'others', base: null }).values[0] // 2
 */
export function rcaAgainst(matrix: TradeMatrix, reference: RcaReference): RcaValues {
  const { byRegion, byProduct } = marginsOf(matrix);
  const { against, base: chosen, baseOfRegion: given } = reference;
  const base = given === undefined ? chosen : null;
  const inBase = (q: number) => base === null || base[q] === 1;
  const baseOfRegion = given ?? (base === null ? byRegion : new Float64Array(byRegion.length));
  if (base !== null)
    for (let r = 0; r < byRegion.length; r += 1)
      for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
        if (inBase(matrix.column[at] as number))
          baseOfRegion[r] = (baseOfRegion[r] as number) + (matrix.value[at] as number);
  const structure = typeof against === 'string' ? byProduct : against;
  const total =
    reference.total ?? baseTotal(typeof against === 'string' ? given : undefined, structure, base);
  const less = against === 'others';
  const values = new Float64Array(matrix.value.length);
  const sole = new Uint8Array(matrix.value.length);
  for (let r = 0; r < byRegion.length; r += 1) {
    const own = baseOfRegion[r] as number;
    const rest = total - (less ? own : 0);
    if (own === 0) continue;
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const x = matrix.value[at] as number;
      const theirs = remainder(structure[matrix.column[at] as number] as number, less ? x : 0);
      if (theirs === 0 || remainder(total, less ? own : 0) === 0) sole[at] = 1;
      else values[at] = ((x / own) * rest) / theirs;
    }
  }
  const outside: UndefinedReason = less ? 'sole-exporter' : 'reference-zero';
  return {
    values,
    entryReason: (entry) => (sole[entry] === 1 ? outside : null),
    regionReason: (r) => {
      if (byRegion[r] === 0) return 'no-region-value';
      if (baseOfRegion[r] === 0) return 'base-zero';
      return remainder(total, less ? (baseOfRegion[r] as number) : 0) === 0 ? 'reference-base-zero' : null;
    },
    productReason: (q) => {
      if ((structure[q] as number) > 0) return null;
      return typeof against === 'string' ? 'no-product-value' : 'reference-zero';
    },
  };
}

/** All of the base: what is given of the regions, or the products that count. */
function baseTotal(
  given: Float64Array | undefined,
  structure: Float64Array,
  base: Uint8Array | null,
): number {
  let total = 0;
  if (given !== undefined) for (const value of given) total += value;
  else
    for (let q = 0; q < structure.length; q += 1)
      if (base === null || base[q] === 1) total += structure[q] as number;
  return total;
}

/** What is left of a sum; what rounding leaves of nothing is nothing. */
function remainder(all: number, part: number): number {
  const left = all - part;
  return left <= all * 1e-12 ? 0 : left;
}

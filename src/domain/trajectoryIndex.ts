import type { Measured } from './measured.ts';

/** Values of one region and of the reference it is held against, in one currency. */
export interface TrajectoryInput {
  /** X(r,s): the region's exports of the segment. */
  readonly segmentValue: number;
  /** B(r,s): the region's base (all exports, high-technology exports, ...). */
  readonly baseValue: number;
  /** X(R,s) and B(R,s) of the reference. */
  readonly referenceSegmentValue: number;
  readonly referenceBaseValue: number;
}

/**
 * Index of the high-technology export trajectory, a quotient of shares:
 *
 *     T(r,s) = (X(r,s) / B(r,s)) / (X(R,s) / B(R,s))
 *
 * With base "total" and the country as reference this is Balassa's index (1965). Range 0 and up; 1 = as in the
 * reference. Undefined, with its reason, where the region's base is 0, or the reference has no base or no exports of
 * the segment; never infinite. Without dimension: the unit of the values does not matter.
 * @example trajectoryIndex({ segmentValue: 2, baseValue: 10, referenceSegmentValue: 10, referenceBaseValue: 100 }) // { value: 2 }
 */
export function trajectoryIndex(input: TrajectoryInput): Measured {
  if (input.baseValue === 0) return { value: null, reason: 'base-zero' };
  if (input.referenceBaseValue === 0) return { value: null, reason: 'reference-base-zero' };
  if (input.referenceSegmentValue === 0) return { value: null, reason: 'reference-zero' };
  return {
    value: input.segmentValue / input.baseValue / (input.referenceSegmentValue / input.referenceBaseValue),
  };
}

/**
 * Symmetric form (T − 1) / (T + 1), from −1 to below 1 (Dalum, Laursen, Villumsen 1998); null where T is.
 * @example symmetricIndex(3) // 0.5
 */
export function symmetricIndex(index: number | null): number | null {
  return index === null ? null : (index - 1) / (index + 1);
}

/**
 * Normalised comparative advantage X_rs / X − X_r X_s / X² (Yu, Cai, Leung 2009): 0 = as expected; sums to 0 over
 * regions and over segments that partition the total. Null where the country exports nothing.
 * @example normalisedIndex(2, 10, 10, 100) // 0.01
 */
export function normalisedIndex(
  segmentValue: number,
  regionTotal: number,
  countrySegment: number,
  countryTotal: number,
): number | null {
  if (countryTotal === 0) return null;
  return segmentValue / countryTotal - (regionTotal / countryTotal) * (countrySegment / countryTotal);
}

/**
 * Additive comparative advantage X_rs / X_r − X_s / X (Hoen, Oosterhaven 2006), a difference of shares from −1 to 1.
 * Null where either total is 0.
 * @example additiveIndex(2, 10, 10, 100) // 0.1
 */
export function additiveIndex(
  segmentValue: number,
  regionTotal: number,
  countrySegment: number,
  countryTotal: number,
): number | null {
  if (regionTotal === 0 || countryTotal === 0) return null;
  return segmentValue / regionTotal - countrySegment / countryTotal;
}

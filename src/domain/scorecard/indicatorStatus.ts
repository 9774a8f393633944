/** Where a value stands against its bound. */
export type IndicatorStatus = 'met' | 'near' | 'not-met' | 'above-range' | 'no-data';

/** Within this part of the bound an unmet indicator is near. */
export const nearShare = 0.1;

interface Bound {
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * Met within the bounds, both included; near where unmet by at most a tenth of the bound missed; above the upper bound of
 * a "from … to" a status of its own. A bound "at most" is met below it, and near or not met above.
 * @example indicatorStatus(16, { lower: 10, upper: 15 }) // 'above-range'
 */
export function indicatorStatus(value: number | null, bound: Bound): IndicatorStatus {
  if (value === null) return 'no-data';
  const { lower, upper } = bound;
  if (lower !== undefined && value < lower)
    return lower - value <= nearShare * Math.abs(lower) ? 'near' : 'not-met';
  if (upper !== undefined && value > upper) {
    if (lower !== undefined) return 'above-range';
    return value - upper <= nearShare * Math.abs(upper) ? 'near' : 'not-met';
  }
  return 'met';
}

/**
 * The bound that an unmet value misses, or null where it is met: the lower one from below, the upper one from above.
 * @example missedBound(12, { lower: 15 }) // 15
 */
export function missedBound(value: number, bound: Bound): number | null {
  if (bound.lower !== undefined && value < bound.lower) return bound.lower;
  return bound.upper !== undefined && value > bound.upper ? bound.upper : null;
}

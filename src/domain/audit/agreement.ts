import { common, type Interval } from './interval.ts';

/** The range in which most of the ranges meet, and which of them do. */
export interface Agreement {
  readonly range: Interval;
  /** Places of the ranges that hold it. */
  readonly agreeing: readonly number[];
}

/**
 * Where the most ranges have a value in common: the largest such set, and what its ranges have in common. Of two sets
 * of one size the one that comes first by value; null for no ranges.
 * @example agreementOf([{ lower: 0, upper: 2 }, { lower: 1, upper: 3 }, { lower: 9, upper: 9 }])?.agreeing // [0, 1]
 */
export function agreementOf(ranges: readonly Interval[]): Agreement | null {
  let best: Agreement | null = null;
  for (const start of [...new Set(ranges.map((one) => one.lower))].sort((a, b) => a - b)) {
    const agreeing = ranges.flatMap((one, place) =>
      one.lower <= start && start <= one.upper ? [place] : [],
    );
    if (agreeing.length <= (best?.agreeing.length ?? 0)) continue;
    const range = agreeing.reduce<Interval | null>(
      (shared, place) => {
        const one = ranges[place];
        return shared === null || one === undefined ? shared : common(shared, one);
      },
      { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY },
    );
    if (range !== null) best = { range, agreeing };
  }
  return best;
}

/**
 * Which numbers lie within so many median absolute deviations from their median (1: within; the deviation as it is,
 * not scaled to a normal one). Where more than half are equal, the deviation is 0 and only those are within.
 * @example withinMedianDeviations([1, 2, 3, 100], 3) // [true, true, true, false]
 */
export function withinMedianDeviations(values: readonly number[], times: number): readonly boolean[] {
  const middle = median(values);
  const deviation = median(values.map((x) => Math.abs(x - middle)));
  return values.map((x) => Math.abs(x - middle) <= times * deviation + 1e-12);
}

/** Median; 0 of nothing. @example median([3, 1, 2, 10]) // 2.5 */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

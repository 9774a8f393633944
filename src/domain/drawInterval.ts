export interface DrawInterval {
  readonly lower: number;
  readonly upper: number;
  /** Share of the draws that lie from `lower` to `upper`, at least the share asked for. */
  readonly inside: number;
}

/**
 * The interval that leaves out equal numbers of the smallest and largest draws and holds at least `share` of them
 * (percentile interval); null where there are none.
 * @example drawInterval([3, 1, 2, 100], 0.5) // { lower: 2, upper: 3, inside: 0.5 }
 */
export function drawInterval(draws: readonly number[], share = 0.95): DrawInterval | null {
  if (draws.length === 0) return null;
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  const out = Math.floor((n * (1 - share)) / 2 + 1e-9);
  const [lower, upper] = [sorted[out] as number, sorted[n - 1 - out] as number];
  let inside = 0;
  for (const value of sorted) if (value >= lower && value <= upper) inside += 1;
  return { lower, upper, inside: inside / n };
}

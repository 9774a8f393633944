/**
 * One draw of the bootstrap: as many lines as there are, each drawn with equal chance and put back; `counts` takes how
 * often each was drawn (they sum to its length). `random` gives numbers from 0 up to 1. Source: Efron 1979.
 * @example Array.from(resampleCounts(new Int32Array(1), () => 0.5)) // [1]
 */
export function resampleCounts(counts: Int32Array, random: () => number): Int32Array {
  const n = counts.length;
  counts.fill(0);
  for (let draw = 0; draw < n; draw += 1) {
    const place = Math.floor(random() * n);
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

/**
 * Mean of values over each list; list `q` holds the entries from `start[q]` up to `start[q + 1]`; 0 for an empty one.
 * @example meansOver([1, 3], [0, 2], [0, 1]) // new Float64Array([2])
 */
export function meansOver(
  values: ArrayLike<number>,
  start: ArrayLike<number>,
  list: ArrayLike<number>,
): Float64Array {
  const means = new Float64Array(start.length - 1);
  for (let q = 0; q < means.length; q += 1) {
    const [from, to] = [start[q] as number, start[q + 1] as number];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += values[list[at] as number] as number;
    means[q] = to === from ? 0 : sum / (to - from);
  }
  return means;
}

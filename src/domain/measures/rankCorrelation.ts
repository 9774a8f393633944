/**
 * Spearman's rank correlation of two lists of one length, equal values sharing their mean rank; null where one does not
 * vary.
 * @example rankCorrelation([1, 2, 3], [1, 3, 2]) // 0.5
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length + 1) / 2;
  let [together, ofX, ofY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const [dx, dy] = [(x[i] as number) - mean, (y[i] as number) - mean];
    together += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  }
  return ofX === 0 || ofY === 0 ? null : together / Math.sqrt(ofX * ofY);
}

function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort(
    (i, j) => (values[i] as number) - (values[j] as number),
  );
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let next = first;
    while (next < order.length && values[order[next] as number] === values[order[first] as number]) next += 1;
    for (let at = first; at < next; at += 1) ranks[order[at] as number] = (first + next + 1) / 2;
    first = next;
  }
  return ranks;
}

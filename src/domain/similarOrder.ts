/**
 * An order in which alike rows stand together: clusters are joined by the mean distance between their members (average
 * linkage, Sokal and Michener 1958, Euclidean distance), each time turned so that the nearest ends meet; at last the
 * end with the larger sum comes first. Answers places of the rows. Equal distances: the earlier rows first.
 * @example similarOrder([[0], [10], [1], [11]]) // [3, 1, 2, 0]
 */
export function similarOrder(rows: readonly (readonly number[])[]): readonly number[] {
  const distances = rows.map((a) => rows.map((b) => distance(a, b)));
  const between = (a: number, b: number) => distances[a]?.[b] ?? 0;
  let clusters: (readonly number[])[] = rows.map((_, place) => [place]);
  // Mean distance of two clusters, kept up as they are joined.
  let means = distances.map((row) => [...row]);
  while (clusters.length > 1) {
    const [first, second] = nearest(means);
    const [a, b] = [clusters[first] as readonly number[], clusters[second] as readonly number[]];
    const joined = meeting(a, b, between);
    const merged = means.map((_, place) => {
      const [da, db] = [means[first]?.[place] ?? 0, means[second]?.[place] ?? 0];
      return (da * a.length + db * b.length) / (a.length + b.length);
    });
    const isKept = (_: unknown, place: number) => place !== first && place !== second;
    means = means.map((row, place) => [...row.filter(isKept), merged[place] ?? 0]).filter(isKept);
    means.push([...merged.filter(isKept), 0]);
    clusters = [...clusters.filter(isKept), joined];
  }
  const order = clusters[0] ?? [];
  const sum = (place: number | undefined) => (rows[place ?? -1] ?? []).reduce((total, one) => total + one, 0);
  return sum(order[0]) >= sum(order.at(-1)) ? order : [...order].reverse();
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, one, place) => sum + (one - (b[place] ?? 0)) ** 2, 0));
}

function nearest(means: readonly (readonly number[])[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  let least = Number.POSITIVE_INFINITY;
  means.forEach((row, a) => {
    for (let b = a + 1; b < means.length; b += 1) {
      if ((row[b] ?? 0) < least) [least, best] = [row[b] ?? 0, [a, b]];
    }
  });
  return best;
}

/** Two orders joined, each turned or not, so that the ends that meet are nearest. */
function meeting(
  a: readonly number[],
  b: readonly number[],
  between: (a: number, b: number) => number,
): readonly number[] {
  const [ar, br] = [[...a].reverse(), [...b].reverse()];
  const choices = [
    [a, b],
    [a, br],
    [ar, b],
    [ar, br],
  ] as const;
  const gap = ([left, right]: (typeof choices)[number]) => between(left.at(-1) ?? 0, right[0] ?? 0);
  const best = choices.reduce((found, one) => (gap(one) < gap(found) ? one : found));
  return [...best[0], ...best[1]];
}

/**
 * Ranks from the highest value, 1; equal values share the better rank; what has no value has no rank.
 * @example ranksOf([2, null, 5, 2]) // [2, null, 1, 2]
 */
export function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((value, place) => {
    if (!first.has(value)) first.set(value, place + 1);
  });
  return values.map((value) => (value === null ? null : (first.get(value) ?? null)));
}

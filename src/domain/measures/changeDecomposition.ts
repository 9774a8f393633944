export interface ChangeParts {
  readonly change: number;
  /** Change of what is traded in both periods. */
  readonly intensive: number;
  readonly entry: number;
  /** Not above 0. */
  readonly exit: number;
  readonly continuing: number;
  readonly entered: number;
  readonly exited: number;
}

/**
 * The change of exports between two periods by relation (product, market, or product and market): the intensive margin
 * of relations in both, entry of new ones, exit of those given up; they sum to the change. Keys of one nomenclature
 * edition only: a code split by a new edition would look like entry.
 * @example changeDecomposition(new Map([['a', 1], ['b', 2]]), new Map([['a', 4], ['c', 5]])) // { change: 6, intensive: 3, entry: 5, exit: -2, continuing: 1, entered: 1, exited: 1 }
 */
export function changeDecomposition<Key>(
  before: ReadonlyMap<Key, number>,
  after: ReadonlyMap<Key, number>,
): ChangeParts {
  const parts = { intensive: 0, entry: 0, exit: 0, continuing: 0, entered: 0, exited: 0 };
  for (const [key, x] of after) {
    const earlier = before.get(key) ?? 0;
    if (x > 0 && earlier > 0) {
      parts.intensive += x - earlier;
      parts.continuing += 1;
    } else if (x > 0) {
      parts.entry += x;
      parts.entered += 1;
    }
  }
  for (const [key, x] of before) {
    if (x > 0 && (after.get(key) ?? 0) === 0) {
      parts.exit -= x;
      parts.exited += 1;
    }
  }
  return { change: parts.intensive + parts.entry + parts.exit, ...parts };
}

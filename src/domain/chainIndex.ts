/**
 * Yearly indices (year before = 100) chained from a base year: 100 × Π I(t) / 100. Null where a link is missing. With
 * fixed members the chain equals the direct index 100 × v(to) / v(from).
 * @example chainIndex([120, 50]) // 60
 */
export function chainIndex(indices: readonly (number | null)[]): number | null {
  let chained = 100;
  for (const index of indices) {
    if (index === null) return null;
    chained *= index / 100;
  }
  return chained;
}

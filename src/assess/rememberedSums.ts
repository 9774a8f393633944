/** A sum over some regions. */
export type RegionSum = (regions: readonly string[]) => number;

/**
 * Adds up a figure of regions, each list of regions once: the whole is asked for by every row. Lists are told apart by
 * identity and must not change.
 */
export function rememberedSums(figureOf: (region: string) => number): RegionSum {
  const known = new WeakMap<readonly string[], number>();
  return (regions) => {
    const found = known.get(regions);
    if (found !== undefined) return found;
    const sum = regions.reduce((total, region) => total + figureOf(region), 0);
    known.set(regions, sum);
    return sum;
  };
}

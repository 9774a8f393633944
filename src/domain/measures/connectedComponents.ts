import type { Presence } from './presence.ts';

/**
 * Parts of the graph in which a region and a product are tied where the product is present: regions and products with
 * their part (−1: tied to nothing), and the number of parts. Across parts complexity is not defined.
 * @example connectedComponents(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 1, 2]), new Int32Array([0, 1]))).count // 2
 */
export function connectedComponents(presence: Presence): {
  readonly count: number;
  readonly ofRegion: Int32Array;
  readonly ofProduct: Int32Array;
} {
  const ofRegion = new Int32Array(presence.regions.length).fill(-1);
  const ofProduct = new Int32Array(presence.products.length).fill(-1);
  let count = 0;
  for (let seed = 0; seed < ofRegion.length; seed += 1) {
    if (ofRegion[seed] !== -1 || presence.rowStart[seed] === presence.rowStart[seed + 1]) continue;
    const open = [seed];
    ofRegion[seed] = count;
    while (open.length > 0) {
      const region = open.pop() as number;
      for (
        let at = presence.rowStart[region] as number;
        at < (presence.rowStart[region + 1] as number);
        at += 1
      ) {
        const product = presence.column[at] as number;
        if (ofProduct[product] !== -1) continue;
        ofProduct[product] = count;
        for (
          let back = presence.columnStart[product] as number;
          back < (presence.columnStart[product + 1] as number);
          back += 1
        ) {
          const next = presence.row[back] as number;
          if (ofRegion[next] !== -1) continue;
          ofRegion[next] = count;
          open.push(next);
        }
      }
    }
    count += 1;
  }
  return { count, ofRegion, ofProduct };
}

/** A link between two products, numbers into the list that the proximities are of. */
export interface SpaceLink {
  readonly from: number;
  readonly to: number;
  readonly proximity: number;
  /** Part of the maximum spanning tree; else a strong link beside it. */
  readonly tree: boolean;
}

/**
 * The links that a picture of the product space draws: the maximum spanning tree (a forest where products share no
 * region), and beside it all links of a proximity of at least `strongFrom`. Where those are more than `most`, the bar is
 * raised to the next proximity at which they are not: links that are equally strong are drawn together or not at all.
 * `proximity` is symmetric, of `products` × `products`. Ties in the tree fall to the lower numbers. Source of the
 * picture: Hidalgo, Klinger, Barabási, Hausmann 2007 (there 0.55).
 * @example productSpaceLinks(new Float64Array([1, 0.9, 0.2, 0.9, 1, 0.3, 0.2, 0.3, 1]), 3).links.map((one) => [one.from, one.to]) // [[0, 1], [1, 2]]
 */
export function productSpaceLinks(
  proximity: Float64Array,
  products: number,
  { strongFrom = 0.55, most = products }: { readonly strongFrom?: number; readonly most?: number } = {},
): { readonly links: readonly SpaceLink[]; readonly strongFrom: number | null; readonly leftOut: number } {
  const tree = spanningForest(proximity, products);
  const inTree = new Set(tree.map(({ from, to }) => from * products + to));
  const strong: SpaceLink[] = [];
  for (let from = 0; from < products; from += 1)
    for (let to = from + 1; to < products; to += 1) {
      const near = proximity[from * products + to] as number;
      if (near >= strongFrom && !inTree.has(from * products + to))
        strong.push({ from, to, proximity: near, tree: false });
    }
  strong.sort((a, b) => b.proximity - a.proximity || a.from - b.from || a.to - b.to);
  const first = strong[most];
  // The first link too many takes its equals with it.
  const kept = first === undefined ? strong : strong.filter((one) => one.proximity > first.proximity);
  return {
    links: [...tree, ...kept],
    strongFrom: kept.at(-1)?.proximity ?? null,
    leftOut: strong.length - kept.length,
  };
}

/** Prim's tree of each part in turn, the first product of a part its root. */
function spanningForest(proximity: Float64Array, products: number): readonly SpaceLink[] {
  const nearest = new Float64Array(products);
  const parent = new Int32Array(products).fill(-1);
  const done = new Uint8Array(products);
  const links: SpaceLink[] = [];
  for (let step = 0; step < products; step += 1) {
    let next = -1;
    for (let q = 0; q < products; q += 1)
      if (done[q] === 0 && (next === -1 || (nearest[q] as number) > (nearest[next] as number))) next = q;
    done[next] = 1;
    const from = parent[next] as number;
    if (from >= 0)
      links.push({
        from: Math.min(from, next),
        to: Math.max(from, next),
        proximity: nearest[next] as number,
        tree: true,
      });
    for (let q = 0; q < products; q += 1) {
      const near = proximity[next * products + q] as number;
      if (done[q] === 0 && near > (nearest[q] as number)) {
        nearest[q] = near;
        parent[q] = next;
      }
    }
  }
  return links;
}

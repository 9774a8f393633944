import type { ProductSpaceAnswer, SpaceNode } from '../../../api/productSpace.ts';

/** A product beside another in the product space. */
export interface NearProduct {
  readonly node: SpaceNode;
  readonly proximity: number;
}

/** The products that lines lead to from one product, the nearest first; none where it is not in the picture. */
export function nearProducts(
  { data, manifest }: Pick<ProductSpaceAnswer, 'data' | 'manifest'>,
  product: string,
): readonly NearProduct[] {
  const place = data.findIndex((node) => node.product === product);
  return manifest.links
    .flatMap(({ from, to, proximity }) => {
      const other = from === place ? data[to] : to === place ? data[from] : undefined;
      return other === undefined ? [] : [{ node: other, proximity }];
    })
    .sort((a, b) => b.proximity - a.proximity || (a.node.product < b.node.product ? -1 : 1));
}

import { type CubeKind, cubeKeys } from '../cubes.ts';
import type { Part } from '../manifest.ts';

/** Order of the rows of a file that several vintages share: a region, and within it a product, lie together. */
export function sharedOrder(kind: Part['kind']): string {
  return kind === 'detail'
    ? 'region, line, partner, month, vintage, row_number, status'
    : `${cubeKeys[kind as CubeKind].replace('vintage, ', '')}, vintage`;
}

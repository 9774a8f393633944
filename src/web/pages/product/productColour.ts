import type { Product } from '../../../api/product.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';

/** Colour of a product: that of its segment, where it is on the list. */
export function productColour(answer: Product): string {
  const parts = answer.data.filter((row) => row.part === 'segment' && row.segment !== 'rest');
  const largest = [...parts].sort((a, b) => (b.valueUsd ?? 0) - (a.valueUsd ?? 0))[0];
  return largest === undefined
    ? '--seg-rest-ink'
    : segmentLook(largest.segment ?? '', largest.segmentName ?? undefined).colour;
}

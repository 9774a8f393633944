import type { Measured } from '../measured.ts';
import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

/**
 * Mean of a characteristic of regions for each product, weighted by what `weight` makes of each entry: with the share
 * of the product in the region's exports it is PRODY; with presence × share the product Gini index (PGI) or the product
 * emission intensity index (PEII), as the characteristic is; with presence alone a plain mean over those that have it.
 * Regions of unknown characteristic stand aside. Undefined (`no-data`) for products without any weight. In the unit of
 * the characteristic, within its range.
 * @example productMean(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }, { region: 'B', product: 'x', value: 1 }]), [10, 20], (share) => share) // [{ value: 15 }]
 */
export function productMean(
  matrix: TradeMatrix,
  characteristic: readonly (number | null)[],
  weight: (share: number, entry: number) => number,
): readonly Measured[] {
  const { byRegion } = marginsOf(matrix);
  const sums = new Float64Array(matrix.products.length);
  const weights = new Float64Array(matrix.products.length);
  for (let r = 0; r < byRegion.length; r += 1) {
    const y = characteristic[r] ?? null;
    if (y === null) continue;
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const q = matrix.column[at] as number;
      const w = weight((matrix.value[at] as number) / (byRegion[r] as number), at);
      weights[q] = (weights[q] as number) + w;
      sums[q] = (sums[q] as number) + w * y;
    }
  }
  return Array.from(sums, (sum, q): Measured => {
    const w = weights[q] as number;
    return w === 0 ? { value: null, reason: 'no-data' } : { value: sum / w };
  });
}

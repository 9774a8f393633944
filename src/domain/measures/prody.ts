import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

/**
 * PRODY, the income level of products: mean of a characteristic of regions (income per head), weighted by the share of
 * the product in each region's exports. In the unit of the characteristic. `defined`: 0 for products that nobody with a
 * known characteristic exports. Source: Hausmann, Hwang, Rodrik 2007. With presence × share as weights and the Gini
 * coefficient or emissions as characteristic the same mean gives PGI and PEII.
 * @example prodyOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }]), [10]).values[0] // 10
 */
export function prodyOf(
  matrix: TradeMatrix,
  characteristic: readonly (number | null)[],
): { readonly values: Float64Array; readonly defined: Uint8Array } {
  const { byRegion } = marginsOf(matrix);
  const values = new Float64Array(matrix.products.length);
  const weights = new Float64Array(matrix.products.length);
  for (let r = 0; r < byRegion.length; r += 1) {
    const y = characteristic[r] ?? null;
    if (y === null) continue;
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const q = matrix.column[at] as number;
      const share = (matrix.value[at] as number) / (byRegion[r] as number);
      weights[q] = (weights[q] as number) + share;
      values[q] = (values[q] as number) + share * y;
    }
  }
  const defined = new Uint8Array(values.length);
  for (let q = 0; q < values.length; q += 1) {
    const weight = weights[q] as number;
    if (weight === 0) continue;
    defined[q] = 1;
    values[q] = (values[q] as number) / weight;
  }
  return { values, defined };
}

/**
 * EXPY, the income level of a region's exports: mean PRODY weighted by the region's export shares, over the products
 * whose PRODY is defined. `defined`: 0 for regions that export none of them.
 * @example expyOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }]), { values: new Float64Array([10]), defined: new Uint8Array([1]) }).values[0] // 10
 */
export function expyOf(
  matrix: TradeMatrix,
  prody: { readonly values: Float64Array; readonly defined: Uint8Array },
): { readonly values: Float64Array; readonly defined: Uint8Array } {
  const values = new Float64Array(matrix.regions.length);
  const defined = new Uint8Array(values.length);
  for (let r = 0; r < values.length; r += 1) {
    let sum = 0;
    let weight = 0;
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const q = matrix.column[at] as number;
      if (prody.defined[q] === 0) continue;
      const x = matrix.value[at] as number;
      weight += x;
      sum += x * (prody.values[q] as number);
    }
    if (weight === 0) continue;
    defined[r] = 1;
    values[r] = sum / weight;
  }
  return { values, defined };
}

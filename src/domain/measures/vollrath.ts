import type { Measured } from '../measured.ts';
import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

/**
 * Vollrath's relative advantage of each pair, at `region * products + product`: the region and the product stand outside
 * of what they are compared with,
 *
 *     RXA(r,p) = (x_rp / (X_r − x_rp)) / ((X_p − x_rp) / ((X − X_r) − (X_p − x_rp)))
 *
 * the same over imports gives RMA; RTA = RXA − RMA. 0 where the region trades none of the product. Undefined where the
 * region trades nothing (`no-region-value`) or nothing else (`one-line`), where nobody else trades the product
 * (`sole-exporter`; `no-product-value` where nobody does), or nothing but it (`reference-zero`). Source: Vollrath 1991.
 * @example vollrathOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }, { region: 'A', product: 'y', value: 1 }, { region: 'B', product: 'x', value: 1 }, { region: 'B', product: 'y', value: 1 }]))[0] // { value: 2 }
 */
export function vollrathOf(matrix: TradeMatrix): readonly Measured[] {
  const { byRegion, byProduct, total } = marginsOf(matrix);
  const p = matrix.products.length;
  const values = new Float64Array(byRegion.length * p);
  for (let r = 0; r < byRegion.length; r += 1)
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      values[r * p + (matrix.column[at] as number)] = matrix.value[at] as number;
  return Array.from(values, (x, cell): Measured => {
    const ofRegion = byRegion[Math.floor(cell / p)] as number;
    const ofProduct = byProduct[cell % p] as number;
    if (ofRegion === 0) return { value: null, reason: 'no-region-value' };
    if (ofProduct === 0) return { value: null, reason: 'no-product-value' };
    const own = left(ofRegion, x);
    const others = left(ofProduct, x);
    const rest = left(left(total, ofRegion), others);
    if (others === 0) return { value: null, reason: 'sole-exporter' };
    if (own === 0) return { value: null, reason: 'one-line' };
    if (rest === 0) return { value: null, reason: 'reference-zero' };
    return { value: x / own / (others / rest) };
  });
}

/** What rounding leaves of nothing is nothing. */
function left(all: number, part: number): number {
  return all - part <= all * 1e-12 ? 0 : all - part;
}

import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

/**
 * Balassa's revealed comparative advantage of each entry of the matrix:
 *
 *     RCA(r,p) = (x(r,p) / X(r)) / (X(p) / X)
 *
 * Range 0 and up; 1: as in all regions together; no unit. An entry that is not in the matrix has the value 0 where its
 * region and product have any, and is undefined (`no-region-value`, `no-product-value`) where they have none; see
 * `rcaAt`. Source: Balassa 1965. Agrees with py-ecomplexity, R economiccomplexity and Datawheel on whole tables.
 * @example rcaOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }, { region: 'B', product: 'y', value: 1 }]))[0] // 2
 */
export function rcaOf(matrix: TradeMatrix): Float64Array {
  const { byRegion, byProduct, total } = marginsOf(matrix);
  const rca = new Float64Array(matrix.value.length);
  for (let r = 0; r < byRegion.length; r += 1) {
    const scale = total / (byRegion[r] as number);
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      rca[at] = ((matrix.value[at] as number) * scale) / (byProduct[matrix.column[at] as number] as number);
    }
  }
  return rca;
}

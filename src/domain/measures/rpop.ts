import type { TradeMatrix } from './tradeMatrix.ts';

/**
 * Exports per head against all regions, RPOP(r,p) = (x_rp / pop_r) / (X_p / pop), by entry of the matrix; `pop` is the
 * population of the regions whose population is known, and X_p their exports. 0 for a region without known population.
 * @example rpopOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 3 }, { region: 'B', product: 'x', value: 1 }]), [1, 1])[0] // 1.5
 */
export function rpopOf(matrix: TradeMatrix, population: readonly (number | null)[]): Float64Array {
  const known = population.map((heads) => (heads !== null && heads > 0 ? heads : 0));
  const heads = known.reduce((sum, one) => sum + one, 0);
  const byProduct = new Float64Array(matrix.products.length);
  const values = new Float64Array(matrix.value.length);
  const each = (visit: (at: number, q: number, own: number) => void) =>
    known.forEach((own, r) => {
      if (own === 0) return;
      for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
        visit(at, matrix.column[at] as number, own);
    });
  each((at, q) => {
    byProduct[q] = (byProduct[q] as number) + (matrix.value[at] as number);
  });
  each((at, q, own) => {
    values[at] = (matrix.value[at] as number) / own / ((byProduct[q] as number) / heads);
  });
  return values;
}

import type { TradeMatrix } from './tradeMatrix.ts';

/**
 * Continuous proximity (1 + corr(RCA_p, RCA_q)) / 2 over regions, from 0 to 1; at `p * products + q`. Where a product's
 * RCA is the same in all regions no correlation exists: it is near to nothing (0), itself too. Density over it, with
 * presence as weights, stays within 0 to 1 (py-ecomplexity weights with RCA itself and so goes beyond 1).
 * @example continuousProximity(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }, { region: 'B', product: 'y', value: 1 }]), [2, 2])[1] // 0
 */
export function continuousProximity(
  matrix: TradeMatrix,
  rca: ArrayLike<number>,
  diagonal: 0 | 1 = 1,
): Float64Array {
  const n = matrix.regions.length;
  const p = matrix.products.length;
  const sums = new Float64Array(p);
  const squares = new Float64Array(p);
  const proximity = new Float64Array(p * p);
  for (let r = 0; r < n; r += 1) {
    const [from, to] = [matrix.rowStart[r] as number, matrix.rowStart[r + 1] as number];
    for (let i = from; i < to; i += 1) {
      const x = rca[i] as number;
      const q = matrix.column[i] as number;
      sums[q] = (sums[q] as number) + x;
      squares[q] = (squares[q] as number) + x * x;
      const begin = q * p;
      for (let j = i + 1; j < to; j += 1) {
        const cell = begin + (matrix.column[j] as number);
        proximity[cell] = (proximity[cell] as number) + x * (rca[j] as number);
      }
    }
  }
  const deviation = squares.map((square, q) =>
    Math.sqrt(Math.max(0, square / n - ((sums[q] as number) / n) ** 2)),
  );
  const varies = (q: number) => (deviation[q] as number) > 1e-12 * Math.max(1, (sums[q] as number) / n);
  for (let q = 0; q < p; q += 1) {
    proximity[q * p + q] = varies(q) ? diagonal : 0;
    for (let k = q + 1; k < p; k += 1) {
      let near = 0;
      if (varies(q) && varies(k)) {
        const covariance =
          (proximity[q * p + k] as number) / n - ((sums[q] as number) / n) * ((sums[k] as number) / n);
        const correlation = covariance / ((deviation[q] as number) * (deviation[k] as number));
        near = Math.min(1, Math.max(0, (1 + correlation) / 2));
      }
      proximity[q * p + k] = near;
      proximity[k * p + q] = near;
    }
  }
  return proximity;
}

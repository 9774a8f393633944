import type { UndefinedReason } from '../measured.ts';
import type { MeasuredTable } from './measuredTable.ts';
import type { TradeMatrix } from './tradeMatrix.ts';

/**
 * Similarity of regions: correlation of ln(RCA + 0.1) over all products, −1 to 1. Undefined (`no-variation`) for a region
 * all of whose RCA are equal. Source: Bahar, Hausmann, Hidalgo 2014.
 * @example similarityOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }, { region: 'B', product: 'y', value: 1 }]), [2, 2]).values[1].toFixed(6) // '-1.000000'
 */
export function similarityOf(matrix: TradeMatrix, rca: ArrayLike<number>): MeasuredTable {
  const n = matrix.regions.length;
  const p = matrix.products.length;
  const logs = matrix.regions.map((_, r) => {
    const values = new Float64Array(p).fill(Math.log(0.1));
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      values[matrix.column[at] as number] = Math.log((rca[at] as number) + 0.1);
    const mean = values.reduce((sum, x) => sum + x, 0) / p;
    return values.map((x) => x - mean);
  });
  const norms = logs.map((values) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0)));
  const values = new Float64Array(n * n);
  const undefinedAt = new Map<number, UndefinedReason>();
  for (let r = 0; r < n; r += 1)
    for (let s = 0; s < n; s += 1) {
      const scale = (norms[r] as number) * (norms[s] as number);
      if (Math.min(norms[r] as number, norms[s] as number) < 1e-12) {
        undefinedAt.set(r * n + s, 'no-variation');
        continue;
      }
      let sum = 0;
      for (let q = 0; q < p; q += 1) sum += (logs[r]?.[q] as number) * (logs[s]?.[q] as number);
      values[r * n + s] = Math.max(-1, Math.min(1, sum / scale));
    }
  return {
    axes: [
      { name: 'region', labels: matrix.regions },
      { name: 'other-region', labels: matrix.regions },
    ],
    values,
    undefinedAt,
  };
}

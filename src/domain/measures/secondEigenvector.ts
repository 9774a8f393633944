import { meansOver } from './meansOver.ts';
import { diversityOf, type Presence, ubiquityOf } from './presence.ts';
import { largestEigen } from './symmetricEigen.ts';

export interface SecondEigenvector {
  /** ECI and PCI before scale and sign; ECI is the mean of PCI. */
  readonly eci: Float64Array;
  readonly pci: Float64Array;
  /** λ2, λ3: as many as there are. */
  readonly values: readonly number[];
  /** Bound of the error of λ2. */
  readonly residual: number;
}

/**
 * The second eigenvector of D⁻¹ M U⁻¹ Mᵀ by way of the symmetric matrix D^-½ M U⁻¹ Mᵀ D^-½ on the smaller side, whose
 * first, √d, is known and left out; Lanczos's method over the lists of presence, no matrix made. Regions and products
 * without presence must have been left out.
 * @example secondEigenvector(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 2, 3]), new Int32Array([0, 1, 0]))).values[0].toFixed(6) // '0.250000'
 */
export function secondEigenvector(matrix: Presence): SecondEigenvector {
  const d = diversityOf(matrix);
  const u = ubiquityOf(matrix);
  const byRegion = d.length <= u.length;
  const own = byRegion ? d : u;
  const other = byRegion ? u : d;
  const [start, list] = byRegion ? [matrix.rowStart, matrix.column] : [matrix.columnStart, matrix.row];
  const [backStart, backList] = byRegion
    ? [matrix.columnStart, matrix.row]
    : [matrix.rowStart, matrix.column];
  const root = Float64Array.from(own, (count) => 1 / Math.sqrt(count));
  const middle = new Float64Array(other.length);
  const apply = (from: Float64Array, to: Float64Array) => {
    for (let q = 0; q < middle.length; q += 1) {
      let sum = 0;
      for (let at = backStart[q] as number; at < (backStart[q + 1] as number); at += 1) {
        const r = backList[at] as number;
        sum += (from[r] as number) * (root[r] as number);
      }
      middle[q] = sum / (other[q] as number);
    }
    for (let r = 0; r < to.length; r += 1) {
      let sum = 0;
      for (let at = start[r] as number; at < (start[r + 1] as number); at += 1)
        sum += middle[list[at] as number] as number;
      to[r] = sum * (root[r] as number);
    }
  };
  const norm = Math.sqrt(own.reduce((sum, count) => sum + count, 0));
  const first = Float64Array.from(own, (count) => Math.sqrt(count) / norm);
  const found = largestEigen(own.length, Math.min(2, own.length - 1), apply, [first]);
  const vector = found.vectors[0] ?? new Float64Array(own.length);
  const mine = vector.map((x, place) => x * (root[place] as number));
  const theirs = meansOver(mine, backStart, backList);
  // ECI is the mean of PCI: on the side of products the regions' values are means of the products', and the reverse.
  const lambda = found.values[0] ?? 0;
  const raw = byRegion ? { eci: mine.map((x) => x * lambda), pci: theirs } : { eci: theirs, pci: mine };
  return { ...raw, values: found.values, residual: found.residuals[0] ?? 0 };
}

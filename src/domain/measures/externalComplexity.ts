import type { Measured } from '../measured.ts';
import type { Presence } from './presence.ts';
import type { TradeMatrix } from './tradeMatrix.ts';

/**
 * Complexity of regions by an external PCI (the world's): mean PCI over the products that are present and have one.
 * Undefined for a region with none (`no-presence`; `no-match` where none of its products has a PCI). Agrees with
 * Datawheel's complexity_subnational.
 * @example externalComplexity(withColumns(['A'], ['x', 'y'], new Int32Array([0, 2]), new Int32Array([0, 1])), [1, null]) // [{ value: 1 }]
 */
export function externalComplexity(presence: Presence, pci: readonly (number | null)[]): readonly Measured[] {
  return presence.regions.map((_, r): Measured => {
    let [sum, count] = [0, 0];
    const [from, to] = [presence.rowStart[r] as number, presence.rowStart[r + 1] as number];
    for (let at = from; at < to; at += 1) {
      const one = pci[presence.column[at] as number] ?? null;
      if (one === null) continue;
      sum += one;
      count += 1;
    }
    if (count > 0) return { value: sum / count };
    return { value: null, reason: from === to ? 'no-presence' : 'no-match' };
  });
}

/**
 * The same weighted by export shares: Σ PCI_p x_rp / Σ x_rp over the products that have a PCI, present or not.
 * @example shareWeightedComplexity(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 3 }, { region: 'A', product: 'y', value: 1 }]), [1, 3]) // [{ value: 1.5 }]
 */
export function shareWeightedComplexity(
  matrix: TradeMatrix,
  pci: readonly (number | null)[],
): readonly Measured[] {
  return matrix.regions.map((_, r): Measured => {
    let [sum, weight] = [0, 0];
    const [from, to] = [matrix.rowStart[r] as number, matrix.rowStart[r + 1] as number];
    for (let at = from; at < to; at += 1) {
      const one = pci[matrix.column[at] as number] ?? null;
      if (one === null) continue;
      sum += one * (matrix.value[at] as number);
      weight += matrix.value[at] as number;
    }
    if (weight > 0) return { value: sum / weight };
    return { value: null, reason: from === to ? 'no-region-value' : 'no-match' };
  });
}

/**
 * Values brought to mean 0 and sample deviation 1; undefined ones stay. All undefined (`no-variation`) where they do not
 * vary.
 * @example standardisedSample([{ value: 1 }, { value: 3 }])[1].value.toFixed(6) // '0.707107'
 */
export function standardisedSample(values: readonly Measured[]): readonly Measured[] {
  const known = values.flatMap((one) => (one.value === null ? [] : [one.value]));
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length;
  const deviation = Math.sqrt(
    known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, known.length - 1),
  );
  return values.map((one): Measured => {
    if (one.value === null) return one;
    return deviation < 1e-14 * Math.max(1, Math.abs(mean))
      ? { value: null, reason: 'no-variation' }
      : { value: (one.value - mean) / deviation };
  });
}

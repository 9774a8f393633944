import { type Presence, ubiquityOf } from './presence.ts';

export type ProximityVariant = 'minimum' | 'asymmetric' | 'square-root';

/**
 * Proximity of all pairs of products, φ(p,q) at `p * products + q`, from 0 to 1, with C(p,q) the number of regions that
 * have both; made only when asked for. `minimum` C / max(u_p, u_q), the smaller of the two conditional shares;
 * `asymmetric` C / u_q, the share of the regions with q that have p too; `square-root` C / √(u_p u_q) (Datawheel's
 * "sqrt"). Products that nobody has are near to nothing. Source: Hidalgo and others 2007.
 * @example proximityOf(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 2, 3]), new Int32Array([0, 1, 0])))[1] // 0.5
 */
export function proximityOf(
  presence: Presence,
  u: Int32Array = ubiquityOf(presence),
  diagonal: 0 | 1 = 1,
  variant: ProximityVariant = 'minimum',
): Float64Array {
  const p = presence.products.length;
  const { rowStart, column } = presence;
  const proximity = new Float64Array(p * p);
  for (let r = 0; r < presence.regions.length; r += 1) {
    const [from, to] = [rowStart[r] as number, rowStart[r + 1] as number];
    for (let i = from; i < to; i += 1) {
      const begin = (column[i] as number) * p;
      for (let j = i + 1; j < to; j += 1) {
        const cell = begin + (column[j] as number);
        proximity[cell] = (proximity[cell] as number) + 1;
      }
    }
  }
  for (let q = 0; q < p; q += 1) {
    const own = u[q] as number;
    if (own > 0) proximity[q * p + q] = diagonal;
    for (let k = q + 1; k < p; k += 1) {
      const together = proximity[q * p + k] as number;
      if (together === 0) continue;
      const other = u[k] as number;
      const near =
        variant === 'square-root' ? together / Math.sqrt(own * other) : together / Math.max(own, other);
      proximity[q * p + k] = variant === 'asymmetric' ? together / other : near;
      proximity[k * p + q] = variant === 'asymmetric' ? together / own : near;
    }
  }
  return proximity;
}

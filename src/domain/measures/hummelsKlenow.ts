import type { Measured } from '../measured.ts';

export interface HummelsKlenow {
  readonly extensive: Measured;
  readonly intensive: Measured;
  /** extensive × intensive: the region's exports of what the reference sells too, over the reference's. */
  readonly share: Measured;
  /** Exports of products that the reference does not sell: outside the margins. */
  readonly soleSupply: number;
}

/**
 * Hummels–Klenow margins of a region's exports against a reference (the world less the region, or say otherwise):
 * extensive Σ_{k∈K} W_k / Σ W_k over the products K that the region exports, intensive Σ_{k∈K} x_k / Σ_{k∈K} W_k; their
 * product is the share. Undefined where the reference sells nothing (`reference-base-zero`), the intensive margin where
 * nothing is shared (`no-match`). Source: Hummels, Klenow 2005.
 * @example hummelsKlenow(new Map([['a', 2]]), new Map([['a', 4], ['b', 4]])).extensive // { value: 0.5 }
 */
export function hummelsKlenow<Key>(
  region: ReadonlyMap<Key, number>,
  reference: ReadonlyMap<Key, number>,
): HummelsKlenow {
  let [world, shared, own, soleSupply] = [0, 0, 0, 0];
  for (const value of reference.values()) world += value;
  for (const [key, x] of region) {
    if (x === 0) continue;
    const theirs = reference.get(key) ?? 0;
    if (theirs === 0) soleSupply += x;
    else {
      shared += theirs;
      own += x;
    }
  }
  const none: Measured = { value: null, reason: 'reference-base-zero' };
  if (world === 0) return { extensive: none, intensive: none, share: none, soleSupply };
  return {
    extensive: { value: shared / world },
    intensive: shared === 0 ? { value: null, reason: 'no-match' } : { value: own / shared },
    share: { value: own / world },
    soleSupply,
  };
}

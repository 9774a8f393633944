import type { Measured } from '../measured.ts';

/**
 * Export market penetration (Brenton, Newfarmer 2007): of all pairs of a product that the region exports and a market
 * that buys it from anyone of the reference, the share of those that the region reaches; 0 to 1. Pairs are given as
 * product and market; the reference must hold the region. Undefined where the region exports nothing (`no-region-value`)
 * or the reference sells none of its products (`reference-zero`).
 * @example marketPenetration([['x', 'm']], [['x', 'm'], ['x', 'n'], ['y', 'm']]) // { value: 0.5 }
 */
export function marketPenetration(
  region: readonly (readonly [product: string, market: string])[],
  reference: readonly (readonly [product: string, market: string])[],
): Measured {
  if (region.length === 0) return { value: null, reason: 'no-region-value' };
  const own = new Set(region.map(([product]) => product));
  const possible = reference.filter(([product]) => own.has(product));
  if (possible.length === 0) return { value: null, reason: 'reference-zero' };
  const all = new Set(possible.map((pair) => JSON.stringify(pair)));
  const reached = new Set(region.map((pair) => JSON.stringify(pair)).filter((pair) => all.has(pair)));
  return { value: reached.size / all.size };
}

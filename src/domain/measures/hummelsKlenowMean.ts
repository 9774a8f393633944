import type { Measured } from '../measured.ts';
import { hummelsKlenow } from './hummelsKlenow.ts';

export interface HummelsKlenowMean {
  readonly extensive: Measured;
  readonly intensive: Measured;
  readonly share: Measured;
  /** Markets that count: where the region sells what the reference sells too. */
  readonly markets: number;
}

/**
 * Hummels–Klenow margins over markets: geometric means of the margins in each market, weighted by the logarithmic mean
 * of the market's shares in the region's and in the reference's exports (Sato–Vartia), the weights brought to 1. Markets
 * that the region does not reach have no margin and do not count. Extensive × intensive is the mean share. Undefined
 * (`no-match`) where no market counts. Source: Hummels, Klenow 2005.
 * @example hummelsKlenowMean([{ region: new Map([['a', 1]]), reference: new Map([['a', 2], ['b', 2]]) }]).extensive.value.toFixed(6) // '0.500000'
 */
export function hummelsKlenowMean<Key>(
  markets: readonly {
    readonly region: ReadonlyMap<Key, number>;
    readonly reference: ReadonlyMap<Key, number>;
  }[],
): HummelsKlenowMean {
  const totals = markets.map(({ region, reference }) => [sumOf(region), sumOf(reference)] as const);
  const own = totals.reduce((sum, [x]) => sum + x, 0);
  const world = totals.reduce((sum, [, w]) => sum + w, 0);
  let [weights, extensive, intensive, counted] = [0, 0, 0, 0];
  markets.forEach(({ region, reference }, place) => {
    const margins = hummelsKlenow(region, reference);
    if (!margins.extensive.value || !margins.intensive.value) return;
    const [x, w] = totals[place] as readonly [number, number];
    const weight = logarithmicMean(x / own, w / world);
    weights += weight;
    extensive += weight * Math.log(margins.extensive.value);
    intensive += weight * Math.log(margins.intensive.value);
    counted += 1;
  });
  if (weights === 0) {
    const none: Measured = { value: null, reason: 'no-match' };
    return { extensive: none, intensive: none, share: none, markets: 0 };
  }
  return {
    extensive: { value: Math.exp(extensive / weights) },
    intensive: { value: Math.exp(intensive / weights) },
    share: { value: Math.exp((extensive + intensive) / weights) },
    markets: counted,
  };
}

/**
 * Logarithmic mean (a − b) / (ln a − ln b) of two numbers above 0; a where they are equal.
 * @example logarithmicMean(1, Math.E).toFixed(6) // '1.718282'
 */
export function logarithmicMean(a: number, b: number): number {
  const difference = Math.log(a) - Math.log(b);
  return Math.abs(difference) < 1e-9 ? (a + b) / 2 : (a - b) / difference;
}

function sumOf<Key>(values: ReadonlyMap<Key, number>): number {
  let sum = 0;
  for (const x of values.values()) sum += x;
  return sum;
}

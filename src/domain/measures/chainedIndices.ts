import type { Measured } from '../measured.ts';
import type { PriceIndices } from './priceIndices.ts';

/**
 * Indices chained over successive periods: products of the links; coverage and the number of matched lines are the
 * least of the links. Undefined as the first link that is.
 * @example chainedIndices([priceIndices([{ valueBefore: 1, quantityBefore: 1, valueAfter: 2, quantityAfter: 1 }]), priceIndices([{ valueBefore: 2, quantityBefore: 1, valueAfter: 6, quantityAfter: 1 }])]).fisher // { value: 6 }
 */
export function chainedIndices(links: readonly PriceIndices[]): PriceIndices {
  const chain = (of: (link: PriceIndices) => Measured, join: (a: number, b: number) => number): Measured => {
    let whole: number | null = null;
    for (const link of links) {
      const one = of(link);
      if (one.value === null) return one;
      whole = whole === null ? one.value : join(whole, one.value);
    }
    return whole === null ? { value: null, reason: 'too-few-years' } : { value: whole };
  };
  const times = (a: number, b: number) => a * b;
  return {
    value: chain((link) => link.value, times),
    laspeyres: chain((link) => link.laspeyres, times),
    paasche: chain((link) => link.paasche, times),
    fisher: chain((link) => link.fisher, times),
    volume: chain((link) => link.volume, times),
    coverage: chain((link) => link.coverage, Math.min),
    matched: links.reduce((least, link) => Math.min(least, link.matched), Number.MAX_SAFE_INTEGER),
  };
}

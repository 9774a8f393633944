import type { Measured } from '../measured.ts';
import { withinMedianDeviations } from './medianDeviation.ts';

export interface PricedLine {
  readonly valueBefore: number;
  readonly quantityBefore: number;
  readonly valueAfter: number;
  readonly quantityAfter: number;
}

export interface PriceIndices {
  readonly value: Measured;
  readonly laspeyres: Measured;
  readonly paasche: Measured;
  readonly fisher: Measured;
  /** Value index over the Fisher price index: volume at matched lines. */
  readonly volume: Measured;
  /** Share of the later value that the matched lines hold. */
  readonly coverage: Measured;
  readonly matched: number;
}

/**
 * Price indices of unit values between two periods, previous = 1: Laspeyres Σu₁q₀/Σu₀q₀, Paasche Σu₁q₁/Σu₀q₁, Fisher
 * their geometric mean, over lines with value and quantity in both periods; the value index is of the same lines.
 * With `outliers` lines whose logarithm of the ratio of unit values is further than so many median absolute deviations
 * from the median are left out; what is matched and its share of the later value is told. Undefined without a matched
 * line (`no-match`). An index of unit values moves with the mix within a line too: it is no index of pure prices.
 * @example priceIndices([{ valueBefore: 10, quantityBefore: 10, valueAfter: 40, quantityAfter: 20 }]).fisher // { value: 2 }
 */
export function priceIndices(lines: readonly PricedLine[], outliers?: number): PriceIndices {
  const both = lines.filter(
    (line) =>
      line.valueBefore > 0 && line.quantityBefore > 0 && line.valueAfter > 0 && line.quantityAfter > 0,
  );
  const within =
    outliers === undefined
      ? null
      : withinMedianDeviations(
          both.map((line) =>
            Math.log(line.valueAfter / line.quantityAfter / (line.valueBefore / line.quantityBefore)),
          ),
          outliers,
        );
  const matched = within === null ? both : both.filter((_, place) => within[place]);
  const later = lines.reduce((sum, line) => sum + line.valueAfter, 0);
  if (matched.length === 0) {
    const none: Measured = { value: null, reason: 'no-match' };
    return {
      value: none,
      laspeyres: none,
      paasche: none,
      fisher: none,
      volume: none,
      coverage: later === 0 ? none : { value: 0 },
      matched: 0,
    };
  }
  const sum = (term: (line: PricedLine) => number) => matched.reduce((total, line) => total + term(line), 0);
  const before = sum((line) => line.valueBefore);
  const after = sum((line) => line.valueAfter);
  const laspeyres = sum((line) => (line.valueAfter / line.quantityAfter) * line.quantityBefore) / before;
  const paasche = after / sum((line) => (line.valueBefore / line.quantityBefore) * line.quantityAfter);
  const fisher = Math.sqrt(laspeyres * paasche);
  return {
    value: { value: after / before },
    laspeyres: { value: laspeyres },
    paasche: { value: paasche },
    fisher: { value: fisher },
    volume: { value: after / before / fisher },
    coverage: { value: after / later },
    matched: matched.length,
  };
}

import type { Measured } from '../measured.ts';
import { withinMedianDeviations } from './medianDeviation.ts';

export interface UnitValue {
  readonly unitValue: Measured;
  /** Share of the value that rows with a quantity, and within the bounds, hold. */
  readonly coverage: Measured;
}

/**
 * Unit value Σ value / Σ quantity over rows that have both, in one unit. With `outliers` rows whose logarithm of value
 * over quantity is further than so many median absolute deviations from the median are left out. Undefined where no row
 * has a quantity (`no-match`).
 * @example unitValue([{ value: 10, quantity: 5 }, { value: 4, quantity: 0 }]).unitValue // { value: 2 }
 */
export function unitValue(
  rows: readonly { readonly value: number; readonly quantity: number }[],
  outliers?: number,
): UnitValue {
  const all = rows.reduce((sum, row) => sum + row.value, 0);
  const both = rows.filter((row) => row.value > 0 && row.quantity > 0);
  const within =
    outliers === undefined
      ? null
      : withinMedianDeviations(
          both.map((row) => Math.log(row.value / row.quantity)),
          outliers,
        );
  let [value, quantity] = [0, 0];
  both.forEach((row, place) => {
    if (within !== null && within[place] !== true) return;
    value += row.value;
    quantity += row.quantity;
  });
  const none: Measured = { value: null, reason: 'no-match' };
  return {
    unitValue: quantity === 0 ? none : { value: value / quantity },
    coverage: all === 0 ? { value: null, reason: 'base-zero' } : { value: value / all },
  };
}

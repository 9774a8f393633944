import type { Measured } from './measured.ts';
import { median } from './measures/medianDeviation.ts';
import { defaultOutlierRule } from './quality/unitValueOutliers.ts';

/** Value and quantity of some rows, all in one unit. */
export interface PricedCell {
  readonly unit: string;
  readonly value: number;
  readonly quantity: number;
}

/**
 * The unit in which most of the value is told; of equal ones a supplementary unit before the weight. null where no
 * cell tells a quantity.
 * @example mainUnit([{ unit: 'kg', value: 10, quantity: 2 }, { unit: 'piece', value: 10, quantity: 5 }]) // 'piece'
 */
export function mainUnit(cells: readonly PricedCell[]): string | null {
  const values = new Map<string, number>();
  for (const cell of cells)
    if (cell.value > 0 && cell.quantity > 0) values.set(cell.unit, (values.get(cell.unit) ?? 0) + cell.value);
  const sorted = [...values].sort(
    (a, b) => b[1] - a[1] || Number(a[0] === 'kg') - Number(b[0] === 'kg') || (a[0] < b[0] ? -1 : 1),
  );
  return sorted[0]?.[0] ?? null;
}

export interface RobustUnitValue {
  readonly unitValue: Measured;
  /** Value of the cells that count. */
  readonly counted: number;
}

/**
 * Unit value Σ value / Σ quantity over cells of one unit. Where there are twelve or more, cells whose logarithm of value
 * over quantity lies further from the median than five robust standard deviations (1.4826 × the median absolute
 * deviation), and at least threefold, are left out: the rule of the quality check. Undefined without cells (`no-match`).
 * @example robustUnitValue([{ unit: 'kg', value: 10, quantity: 5 }, { unit: 'kg', value: 2, quantity: 1 }]).unitValue // { value: 2 }
 */
export function robustUnitValue(cells: readonly PricedCell[]): RobustUnitValue {
  const priced = cells.filter((cell) => cell.value > 0 && cell.quantity > 0);
  const logarithms = priced.map((cell) => Math.log(cell.value / cell.quantity));
  const middle = median(logarithms);
  const deviation = 1.4826 * median(logarithms.map((one) => Math.abs(one - middle)));
  const { deviations, factor, minimumRows } = defaultOutlierRule;
  const most = Math.max(deviations * deviation, Math.log(factor));
  const isJudged = priced.length >= minimumRows;
  let [value, quantity] = [0, 0];
  priced.forEach((cell, place) => {
    if (isJudged && Math.abs((logarithms[place] ?? 0) - middle) > most) return;
    value += cell.value;
    quantity += cell.quantity;
  });
  return {
    unitValue: quantity === 0 ? { value: null, reason: 'no-match' } : { value: value / quantity },
    counted: value,
  };
}

export interface Spread {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly observations: number;
}

/**
 * Median and quartiles (linear between the two nearest values, as type 7 of Hyndman and Fan 1996, the default of R and
 * of spreadsheets); null of nothing.
 * @example spreadOf([1, 2, 3, 4]) // { median: 2.5, lowerQuartile: 1.75, upperQuartile: 3.25, observations: 4 }
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below] ?? 0;
    return low + (place - below) * ((sorted[below + 1] ?? low) - low);
  };
  return {
    median: at(0.5),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
    observations: sorted.length,
  };
}

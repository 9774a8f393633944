/** A closed range that holds the true value; an open end is infinite inside the audit and `null` in its answers. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Outward allowance for the error of floating-point arithmetic, relative: ranges may grow by it, never shrink. */
const slack = 1e-12;

/**
 * The range of true values that a printed number stands for: half a unit of its last digit to either side. Spaces
 * part thousands; comma and point both part decimals; a true minus sign is read. Null where the text is no number.
 * @example printedInterval('0,1') // { lower: 0.05, upper: 0.15 }
 */
export function printedInterval(text: string): Interval | null {
  const plain = text.replace(/[\s\u00A0\u202F]/g, '').replace(/^[−–]/, '-');
  const parts = /^([+-]?)(\d+)(?:[.,](\d+))?$/.exec(plain);
  if (parts === null) return null;
  const digits = parts[3]?.length ?? 0;
  const half = 5 * 10 ** -(digits + 1);
  const value = Number(`${parts[1] === '-' ? '-' : ''}${parts[2]}.${parts[3] ?? '0'}`);
  const round = (one: number) => Number(one.toFixed(digits + 1));
  return { lower: round(value - half), upper: round(value + half) };
}

/** The single value. @example exactly(3) // { lower: 3, upper: 3 } */
export function exactly(value: number): Interval {
  return { lower: value, upper: value };
}

/** Range of products. @example times({ lower: 1, upper: 2 }, { lower: 3, upper: 4 }).upper > 7.99 // true */
export function times(left: Interval, right: Interval): Interval {
  const products = [
    left.lower * right.lower,
    left.lower * right.upper,
    left.upper * right.lower,
    left.upper * right.upper,
  ].map((one) => (Number.isNaN(one) ? 0 : one)); // 0 × an open end
  return outward(Math.min(...products), Math.max(...products));
}

/** Range of quotients of ranges of positive numbers; a divisor that may be 0 leaves the upper end open. @example over({ lower: 1, upper: 1 }, { lower: 2, upper: 4 }).upper > 0.49 // true */
export function over(left: Interval, right: Interval): Interval {
  const lowest = Math.max(0, right.lower);
  const upper = lowest === 0 ? Number.POSITIVE_INFINITY : Math.max(0, left.upper) / lowest;
  const lower =
    right.upper <= 0 || right.upper === Number.POSITIVE_INFINITY ? 0 : Math.max(0, left.lower) / right.upper;
  return outward(lower, upper);
}

/** Range of sums. @example plus({ lower: 1, upper: 2 }, { lower: 10, upper: 20 }).lower < 11 // true */
export function plus(left: Interval, right: Interval): Interval {
  return outward(left.lower + right.lower, left.upper + right.upper);
}

/** Range of differences. @example minus({ lower: 5, upper: 6 }, { lower: 1, upper: 2 }).upper > 4.99 // true */
export function minus(left: Interval, right: Interval): Interval {
  return outward(left.lower - right.upper, left.upper - right.lower);
}

/** Whether two ranges have a value in common. @example meet({ lower: 0, upper: 1 }, { lower: 1, upper: 2 }) // true */
export function meet(left: Interval, right: Interval): boolean {
  return left.lower <= right.upper && right.lower <= left.upper;
}

/** The smallest range that holds all of the ranges given. @example hull([{ lower: 0, upper: 1 }, { lower: 4, upper: 5 }]) // { lower: 0, upper: 5 } */
export function hull(ranges: readonly Interval[]): Interval {
  return {
    lower: Math.min(...ranges.map((one) => one.lower)),
    upper: Math.max(...ranges.map((one) => one.upper)),
  };
}

/** What two ranges have in common, or null. @example common({ lower: 0, upper: 2 }, { lower: 1, upper: 3 }) // { lower: 1, upper: 2 } */
export function common(left: Interval, right: Interval): Interval | null {
  const lower = Math.max(left.lower, right.lower);
  const upper = Math.min(left.upper, right.upper);
  return lower <= upper ? { lower, upper } : null;
}

function outward(lower: number, upper: number): Interval {
  return { lower: lower - Math.abs(lower) * slack, upper: upper + Math.abs(upper) * slack };
}

import type { Measured } from '../measured.ts';

/**
 * Growth of a value over the one before, b/a − 1. Undefined where the first is not above 0 (`zero-value`).
 * @example simpleGrowth(4, 5) // { value: 0.25 }
 */
export function simpleGrowth(before: number, after: number): Measured {
  return before > 0 ? { value: after / before - 1 } : { value: null, reason: 'zero-value' };
}

/**
 * Compound annual growth (b/a)^(1/n) − 1 over n years.
 * @example compoundGrowth(1, 4, 2) // { value: 1 }
 */
export function compoundGrowth(before: number, after: number, years: number): Measured {
  if (!(years > 0)) return { value: null, reason: 'too-few-years' };
  return before > 0 && after > 0
    ? { value: (after / before) ** (1 / years) - 1 }
    : { value: null, reason: 'zero-value' };
}

export interface LogLinearGrowth {
  /** exp(slope) − 1 of ln(value) on the year. */
  readonly growth: Measured;
  readonly slope: Measured;
  /** Standard error of the slope; undefined below three years. */
  readonly standardError: Measured;
  /** Standard deviation of what the line leaves, with n − 2 degrees of freedom. */
  readonly residualDeviation: Measured;
  readonly years: number;
  /** Years of 0, which a logarithm cannot use. */
  readonly leftOut: number;
}

/**
 * Growth by least squares through the logarithms (UNCTAD's way), gaps allowed: each year counts where it stands. Years
 * of 0 are left out and counted.
 * @example logLinearGrowth([[2000, 1], [2001, 2], [2003, 8]]).growth.value.toFixed(9) // '1.000000000'
 */
export function logLinearGrowth(
  series: readonly (readonly [year: number, value: number])[],
): LogLinearGrowth {
  const known = series.filter(([, value]) => value > 0);
  const leftOut = series.length - known.length;
  const n = known.length;
  const none = (reason: 'too-few-years'): LogLinearGrowth => {
    const nothing: Measured = { value: null, reason };
    return {
      growth: nothing,
      slope: nothing,
      standardError: nothing,
      residualDeviation: nothing,
      years: n,
      leftOut,
    };
  };
  if (n < 2) return none('too-few-years');
  const meanYear = known.reduce((sum, [year]) => sum + year, 0) / n;
  const meanLog = known.reduce((sum, [, value]) => sum + Math.log(value), 0) / n;
  const squares = known.reduce((sum, [year]) => sum + (year - meanYear) ** 2, 0);
  if (squares === 0) return none('too-few-years');
  const slope =
    known.reduce((sum, [year, value]) => sum + (year - meanYear) * (Math.log(value) - meanLog), 0) / squares;
  const left = known.reduce(
    (sum, [year, value]) => sum + (Math.log(value) - meanLog - slope * (year - meanYear)) ** 2,
    0,
  );
  const few: Measured = { value: null, reason: 'too-few-years' };
  return {
    growth: { value: Math.exp(slope) - 1 },
    slope: { value: slope },
    standardError: n < 3 ? few : { value: Math.sqrt(left / (n - 2) / squares) },
    residualDeviation: n < 3 ? few : { value: Math.sqrt(left / (n - 2)) },
    years: n,
    leftOut,
  };
}

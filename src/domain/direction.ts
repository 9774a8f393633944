import type { UndefinedReason } from './measured.ts';
import { logLinearGrowth } from './measures/growth.ts';
import { studentQuantile } from './studentQuantile.ts';

export const directions = ['rising', 'falling', 'stable', 'volatile'] as const;
export type DirectionName = (typeof directions)[number];

/** Years that a direction needs. */
export const yearsForDirection = 5;
/** Residual standard deviation of the logarithm from which a path without trend is volatile. */
export const volatileFrom = 0.15;
const confidence = 0.9;
const roundingOfSlope = 1e-13;

/** Where a path goes, with everything that the test rests on. */
export interface Direction {
  readonly direction: DirectionName | null;
  readonly reason: UndefinedReason | null;
  /** exp(slope) − 1, and the ends of its 90 % interval. */
  readonly growthPerYear: number | null;
  readonly growthLower: number | null;
  readonly growthUpper: number | null;
  /** Of the logarithm, a year. */
  readonly slope: number | null;
  readonly standardError: number | null;
  /** Half-width of the interval in standard errors: Student's t with `years` − 2 degrees of freedom. */
  readonly quantile: number | null;
  readonly residualDeviation: number | null;
  /** Years used. */
  readonly years: number;
  readonly zeroYears: readonly number[];
}

/**
 * Direction of a path over years: `rising` or `falling` where the 90 % interval of the slope of the logarithm
 * (least squares, Student's t with n − 2 degrees of freedom) excludes 0; otherwise `stable` where the residual
 * standard deviation of the logarithm is below 0.15, else `volatile`. Gaps are allowed: each year counts where it
 * stands. Years of 0 are left out and named; fewer than five years left: no direction (`too-few-years`).
 * @example directionOf([[2015, 1], [2016, 1.1], [2017, 1.2], [2018, 1.35], [2019, 1.5]]).direction // 'rising'
 */
export function directionOf(series: readonly (readonly [year: number, value: number])[]): Direction {
  const zeroYears = series.filter(([, value]) => !(value > 0)).map(([year]) => year);
  const fit = logLinearGrowth(series);
  const nothing: Direction = {
    direction: null,
    reason: 'too-few-years',
    growthPerYear: null,
    growthLower: null,
    growthUpper: null,
    slope: null,
    standardError: null,
    quantile: null,
    residualDeviation: null,
    years: fit.years,
    zeroYears,
  };
  const [slope, error, deviation] = [fit.slope.value, fit.standardError.value, fit.residualDeviation.value];
  if (fit.years < yearsForDirection || slope === null || error === null || deviation === null) return nothing;
  const quantile = studentQuantile(confidence, fit.years - 2);
  // A path on its line but for rounding has a slope of its own only where that is more than rounding.
  const [lower, upper] = [slope - quantile * error, slope + quantile * error];
  const direction =
    lower > roundingOfSlope
      ? 'rising'
      : upper < -roundingOfSlope
        ? 'falling'
        : deviation < volatileFrom
          ? 'stable'
          : 'volatile';
  return {
    ...nothing,
    direction,
    reason: null,
    growthPerYear: Math.exp(slope) - 1,
    growthLower: Math.exp(lower) - 1,
    growthUpper: Math.exp(upper) - 1,
    slope,
    standardError: error,
    quantile,
    residualDeviation: deviation,
  };
}

import { logLinearGrowth } from '../measures/growth.ts';

/** The straight line through an indicator's years, and what it leads to. */
export interface IndicatorTrend {
  readonly years: number;
  /** Units of the indicator a year, by least squares; null below three years. */
  readonly perYear: number | null;
  /**
   * Rising or falling where the 90 % interval of the logarithm's slope excludes 0; otherwise stable where the residual
   * deviation is below 0.15, else volatile; null below five years above 0.
   */
  readonly direction: 'rising' | 'falling' | 'stable' | 'volatile' | null;
  /** Value of the line in a year. */
  readonly valueIn: (year: number) => number | null;
}

/** 95 % point of Student's t by degrees of freedom 1 to 30 (printed tables); the normal one beyond. */
const student = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753,
  1.746, 1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697,
] as const;
const stableBelow = 0.15;
const fewestForLine = 3;
const fewestForDirection = 5;

/**
 * Trend of an indicator over the years that have a value; gaps are allowed.
 * @example indicatorTrend([[2017, 4], [2018, 5], [2019, 6]]).perYear // 1
 */
export function indicatorTrend(points: readonly (readonly [year: number, value: number])[]): IndicatorTrend {
  const n = points.length;
  const line = n < fewestForLine ? null : leastSquares(points);
  return {
    years: n,
    perYear: line?.slope ?? null,
    direction: directionOf(points),
    valueIn: (year) => (line === null ? null : line.meanValue + line.slope * (year - line.meanYear)),
  };
}

function leastSquares(points: readonly (readonly [number, number])[]) {
  const n = points.length;
  const meanYear = points.reduce((sum, [year]) => sum + year, 0) / n;
  const meanValue = points.reduce((sum, [, value]) => sum + value, 0) / n;
  const squares = points.reduce((sum, [year]) => sum + (year - meanYear) ** 2, 0);
  const products = points.reduce((sum, [year, value]) => sum + (year - meanYear) * (value - meanValue), 0);
  return { meanYear, meanValue, slope: products / squares };
}

function directionOf(points: readonly (readonly [number, number])[]): IndicatorTrend['direction'] {
  const { slope, standardError, residualDeviation, years } = logLinearGrowth(points);
  if (years < fewestForDirection || slope.value === null || standardError.value === null) return null;
  const reach = (student[years - 3] ?? 1.645) * standardError.value;
  if (slope.value - reach > 0) return 'rising';
  if (slope.value + reach < 0) return 'falling';
  return (residualDeviation.value ?? 0) < stableBelow ? 'stable' : 'volatile';
}

/** Why a trend leads to no year. */
export type NoYear = 'met' | 'too-few-years' | 'away' | 'too-far';
const farthest = 100;

/**
 * The first year after `from` in which the line of a trend meets a bound missed now; the line may already be past it
 * (then the year after). Null with a reason: fewer than three years, a line that leads away, more than a hundred years.
 * @example yearMet(indicatorTrend([[2017, 4], [2018, 5], [2019, 6]]), 2019, 10, 'below') // { year: 2023 }
 */
export function yearMet(
  trend: IndicatorTrend,
  from: number,
  bound: number,
  side: 'below' | 'above',
): { readonly year: number } | { readonly year: null; readonly reason: NoYear } {
  if (trend.perYear === null) return { year: null, reason: 'too-few-years' };
  const towards = side === 'below' ? trend.perYear > 0 : trend.perYear < 0;
  if (!towards) return { year: null, reason: 'away' };
  for (let year = from + 1; year <= from + farthest; year += 1) {
    const value = trend.valueIn(year) ?? 0;
    const close = 1e-9 * Math.max(1, Math.abs(bound));
    if (side === 'below' ? value >= bound - close : value <= bound + close) return { year };
  }
  return { year: null, reason: 'too-far' };
}

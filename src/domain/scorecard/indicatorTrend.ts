import { type DirectionName, directionOf } from '../direction.ts';

/** The straight line through an indicator's years, and what it leads to. */
export interface IndicatorTrend {
  readonly years: number;
  /** Units of the indicator a year, by least squares; null below three years. */
  readonly perYear: number | null;
  /** By `directionOf`; null below five years above 0. */
  readonly direction: DirectionName | null;
  /** Value of the line in a year. */
  readonly valueIn: (year: number) => number | null;
}

const fewestForLine = 3;

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
    direction: directionOf(points).direction,
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

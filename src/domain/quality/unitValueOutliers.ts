import { type Bin, binnedSpread } from './binnedSpread.ts';

/** Bins of the natural logarithm of a unit value are this wide: 5 %. */
export const unitValueBinWidth = 0.05;

export interface ValuedBin extends Bin {
  /** Value of the rows of the bin. */
  readonly value: number;
}

export interface OutlierRule {
  /** Robust standard deviations from the median beyond which a unit value is an outlier. */
  readonly deviations: number;
  /** And at least this many times above or below the median. */
  readonly factor: number;
  /** Products with fewer rows are not judged. */
  readonly minimumRows: number;
}

/** Customs prices within one line spread widely: five deviations, and threefold at least, from twelve rows on. */
export const defaultOutlierRule: OutlierRule = { deviations: 5, factor: 3, minimumRows: 12 };

export interface UnitValueOutliers {
  /** Median unit value of the product. */
  readonly median: number;
  /** Unit values below `low` or from `high` on are outliers; both are edges of bins. */
  readonly low: number;
  readonly high: number;
  /** Edges as bins: outliers are `bin < lowBin` and `bin >= highBin`. */
  readonly lowBin: number;
  readonly highBin: number;
  readonly rows: number;
  readonly value: number;
}

/**
 * Outliers among the unit values of one product in one unit: |ln u − median| > max(deviations × 1.4826 × MAD,
 * ln factor), the median absolute deviation being taken over ln u. Bounds are moved outward to the edge of a bin
 * of 5 %. Null where the product has too few rows to be judged. The method is that of Iglewicz and Hoaglin (1993),
 * *How to Detect and Handle Outliers*, on logarithms.
 * @example unitValueOutliers([{ bin: 0, rows: 30, value: 30 }, { bin: 100, rows: 1, value: 5 }])?.rows // 1
 */
export function unitValueOutliers(
  bins: readonly ValuedBin[],
  rule: OutlierRule = defaultOutlierRule,
): UnitValueOutliers | null {
  const rows = bins.reduce((sum, one) => sum + one.rows, 0);
  if (rows === 0 || rows < rule.minimumRows) return null;
  const { median, spread } = binnedSpread(bins, unitValueBinWidth);
  const distance = Math.max(rule.deviations * spread, Math.log(rule.factor));
  const lowBin = Math.floor((median - distance) / unitValueBinWidth + 1e-9);
  const highBin = Math.ceil((median + distance) / unitValueBinWidth - 1e-9);
  const outside = bins.filter((one) => one.bin < lowBin || one.bin >= highBin);
  return {
    median: Math.exp(median),
    low: Math.exp(lowBin * unitValueBinWidth),
    high: Math.exp(highBin * unitValueBinWidth),
    lowBin,
    highBin,
    rows: outside.reduce((sum, one) => sum + one.rows, 0),
    value: outside.reduce((sum, one) => sum + one.value, 0),
  };
}

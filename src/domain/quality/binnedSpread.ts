/** Rows whose measure falls between `bin` and `bin + 1` widths. */
export interface Bin {
  readonly bin: number;
  readonly rows: number;
}

export interface BinnedSpread {
  readonly rows: number;
  /** In the measure's own unit: middle of the bin that holds the median. */
  readonly median: number;
  /** 1.4826 × the median absolute deviation, which for a normal distribution is its standard deviation. */
  readonly spread: number;
}

/**
 * Median and robust spread of a measure of which only a histogram is known, so that any number of rows can be judged
 * in bounded memory. Exact to half a bin. With an even number of rows the median is the mean of the two middle ones.
 * @throws RangeError where there are no rows or the width is not positive
 * @example binnedSpread([{ bin: 0, rows: 1 }, { bin: 1, rows: 2 }, { bin: 9, rows: 1 }], 1) // { rows: 4, median: 1.5, spread: 0.7413 }
 */
export function binnedSpread(bins: readonly Bin[], width: number): BinnedSpread {
  const rows = bins.reduce((sum, one) => sum + one.rows, 0);
  if (rows <= 0 || !(width > 0)) throw new RangeError('A spread needs rows and a positive width of bins');
  const middle = weightedMedian(bins.map((one) => ({ value: one.bin + 0.5, rows: one.rows })));
  const deviation = weightedMedian(
    bins.map((one) => ({ value: Math.abs(one.bin + 0.5 - middle), rows: one.rows })),
  );
  return { rows, median: middle * width, spread: 1.4826 * deviation * width };
}

/**
 * The median of values that occur several times each.
 * @example weightedMedian([{ value: 3, rows: 1 }, { value: 1, rows: 1 }]) // 2
 */
export function weightedMedian(values: readonly { readonly value: number; readonly rows: number }[]): number {
  const sorted = [...values].filter((one) => one.rows > 0).sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, one) => sum + one.rows, 0);
  if (total <= 0) throw new RangeError('A median needs values');
  const at = (place: number): number => {
    let seen = 0;
    for (const one of sorted) {
      seen += one.rows;
      if (seen >= place) return one.value;
    }
    return sorted.at(-1)?.value ?? Number.NaN;
  };
  const lower = at(Math.floor((total + 1) / 2));
  return total % 2 === 1 ? lower : (lower + at(total / 2 + 1)) / 2;
}

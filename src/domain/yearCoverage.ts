/** Months of one year that data tells of; 0 stands for rows of the whole year. */
interface MonthsOfYear {
  readonly year: number;
  readonly months: readonly number[];
}

/**
 * Months of a year that data does not tell of; none where rows are of the whole year.
 * @example missingMonths([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) // [11, 12]
 */
export function missingMonths(months: readonly number[]): readonly number[] {
  if (months.includes(0)) return [];
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => !months.includes(month));
}

/**
 * The last month of the last year, or the year where its rows are of the whole year; null without data.
 * @example lastPeriodOf([{ year: 2021, months: [1, 2] }]) // '2021-02'
 */
export function lastPeriodOf(coverage: readonly MonthsOfYear[]): string | null {
  const last = [...coverage].sort((a, b) => a.year - b.year).at(-1);
  if (last === undefined) return null;
  if (last.months.includes(0)) return String(last.year);
  return `${last.year}-${String(Math.max(...last.months)).padStart(2, '0')}`;
}

/**
 * The last year without a missing month; null where there is none.
 * @example lastWholeYearOf([{ year: 2020, months: [0] }, { year: 2021, months: [1, 2] }]) // 2020
 */
export function lastWholeYearOf(coverage: readonly MonthsOfYear[]): number | null {
  const whole = coverage.filter(({ months }) => missingMonths(months).length === 0);
  return whole.length === 0 ? null : Math.max(...whole.map(({ year }) => year));
}

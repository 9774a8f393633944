/**
 * Months of a year that its data lacks, and whether months stand beside rows of the whole year (month 0), which
 * would count twice.
 * @example missingMonths([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) // { missing: [12], mixed: false }
 * @example missingMonths([0]) // { missing: [], mixed: false }
 */
export function missingMonths(held: readonly number[]): {
  readonly missing: readonly number[];
  readonly mixed: boolean;
} {
  const whole = held.includes(0);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return {
    missing: whole ? [] : months.filter((month) => !held.includes(month)),
    mixed: whole && held.some((month) => month > 0),
  };
}

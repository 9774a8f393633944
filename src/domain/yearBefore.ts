/** Years that a change is looked at over where none are chosen. */
const usualSpan = 5;

/**
 * The year that a year is compared with where none is chosen: the earliest that is at most five years before, else the
 * latest before it; null: there is none. `years` in any order.
 *
 * @example yearBefore([2013, 2016, 2018, 2020], 2020) // 2016
 */
export function yearBefore(years: readonly number[], year: number): number | null {
  const before = years.filter((one) => one < year).sort((a, b) => a - b);
  return before.find((one) => one >= year - usualSpan) ?? before.at(-1) ?? null;
}

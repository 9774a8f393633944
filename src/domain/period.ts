/** A span of whole years, or of months of one or more years. */
export interface Period {
  readonly fromYear: number;
  readonly toYear: number;
  /** Months 1 to 12 within each year; null: whole years. */
  readonly months: { readonly from: number; readonly to: number } | null;
}

/**
 * Reads `2019`, `2017..2019`, `2019-03`, `2019-01..2019-06`. Null where the text is none of these or runs backwards.
 * @example parsePeriod('2019-01..2019-06') // { fromYear: 2019, toYear: 2019, months: { from: 1, to: 6 } }
 */
export function parsePeriod(text: string): Period | null {
  const years = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text);
  if (years !== null) {
    const fromYear = Number(years[1]);
    const toYear = Number(years[2] ?? years[1]);
    return fromYear <= toYear ? { fromYear, toYear, months: null } : null;
  }
  const months = /^(\d{4})-(\d{2})(?:\.\.(\d{4})-(\d{2}))?$/.exec(text);
  if (months === null) return null;
  const year = Number(months[1]);
  const from = Number(months[2]);
  const to = Number(months[4] ?? months[2]);
  if (Number(months[3] ?? year) !== year || from < 1 || to > 12 || from > to) return null;
  return { fromYear: year, toYear: year, months: { from, to } };
}

/** @example periodText({ fromYear: 2019, toYear: 2019, months: null }) // '2019' */
export function periodText(period: Period): string {
  const { fromYear, toYear, months } = period;
  if (months === null) return fromYear === toYear ? String(fromYear) : `${fromYear}..${toYear}`;
  return `${fromYear}-${two(months.from)}..${toYear}-${two(months.to)}`;
}

/** The same months, or the same number of years, before. @example periodText(periodBefore({ fromYear: 2019, toYear: 2019, months: null })) // '2018' */
export function periodBefore(period: Period): Period {
  const span = period.toYear - period.fromYear + 1;
  return { ...period, fromYear: period.fromYear - span, toYear: period.toYear - span };
}

/**
 * Last month of the period, `YYYY-MM`: a territory belongs where it belonged then.
 * @example lastMonth({ fromYear: 2019, toYear: 2019, months: null }) // '2019-12'
 */
export function lastMonth(period: Period): string {
  return `${period.toYear}-${two(period.months?.to ?? 12)}`;
}

function two(month: number): string {
  return String(month).padStart(2, '0');
}

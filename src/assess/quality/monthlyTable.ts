import { monthlyValues } from '../../store/queries/quality/monthlyValues.ts';
import type { QualityContext } from './context.ts';

export interface MonthlyValue {
  readonly year: number;
  readonly month: number;
  readonly region: string;
  readonly rows: number;
  /** In the one currency of the data, so that exchange rates make no breaks; in dollars where there are several. */
  readonly value: number;
  readonly valueUsd: number | null;
}

/** Values by year, month and region, which coverage and breaks are read from. */
export async function monthlyTable(context: QualityContext): Promise<readonly MonthlyValue[]> {
  const rows = await context.workspace.engine.query(monthlyValues(context.slice));
  const oneCurrency = new Set(rows.map((row) => row.currency)).size <= 1;
  const sums = new Map<string, MonthlyValue>();
  for (const row of rows) {
    const key = `${row.year} ${row.month} ${row.region}`;
    const known = sums.get(key);
    const usd = typeof row.value_usd === 'number' ? row.value_usd : null;
    sums.set(key, {
      year: Number(row.year),
      month: Number(row.month),
      region: String(row.region),
      rows: (known?.rows ?? 0) + Number(row.rows),
      value: (known?.value ?? 0) + (oneCurrency ? Number(row.value ?? 0) : (usd ?? 0)),
      valueUsd:
        usd === null || (known !== undefined && known.valueUsd === null)
          ? null
          : (known?.valueUsd ?? 0) + usd,
    });
  }
  return [...sums.values()];
}

/** Months that a year holds. */
export function monthsOf(table: readonly MonthlyValue[], year: number): readonly number[] {
  return [...new Set(table.filter((one) => one.year === year).map((one) => one.month))].sort((a, b) => a - b);
}

/** Values by region over some months of a year (month 0 always counts). */
export function regionValues(
  table: readonly MonthlyValue[],
  year: number,
  months: readonly number[] | null,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of table) {
    if (one.year !== year || (months !== null && one.month !== 0 && !months.includes(one.month))) continue;
    sums.set(one.region, (sums.get(one.region) ?? 0) + one.value);
  }
  return sums;
}

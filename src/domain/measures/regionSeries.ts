import type { MeasureContext } from './measureContext.ts';
import { periodsOf, rowsWhere } from './tradeColumns.ts';

export interface RegionSeries {
  readonly regions: readonly string[];
  /** Value of a region in a period; 0 where it has none. */
  at(region: number, period: string): number;
  /** Year and value, in the order of time, of the periods from `from` to `to` of the options. */
  series(region: number): readonly (readonly [year: number, value: number])[];
}

/**
 * Totals of regions by period. A region without rows in a period has 0 there; a year without any rows is a gap.
 * @example regionSeries(measureContext(tradeColumnsOf({ region: ['A', 'A'], period: ['2019', '2020'], value: [1, 2] }))).series(0) // [[2019, 1], [2020, 2]]
 */
export function regionSeries(context: MeasureContext): RegionSeries {
  const { columns, options } = context;
  const region = columns.region ?? { labels: [], codes: [] };
  const period = columns.period ?? { labels: [], codes: [] };
  const width = period.labels.length;
  const sums = new Float64Array(region.labels.length * width);
  const rows = rowsWhere(columns, columns.flow === undefined ? {} : { flow: options.flow ?? 'export' });
  const count = rows?.length ?? columns.value.length;
  for (let place = 0; place < count; place += 1) {
    const row = rows === null ? place : (rows[place] as number);
    const cell = (region.codes[row] as number) * width + (period.codes[row] as number);
    sums[cell] = (sums[cell] as number) + (columns.value[row] as number);
  }
  const at = (r: number, label: string) => sums[r * width + period.labels.indexOf(label)] ?? 0;
  const { from, to } = options;
  const chosen = periodsOf(columns).filter(
    (label) => (from === undefined || label >= from) && (to === undefined || label <= to),
  );
  return {
    regions: region.labels,
    at,
    series: (r) => chosen.map((label) => [yearOf(label), at(r, label)] as const),
  };
}

/**
 * The year that a period begins with; months and quarters are parts of a year.
 * @example [yearOf('2019'), yearOf('2019-07'), yearOf('2019-Q3')] // [2019, 2019.5, 2019.5]
 */
export function yearOf(period: string): number {
  const found = /^(\d{4})(?:-?(?:(\d{2})|[QqКк](\d)))?/.exec(period);
  if (found === null) return Number(period);
  const part = found[2] === undefined ? (Number(found[3] ?? 1) - 1) / 4 : (Number(found[2]) - 1) / 12;
  return Number(found[1]) + part;
}

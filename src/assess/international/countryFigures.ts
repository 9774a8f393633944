import type { CountryComparisonRow } from '../../api/countryComparison.ts';
import { chainIndex } from '../../domain/chainIndex.ts';
import { membersAt } from '../../domain/membersAt.ts';
import type { SeriesReader } from '../../store/series.ts';
import type { ResolvedComparison } from './comparisonOptions.ts';

/** Indicators of the World Bank that a comparison rests on. */
export const indicators = {
  exports: 'TX.VAL.MRCH.CD.WT',
  highTech: 'TX.VAL.TECH.CD',
  shareOfManufactured: 'TX.VAL.TECH.MF.ZS',
  unitValue: 'TX.UVI.MRCH.XD.WD',
  volume: 'TX.QTY.MRCH.XD.WD',
} as const;
export type IndicatorName = keyof typeof indicators;

export interface CountrySeries {
  /** Value of one country or aggregate, or null. */
  of(name: IndicatorName, territory: string, year: number): number | null;
  has(name: IndicatorName): boolean;
  /** Countries (no aggregates) with a value. */
  countries(name: IndicatorName, year: number): readonly string[];
  /** The year in which the published volume index is 100; null where no year is it for most countries. */
  readonly volumeBase: number | null;
}

export function countrySeries(reader: SeriesReader, options: ResolvedComparison): CountrySeries {
  const known = new Set(
    options.dictionary.territories.filter((one) => one.kind === 'region').map((one) => one.id),
  );
  const values = (name: IndicatorName) => reader.values(indicators[name]);
  return {
    volumeBase: baseYearOf([...(values('volume')?.values() ?? [])]),
    has: (name) => values(name) !== null,
    of: (name, territory, year) => values(name)?.get(`${territory} ${year}`)?.value ?? null,
    countries: (name, year) =>
      [...(values(name)?.values() ?? [])]
        .filter((one) => one.year === year && known.has(one.territory))
        .map((one) => one.territory)
        .sort(),
  };
}

/** The year in which most countries stand at 100. */
function baseYearOf(values: readonly { readonly year: number; readonly value: number }[]): number | null {
  const years = [...new Set(values.map((one) => one.year))];
  const share = (year: number) => {
    const there = values.filter((one) => one.year === year);
    return there.filter((one) => Math.abs(one.value - 100) < 1e-6).length / there.length;
  };
  return years.find((year) => share(year) > 0.5) ?? null;
}

/**
 * Exports of one country in the valuation: current dollars; those divided by the unit value index; or dollars of the
 * base year of the published volume index, moved by that index.
 */
export function exportsOf(
  series: CountrySeries,
  options: Pick<ResolvedComparison, 'valuation'>,
  territory: string,
  year: number,
): number | null {
  if (options.valuation === 'volume-index') {
    const index = series.of('volume', territory, year);
    const base = series.volumeBase === null ? null : series.of('exports', territory, series.volumeBase);
    return index === null || base === null ? null : (base * index) / 100;
  }
  const value = series.of('exports', territory, year);
  if (options.valuation === 'current' || value === null) return value;
  const deflator = series.of('unitValue', territory, year);
  return deflator === null || deflator === 0 ? null : (value / deflator) * 100;
}

/** Who counts in a territory's exports of a year. */
export type MembersOf = (year: number) => readonly string[];

/** A territory of a comparison; the world is its published aggregate, or a group of all countries. */
export interface Place {
  readonly level: CountryComparisonRow['level'];
  readonly id: string;
  readonly members: MembersOf;
  readonly isGroup: boolean;
}

/**
 * Members of a group. Fixed: those of December of the last year that have exports in every year, so that the chain of
 * yearly indices equals the direct index. Moving: those of December of each year.
 */
export function membersOfGroup(series: CountrySeries, options: ResolvedComparison, group: string): MembersOf {
  const years = yearsOf(options);
  if (options.membership === 'moving') return (year) => membersAt(options.dictionary, group, `${year}-12`);
  const fixed = membersAt(options.dictionary, group, `${options.to}-12`).filter((member) =>
    years.every((year) => exportsOf(series, options, member, year) !== null),
  );
  return () => fixed;
}

/** Every year that the figures touch: the one before the first, for its index. */
export function yearsOf(options: Pick<ResolvedComparison, 'from' | 'to' | 'chainFrom'>): readonly number[] {
  const first = Math.min(options.from - 1, options.chainFrom);
  return Array.from({ length: options.to - first + 1 }, (_, place) => first + place);
}

/** Sum over members with a value in the year; null where none has one. */
export function sumOf(members: readonly string[], value: (member: string) => number | null): number | null {
  const known = members.map(value).filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** Index of a year to the year before, over the members of the year that have both. */
export function yearlyIndex(
  series: CountrySeries,
  options: ResolvedComparison,
  members: MembersOf,
  year: number,
): number | null {
  const both = members(year).filter((member) =>
    [year - 1, year].every((one) => exportsOf(series, options, member, one) !== null),
  );
  const now = sumOf(both, (member) => exportsOf(series, options, member, year));
  const before = sumOf(both, (member) => exportsOf(series, options, member, year - 1));
  return now === null || before === null || before === 0 ? null : (now / before) * 100;
}

/** The yearly indices from the base year chained; null before the base year. */
export function chainedTo(
  series: CountrySeries,
  options: ResolvedComparison,
  members: MembersOf,
  year: number,
): number | null {
  if (year < options.chainFrom) return null;
  const links = Array.from({ length: year - options.chainFrom }, (_, place) => options.chainFrom + place + 1);
  return chainIndex(links.map((one) => yearlyIndex(series, options, members, one)));
}

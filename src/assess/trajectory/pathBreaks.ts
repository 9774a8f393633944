import type { PathBreak } from '../../api/trajectory.ts';
import type { TerritoryDictionary } from '../../domain/territory.ts';
import type { YearlyRows } from './yearlyRows.ts';

/** Share of the country's total from which a region that appears or disappears breaks the paths of all. */
export const noticeableShare = 0.001;

/** Breaks of all paths: editions (unless all is read in one), years without data or rate, months, regions that come and go. */
export function commonBreaks(
  years: readonly YearlyRows[],
  territories: TerritoryDictionary,
  inOneEdition: boolean,
): readonly PathBreak[] {
  const breaks: PathBreak[] = [];
  const put = (year: number, kind: PathBreak['kind'], ru: string, en: string) =>
    breaks.push({ year, kind, message: { ru, en } });
  let before: YearlyRows | null = null;
  const rateless = years.filter((one) => one.withoutRate).map((one) => one.year);
  if (rateless.length > 0) {
    put(
      rateless.at(-1) ?? 0,
      'no-rate',
      `нет курса к доллару, годы не вошли: ${spanText(rateless)}`,
      `no dollar rate, the years are left out: ${spanText(rateless)}`,
    );
  }
  for (const one of years) {
    if (one.withoutRate) continue;
    const { year, editions, months } = one;
    if (!months.includes(0) && months.length < 12)
      put(
        year,
        'missing-months',
        `месяцев в году: ${months.length} из 12`,
        `months of the year: ${months.length} of 12`,
      );
    if (before !== null) {
      if (year - before.year > 1) {
        const gap = Array.from({ length: year - before.year - 1 }, (_, step) => year - step - 1).reverse();
        put(year, 'no-data', `нет данных за ${spanText(gap)}`, `no data for ${spanText(gap)}`);
      }
      const [was, is] = [before.editions.join('+'), editions.join('+')];
      if (was !== is && !inOneEdition)
        put(year, 'edition', `номенклатура ${was} → ${is}`, `nomenclature ${was} → ${is}`);
      const came = difference(one, before, territories);
      const went = difference(before, one, territories);
      if (came.length > 0)
        put(
          year,
          'regions-appear',
          `появились в данных: ${named(came, 'ru')}`,
          `appear in the data: ${named(came, 'en')}`,
        );
      if (went.length > 0)
        put(
          year,
          'regions-disappear',
          `нет в данных: ${named(went, 'ru')}`,
          `no longer in the data: ${named(went, 'en')}`,
        );
    }
    before = one;
  }
  return breaks.sort((a, b) => a.year - b.year);
}

/** Years in which the members of a district are others than the year before. */
export function memberBreaks(years: readonly YearlyRows[], district: string): readonly PathBreak[] {
  return years.flatMap((one, place): PathBreak[] => {
    const before = years[place - 1];
    if (before === undefined || before.withoutRate || one.withoutRate) return [];
    const [was, is] = [before.members.get(district) ?? [], one.members.get(district) ?? []];
    const came = is.filter((region) => !was.includes(region) && before.totals.has(region));
    const went = was.filter((region) => !is.includes(region) && one.totals.has(region));
    if (came.length + went.length === 0) return [];
    const change = [...came.map((region) => `+${region}`), ...went.map((region) => `−${region}`)].join(', ');
    return [
      {
        year: one.year,
        kind: 'district-members',
        message: {
          ru: `состав округа изменился: ${change}`,
          en: `the district has other members: ${change}`,
        },
      },
    ];
  });
}

/** Regions of the dictionary with a noticeable share in one year and nothing in the other. */
function difference(one: YearlyRows, other: YearlyRows, territories: TerritoryDictionary) {
  const total = [...one.totals.values()].reduce((sum, value) => sum + value, 0);
  return territories.territories.filter(
    (region) =>
      region.kind === 'region' &&
      !other.totals.has(region.id) &&
      (one.totals.get(region.id) ?? 0) > noticeableShare * total,
  );
}

function named(regions: ReturnType<typeof difference>, language: 'ru' | 'en'): string {
  const shown = regions.slice(0, 5).map((region) => region.name[language]);
  const more = regions.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? (language === 'ru' ? ` и ещё ${more}` : ` and ${more} more`) : ''}`;
}

/** @example spanText([2001, 2002, 2005]) // '2001–2002, 2005' */
export function spanText(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const open = spans.at(-1);
    if (open !== undefined && year === open[1] + 1) open[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

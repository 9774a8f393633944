import type { QualityFinding, QualityItem } from '../../api/check.ts';
import { formatSignificant } from '../../domain/formatNumber.ts';
import { breaksBetween, type SeriesBreak } from '../../domain/quality/breaksBetween.ts';
import { chapterValues } from '../../store/queries/quality/chapterValues.ts';
import { findingOf, groupedBy, type QualityContext, regionName } from './context.ts';
import { type MonthlyValue, monthsOf, regionValues } from './monthlyTable.ts';

/** A country's trade seldom doubles or halves from one year to the next. */
const countryFactor = 2;

type Names = (id: string) => { readonly ru: string; readonly en: string };

/** Breaks between neighbouring years: of the country, of regions, of chapters, of the edition. */
export async function breakFindings(
  context: QualityContext,
  table: readonly MonthlyValue[],
): Promise<readonly QualityFinding[]> {
  const chapters = await context.workspace.engine.query(chapterValues(context.slice));
  const oneCurrency = new Set(chapters.map((row) => row.currency)).size <= 1;
  const country: QualityItem[] = [];
  const regions: QualityItem[] = [];
  const ofChapters: QualityItem[] = [];
  const editions: QualityItem[] = [];
  for (const [place, year] of context.years.entries()) {
    const before = context.years[place - 1];
    if (before === undefined || before !== year - 1) continue;
    const months = commonMonths(monthsOf(table, before), monthsOf(table, year));
    if (months !== 'none') {
      const [a, b] = [regionValues(table, before, months), regionValues(table, year, months)];
      const [sumA, sumB] = [total(a), total(b)];
      const span = months === null ? '' : ` (${months.join(', ')})`;
      if (sumA > 0 && sumB > 0 && Math.max(sumB / sumA, sumA / sumB) > countryFactor)
        country.push(
          changeItem(
            year,
            '',
            sumB / sumA,
            `в ${formatSignificant(sumB / sumA, 'ru')} раза к ${before}${span}`,
            `${formatSignificant(sumB / sumA, 'en')} times ${before}${span}`,
          ),
        );
      const real = (values: Map<string, number>) =>
        new Map([...values].filter(([region]) => !region.startsWith('not-')));
      regions.push(
        ...items(year, breaksBetween(real(a), real(b)).breaks, (id) => regionName(context.workspace, id)),
      );
    }
    const same = monthsOf(table, before).join() === monthsOf(table, year).join();
    const of = (wanted: number) =>
      new Map(
        [
          ...groupedBy(
            chapters.filter((row) => Number(row.year) === wanted && row.chapter !== ''),
            (row) => String(row.chapter),
          ),
        ].map(
          ([chapter, rows]) => [chapter, rows.reduce((sum, row) => sum + Number(row.value ?? 0), 0)] as const,
        ),
      );
    if (same && oneCurrency)
      ofChapters.push(
        ...items(year, breaksBetween(of(before), of(year)).breaks, (id) => ({
          ru: `группа ${id}`,
          en: `chapter ${id}`,
        })),
      );
    const used = (wanted: number) =>
      [...new Set(chapters.filter((row) => Number(row.year) === wanted).map((row) => String(row.edition)))]
        .sort()
        .join(', ');
    if (used(before) !== used(year) && used(before) !== '' && used(year) !== '')
      editions.push({
        ...changeItem(
          year,
          used(year),
          null,
          `${used(before)} → ${used(year)}`,
          `${used(before)} → ${used(year)}`,
        ),
      });
  }
  const report = (id: string, found: readonly QualityItem[], severity: 'warning' | 'caveat' | 'info') =>
    found.length === 0
      ? []
      : [findingOf(context, id, { severity, items: found, count: found.length, valueUsd: null })];
  return [
    ...report('country-break', country, 'warning'),
    ...report('region-break', regions, 'warning'),
    ...report('chapter-break', ofChapters, 'caveat'),
    ...report('edition-change', editions, 'info'),
  ];
}

/** Months to compare: null: all there are; `none`: the years cannot be compared. */
function commonMonths(a: readonly number[], b: readonly number[]): readonly number[] | null | 'none' {
  if (a.join() === b.join()) return null;
  const isWhole = (months: readonly number[]) =>
    months.join() === '0' || (months.length === 12 && !months.includes(0));
  if (isWhole(a) && isWhole(b)) return null;
  if (a.includes(0) || b.includes(0)) return 'none';
  const common = a.filter((month) => b.includes(month));
  return common.length === 0 ? 'none' : common;
}

function items(year: number, breaks: readonly SeriesBreak[], nameOf: Names): readonly QualityItem[] {
  return breaks.map(({ id, kind, ratio }) => {
    const name = nameOf(id);
    const words = {
      changed: {
        ru: `в ${formatSignificant(ratio ?? 0, 'ru')} раза к ${year - 1}`,
        en: `${formatSignificant(ratio ?? 0, 'en')} times ${year - 1}`,
      },
      appeared: { ru: `в ${year - 1} не было`, en: `not there in ${year - 1}` },
      vanished: { ru: `есть в ${year - 1}, нет в ${year}`, en: `there in ${year - 1}, not in ${year}` },
    }[kind];
    return changeItem(year, id, ratio, `${name.ru}: ${words.ru}`, `${name.en}: ${words.en}`);
  });
}

function changeItem(
  year: number,
  subject: string,
  measured: number | null,
  ru: string,
  en: string,
): QualityItem {
  return { year, subject, text: { ru, en }, count: null, valueUsd: null, share: null, measured };
}

function total(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}

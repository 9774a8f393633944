import type { CoverageRow, QualityFinding, QualityItem } from '../../api/check.ts';
import { missingMonths } from '../../domain/quality/missingMonths.ts';
import { findingOf, type QualityContext, regionName, shareOf, sumOf } from './context.ts';
import { type MonthlyValue, monthsOf } from './monthlyTable.ts';

/** A region of less weight, or short of fewer months, may well have had no trade. */
const gapShare = 0.002;
const gapMonths = 3;

/** What each year of the flow holds. */
export function coverageRows(
  context: QualityContext,
  table: readonly MonthlyValue[],
): readonly CoverageRow[] {
  return context.years.map((year) => {
    const mine = table.filter((one) => one.year === year);
    return {
      flow: context.slice.flow,
      year,
      months: [...monthsOf(table, year)],
      regions: new Set(mine.map((one) => one.region).filter((region) => !region.startsWith('not-'))).size,
      rows: mine.reduce((sum, one) => sum + one.rows, 0),
      valueUsd: mine.some((one) => one.valueUsd === null) ? null : sumOf(mine.map((one) => one.valueUsd)),
    };
  });
}

/** Years and months that are not there, years told twice, regions that lack months. */
export function coverageFindings(
  context: QualityContext,
  table: readonly MonthlyValue[],
): readonly QualityFinding[] {
  const item = (
    year: number,
    subject: string,
    ru: string,
    en: string,
    more: Partial<QualityItem> = {},
  ): QualityItem => ({
    year,
    subject,
    text: { ru, en },
    count: null,
    valueUsd: null,
    share: null,
    measured: null,
    ...more,
  });
  const incomplete: QualityItem[] = [];
  const mixed: QualityItem[] = [];
  const absent: QualityItem[] = [];
  for (const year of context.years) {
    const { missing, mixed: both } = missingMonths(monthsOf(table, year));
    const held = 12 - missing.length;
    if (missing.length > 0)
      incomplete.push(
        item(
          year,
          '',
          `месяцев ${held} из 12, нет ${missing.join(', ')}`,
          `${held} months of 12, missing ${missing.join(', ')}`,
          {
            count: missing.length,
            measured: held,
          },
        ),
      );
    if (both) {
      const months = table.filter((one) => one.year === year && one.month !== 0);
      mixed.push(
        item(year, '', 'месячные строки рядом со строками за год', 'rows of months beside rows of the year', {
          count: months.reduce((sum, one) => sum + one.rows, 0),
          valueUsd: sumOf(months.map((one) => one.valueUsd)),
        }),
      );
    }
  }
  const [first = 0, last = -1] = [context.years[0], context.years.at(-1)];
  for (let year = first; year <= last; year += 1)
    if (!context.years.includes(year))
      absent.push(item(year, '', 'данных за год нет', 'no data of the year'));
  const gaps = context.years.flatMap((year) => regionGaps(context, table, year, item));
  const report = (id: string, items: readonly QualityItem[], severity: 'warning' | 'caveat') =>
    items.length === 0
      ? []
      : [
          findingOf(context, id, {
            severity,
            items,
            count: items.length,
            valueUsd: sumOf(items.map((one) => one.valueUsd)),
          }),
        ];
  return [
    ...report('incomplete-year', incomplete, 'warning'),
    ...report('mixed-periods', mixed, 'warning'),
    ...report('missing-year', absent, 'warning'),
    ...report('region-gap', gaps, 'caveat'),
  ];
}

function regionGaps(
  context: QualityContext,
  table: readonly MonthlyValue[],
  year: number,
  item: (year: number, subject: string, ru: string, en: string, more: Partial<QualityItem>) => QualityItem,
): readonly QualityItem[] {
  const mine = table.filter((one) => one.year === year);
  const months = monthsOf(table, year).filter((month) => month > 0);
  if (months.length === 0) return [];
  const whole = mine.reduce((sum, one) => sum + one.value, 0);
  const regions = [...new Set(mine.map((one) => one.region))].filter((region) => !region.startsWith('not-'));
  return regions.flatMap((region) => {
    const of = mine.filter((one) => one.region === region);
    if (of.some((one) => one.month === 0)) return [];
    const held = new Set(of.map((one) => one.month));
    const lacking = months.filter((month) => !held.has(month));
    const value = of.reduce((sum, one) => sum + one.value, 0);
    if (lacking.length < gapMonths || !(value >= gapShare * whole)) return [];
    const name = regionName(context.workspace, region);
    return [
      item(
        year,
        region,
        `${name.ru}: нет месяцев ${lacking.join(', ')}`,
        `${name.en}: months ${lacking.join(', ')} missing`,
        {
          count: lacking.length,
          share: shareOf(value, whole),
          valueUsd: sumOf(of.map((one) => one.valueUsd)),
        },
      ),
    ];
  });
}

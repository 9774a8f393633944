import type { ScorecardRow } from '../../api/scorecard.ts';
import type { Finding } from '../../domain/finding.ts';
import type { IndicatorSystem } from '../../domain/scorecard/indicatorSystem.ts';
import type { SuppliedSeries } from '../../domain/scorecard/suppliedSeries.ts';
import type { ExportSeries } from './exportSeries.ts';

/** What a reader must know beside the indicators: what is missing, what the user's series took the place of. */
export function scorecardFindings(input: {
  readonly system: IndicatorSystem;
  readonly series: ExportSeries;
  readonly supplied: SuppliedSeries;
  readonly year: number;
  readonly data: readonly ScorecardRow[];
}): readonly Finding[] {
  const { system, series, supplied, year, data } = input;
  const findings: Finding[] = [];
  const missing = [...new Set(data.flatMap((row) => row.missing))].sort();
  const names = missing.filter((name) => !name.includes('/'));
  const rates = missing.filter((name) => name.includes('/'));
  if (names.length > 0)
    findings.push({
      code: 'series-missing',
      severity: 'caveat',
      message: {
        ru: 'Нет рядов, без которых часть показателей не считается; образец для заполнения: trajecta scorecard template.',
        en: 'Series are missing without which some indicators cannot be computed; a template to fill in: trajecta scorecard template.',
      },
      count: names.length,
      examples: names.slice(0, 12),
    });
  if (rates.length > 0)
    findings.push({
      code: 'rates-missing',
      severity: 'caveat',
      message: {
        ru: 'Ряды в разных валютах приводятся к доллару; не хватает среднегодовых курсов (ключ --rates: год, валюта, курс за доллар).',
        en: 'Series of several currencies are brought to dollars; yearly average rates are missing (--rates: year, currency, rate per dollar).',
      },
      count: rates.length,
      examples: rates.slice(0, 12),
    });
  if (!series.wholeYears.includes(year))
    findings.push({
      code: 'partial-year',
      severity: 'caveat',
      message: {
        ru: `Вывоз за ${year} год есть не за все месяцы: ряды, которые считаются по вывозу, без значения.`,
        en: `Exports of ${year} are not there for all months: series computed from exports have no value.`,
      },
    });
  const replaced = [
    ...new Set(
      supplied.values
        .filter((one) => system.series.some((each) => each.id === one.series && each.computed !== undefined))
        .map((one) => one.series),
    ),
  ];
  if (replaced.length > 0)
    findings.push({
      code: 'series-replaced',
      severity: 'info',
      message: {
        ru: 'Вместо рядов, которые считаются по вывозу, взяты данные пользователя.',
        en: "The user's data took the place of series computed from exports.",
      },
      examples: replaced,
    });
  if (data.some((row) => row.currency === 'USD'))
    findings.push({
      code: 'current-dollars',
      severity: 'info',
      message: {
        ru: 'Вывоз — в текущих долларах; ряды в другой валюте приведены к доллару по среднегодовому курсу.',
        en: 'Exports are in current dollars; series of another currency are brought to dollars by the yearly average rate.',
      },
    });
  return findings;
}

import type { CountryComparison, CountryComparisonRow } from '../../api/countryComparison.ts';
import { membersAt } from '../../domain/membersAt.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { ResolvedComparison } from './comparisonOptions.ts';
import { type CountrySeries, type IndicatorName, indicators, type Place, sumOf } from './countryFigures.ts';

/** Why a row has no exports or no index. */
function missingWords(reason: string): TwoLanguages {
  if (reason === 'no-deflator')
    return {
      ru: 'Нет данных вывоза или индекса средних цен, на который их делить.',
      en: 'No data of exports, or no unit value index to divide them by.',
    };
  if (reason === 'no-volume-index')
    return {
      ru: 'Нет опубликованного индекса физического объёма или вывоза его базового года.',
      en: 'No published volume index, or no exports of its base year.',
    };
  return {
    ru: 'Нет данных вывоза за этот или предыдущий год.',
    en: 'No data of exports of that year or the one before.',
  };
}

type Findings = CountryComparison['findings'];

/** What a reader of a comparison must know: valuation, members left out, what is not there, what differs from print. */
export function comparisonFindings(
  series: CountrySeries,
  options: ResolvedComparison,
  places: readonly Place[],
  rows: readonly CountryComparisonRow[],
): Findings {
  const findings: Findings = [];
  const say = (
    code: string,
    severity: Findings[number]['severity'],
    message: TwoLanguages,
    examples?: readonly string[],
  ) =>
    void findings.push({
      code,
      severity,
      message,
      ...(examples === undefined ? {} : { count: examples.length, examples: [...examples] }),
    });
  if (options.valuation === 'current')
    say('valuation', 'info', {
      ru: 'Индексы стоимости, в текущих долларах: это не физический объём.',
      en: 'Value indices, in current dollars: this is not physical volume.',
    });
  else if (options.valuation === 'volume-index')
    say('valuation', 'info', {
      ru: `Индексы физического объёма по опубликованному ряду ${indicators.volume}; у группы взвешены вывозом ${series.volumeBase} года.`,
      en: `Volume indices by the published series ${indicators.volume}; of a group weighted by exports of ${series.volumeBase}.`,
    });
  else
    say('valuation', 'info', {
      ru: `Индексы физического объёма: стоимость, делённая на индекс средних цен экспорта ${indicators.unitValue}; у группы складываются дефлированные стоимости участников.`,
      en: `Volume indices: values divided by the export unit value index ${indicators.unitValue}; of a group the deflated values of its members are added.`,
    });
  for (const name of ['highTech', 'shareOfManufactured'] as const satisfies readonly IndicatorName[])
    if (!series.has(name))
      say('no-series', 'caveat', {
        ru: `Ряда ${indicators[name]} в рабочей области нет: доли, которым он нужен, не посчитаны.`,
        en: `The workspace has no series ${indicators[name]}: shares that need it are not computed.`,
      });
  for (const place of places.filter((one) => one.level === 'union')) groupFindings(place);
  if (options.world === 'published') {
    const of = (name: 'exports' | 'highTech') =>
      [
        series.of(name, 'WLD', options.to),
        sumOf(series.countries(name, options.to), (one) => series.of(name, one, options.to)),
      ] as const;
    for (const name of ['exports', 'highTech'] as const) {
      const [published, added] = of(name);
      if (published === null || added === null) continue;
      const share = ((added / published) * 100).toFixed(1);
      say('world-total', 'info', {
        ru: `Мир — опубликованный итог (${indicators[name]}, WLD); сумма стран с данными за ${options.to} — ${share.replace('.', ',')} % его.`,
        en: `The world is the published total (${indicators[name]}, WLD); the countries with data sum to ${share} % of it in ${options.to}.`,
      });
    }
  }
  const missing = rows
    .filter((row) => row.exportsReason !== null || row.indexReason !== null)
    .map((row) => ({
      at: `${row.territory} ${row.year}`,
      reason: row.exportsReason ?? row.indexReason ?? '',
    }));
  for (const reason of new Set(missing.map((one) => one.reason)))
    say(
      reason,
      'caveat',
      missingWords(reason),
      missing.filter((one) => one.reason === reason).map((one) => one.at),
    );
  if (options.printed) printedFindings();
  return findings;

  function groupFindings(place: Place): void {
    const name = options.dictionary.territories.find((one) => one.id === place.id)?.name ?? {
      ru: place.id,
      en: place.id,
    };
    const wanted = membersAt(options.dictionary, place.id, `${options.to}-12`);
    const counted = place.members(options.to);
    const left = wanted.filter((one) => !counted.includes(one));
    if (options.membership === 'fixed') {
      say('fixed-members', 'info', {
        ru: `${name.ru}: состав на декабрь ${options.to} во все годы (${counted.join(', ')}); цепной индекс равен прямому.`,
        en: `${name.en}: the members of December ${options.to} in all years (${counted.join(', ')}); the chained index equals the direct one.`,
      });
    } else {
      const changes = Array.from(
        { length: options.to - options.from + 1 },
        (_, at) => options.from + at,
      ).filter((year) => place.members(year).join() !== place.members(year - 1).join());
      if (changes.length > 0)
        say(
          'membership-changed',
          'caveat',
          {
            ru: `${name.ru}: состав менялся; индекс года — по составу этого года, и цепной индекс не равен прямому.`,
            en: `${name.en}: membership changed; the index of a year is over the members of that year, and the chained index does not equal the direct one.`,
          },
          changes.map(String),
        );
    }
    if (left.length > 0)
      say(
        'members-missing',
        'caveat',
        {
          ru: `${name.ru}: без участников, у которых нет вывоза во все годы.`,
          en: `${name.en}: without members that lack exports in some year.`,
        },
        left,
      );
    const holes = rows
      .filter((row) => row.territory === place.id && series.has('highTech'))
      .flatMap((row) => {
        const at = options.membership === 'fixed' ? options.to : row.year;
        return membersAt(options.dictionary, place.id, `${at}-12`)
          .filter((one) => series.of('highTech', one, row.year) === null)
          .map((one) => `${one} ${row.year}`);
      });
    if (holes.length > 0)
      say(
        'high-tech-missing',
        'caveat',
        {
          ru: `${name.ru}: высокие технологии без участников, у которых за год нет данных.`,
          en: `${name.en}: high technology without members that have no data of the year.`,
        },
        holes,
      );
  }

  function printedFindings(): void {
    say('printed', 'info', {
      ru: 'Напечатано: таблица 1 статьи; её столбцы — 2007–2016, заголовок — «физический объём», цифры — текущие доллары. Данные с тех пор пересмотрены: ожидается согласие в пределах 3 пунктов.',
      en: "Printed: the paper's table 1; its columns are 2007 to 2016, its heading says physical volume, its figures are current dollars. The data has been revised since: agreement within 3 points is expected.",
    });
    const statuses = rows.flatMap((row) => [row.printedStatus, row.printedChainStatus]);
    const of = (status: string) => statuses.filter((one) => one === status).length;
    say('printed-agreement', 'info', {
      ru: `Из ${statuses.filter((one) => one !== null).length} напечатанных чисел равны ${of('equal')}, в пределах пересмотра ${of('within-revision')}, расходятся ${of('different')}.`,
      en: `Of ${statuses.filter((one) => one !== null).length} printed figures ${of('equal')} are equal, ${of('within-revision')} within revision, ${of('different')} different.`,
    });
    const round = (value: number | null) => (value ?? 0).toFixed(1);
    const different = rows.flatMap((row) => [
      ...(row.printedStatus === 'different'
        ? [`${row.territory} ${row.year}: ${round(row.printedIndex)} / ${round(row.exportsIndex)}`]
        : []),
      ...(row.printedChainStatus === 'different'
        ? [
            `${row.territory} ${row.year}/${options.chainFrom}: ${round(row.printedChainIndex)} / ${round(row.chainIndex)}`,
          ]
        : []),
    ]);
    if (different.length > 0)
      say(
        'printed-differs',
        'caveat',
        {
          ru: 'Расхождения больше пересмотра: напечатано / у нас.',
          en: 'Differences beyond revisions: printed / ours.',
        },
        different,
      );
  }
}

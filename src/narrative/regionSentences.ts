import type { AssessmentRow } from '../api/assessment.ts';
import type { CompositionRow } from '../api/composition.ts';
import type { Path } from '../api/trajectory.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { changeText, indexText, moneyText, percentText } from '../domain/quantityText.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { grouped, sumValues } from './groupedRows.ts';
import { type LevelWords, levelWords } from './levelWords.ts';
import { listed, russianForm, type Sentence } from './sentence.ts';

type NameOf = (segment: string, name: TwoLanguages) => string;

/** What a region exported in the period, how much of it high technology, against the country, and where it is oriented. */
export function regionLead(
  given: {
    /** Rows of the region, one for each segment. */
    readonly rows: readonly AssessmentRow[];
    readonly country: readonly AssessmentRow[];
    readonly period: string;
    readonly flow: 'export' | 'import';
    readonly nameOf: NameOf;
  },
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const { rows, country, period } = given;
  const ru = language === 'ru';
  const first = rows[0];
  const out = given.flow === 'export';
  if (first?.totalValueUsd == null) return [];
  const total = { text: moneyText(first.totalValueUsd, language), figure: `${first.id}/totalValueUsd` };
  if (rows.some((row) => row.segmentValueUsd === null)) {
    return [
      ru
        ? [`${when(period, ru)} ${out ? 'вывезено' : 'ввезено'} товаров на `, total, '.']
        : [`In ${period} ${out ? 'exports' : 'imports'} were `, total, '.'],
    ];
  }
  const highTech = sumOf(rows);
  const share = first.totalValueUsd === 0 ? null : highTech / first.totalValueUsd;
  const countryTotal = country[0]?.totalValueUsd ?? 0;
  const countryShare = countryTotal === 0 ? null : sumOf(country) / countryTotal;
  const money = { text: moneyText(highTech, language) };
  const part = { text: share === null ? '' : percentText(share, language) };
  const sentences: Sentence[] = [
    ru
      ? [
          `${when(period, ru)} ${out ? 'вывезено' : 'ввезено'} товаров на `,
          total,
          ', из них высокотехнологичных — на ',
          money,
          ', или ',
          part,
          '.',
        ]
      : [
          `In ${period} ${out ? 'exports' : 'imports'} were `,
          total,
          ', of which high technology ',
          money,
          ', or ',
          part,
          '.',
        ],
  ];
  if (share !== null && share > 0 && countryShare !== null && countryShare > 0)
    sentences.push(againstCountry(share / countryShare, countryShare, language, words));
  const oriented = rows.filter((row) => row.verdict === 'yes' && row.segment !== 'other');
  const judged = rows.filter((row) => row.segment !== 'other').length;
  if (out && judged > 0) {
    const names = oriented.map((row) => `«${given.nameOf(row.segment, row.segmentName)}»`);
    const plainNames = oriented.map((row) => given.nameOf(row.segment, row.segmentName));
    sentences.push(
      oriented.length === 0
        ? [ru ? 'Ориентации на вывоз нет ни в одном сегменте.' : 'It is oriented to exports in no segment.']
        : ru
          ? [
              `Ориентация на вывоз есть в сегментах: ${oriented.length} из ${judged} — ${listed(names, language)}.`,
            ]
          : [
              `It is oriented to exports in ${oriented.length} of ${judged} segments: ${listed(plainNames, language)}.`,
            ],
    );
  }
  return sentences;
}

function when(period: string, ru: boolean): string {
  if (!ru) return `In ${period}`;
  return /^\d{4}$/.test(period) ? `В ${period} году` : `За период ${period}`;
}

function againstCountry(
  ratio: number,
  countryShare: number,
  language: Language,
  words: LevelWords,
): Sentence {
  const ru = language === 'ru';
  const country = { text: percentText(countryShare, language) };
  if (ratio > 0.9 && ratio < 1.1)
    return ru
      ? [`Это почти как ${words.ru.byWhole}, `, country, '.']
      : [`That is about as in ${words.en.whole}, `, country, '.'];
  const size = ratio >= 1 ? ratio : 1 / ratio;
  const times = { text: formatNumber(size, size >= 9.95 ? 0 : 1, language) };
  const word = timesWord(size);
  return ru
    ? ['Это в ', times, ` ${word} ${ratio > 1 ? 'выше' : 'ниже'} доли ${words.ru.byWhole}, `, country, '.']
    : [
        'That is ',
        times,
        ratio > 1
          ? ` times the share in ${words.en.whole}, `
          : ` times less than the share in ${words.en.whole}, `,
        country,
        '.',
      ];
}

/** "раза" beside a decimal, else by the number. */
function timesWord(size: number): string {
  return size < 9.95 ? 'раза' : russianForm(Math.round(size), ['раз', 'раза', 'раз']);
}

/** Which segment weighs most, which heading, and how few headings make most of it. */
export function compositionSentences(
  rows: readonly CompositionRow[],
  nameOf: NameOf,
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const products = rows.filter((row) => row.kind === 'product' && row.valueUsd > 0);
  const total = sumValues(products);
  if (total === 0)
    return [[ru ? 'Высокотехнологичного вывоза не было.' : 'There were no high-technology exports.']];
  const segments = grouped(products, (row) => row.segment);
  const [largest, inLargest = []] = [...segments].sort((a, b) => sumValues(b[1]) - sumValues(a[1]))[0] ?? [];
  const name = nameOf(largest ?? '', inLargest[0]?.segmentName ?? { ru: '', en: '' });
  const size = sumValues(inLargest);
  const sentences: Sentence[] = [
    ru
      ? [
          `Больше всего весит сегмент «${name}»: `,
          { text: moneyText(size, language) },
          ', ',
          { text: percentText(size / total, language, 0) },
          ' высокотехнологичного вывоза.',
        ]
      : [
          `${name} weighs most: `,
          { text: moneyText(size, language) },
          ', ',
          { text: percentText(size / total, language, 0) },
          ' of high-technology exports.',
        ],
  ];
  const headings = [...grouped(products, (row) => row.heading)]
    .map(([heading, inside]) => ({ heading, inside, value: sumValues(inside) }))
    .sort((a, b) => b.value - a.value);
  const top = headings[0];
  if (top !== undefined && headings.length > 1) {
    const headingName = top.inside[0]?.headingName?.[language];
    const named =
      headingName === undefined
        ? top.heading
        : ru
          ? `${top.heading} «${headingName}»`
          : `${top.heading} (${headingName})`;
    sentences.push(
      ru
        ? [`Крупнейшая позиция — ${named}, `, { text: percentText(top.value / total, language, 0) }, '.']
        : [`The largest heading is ${named}, `, { text: percentText(top.value / total, language, 0) }, '.'],
    );
    let [count, held] = [0, 0];
    for (const one of headings) {
      if (held >= total * 0.8) break;
      held += one.value;
      count += 1;
    }
    if (headings.length > 5)
      sentences.push(
        ru
          ? [`Четыре пятых дают позиций: ${count} из ${headings.length}.`]
          : [`Four fifths come from ${count} of ${headings.length} headings.`],
      );
  }
  return sentences;
}

/** How much high-technology exports have grown since the first year with data, and what made the growth. */
export function evolutionSentences(
  paths: readonly Path[],
  nameOf: NameOf,
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const years = [...new Set(paths.flatMap((path) => path.points.map((point) => point.year)))].sort(
    (a, b) => a - b,
  );
  const known = years.filter((year) => paths.every((path) => valueIn(path, year) !== null));
  const [from, to] = [known[0], known.at(-1)];
  if (from === undefined || to === undefined || to - from < 2) return [];
  const at = (year: number) => paths.reduce((sum, path) => sum + (valueIn(path, year) ?? 0), 0);
  const [start, end] = [at(from), at(to)];
  if (start <= 0 || end <= 0) {
    return [
      ru
        ? [`В ${start <= 0 ? from : to} году высокотехнологичного вывоза не было.`]
        : [`In ${start <= 0 ? from : to} there were no high-technology exports.`],
    ];
  }
  const ratio = end / start;
  const yearly = ratio ** (1 / (to - from));
  const times = {
    text: ratio >= 2 ? formatNumber(ratio, ratio >= 9.95 ? 0 : 1, language) : changeText(ratio, language),
  };
  const perYear = { text: changeText(yearly, language) };
  const sentences: Sentence[] = [
    ru
      ? [
          `С ${from} по ${to} год вывоз ${ratio >= 1 ? 'вырос' : 'упал'}${ratio >= 2 ? ' в ' : ': '}`,
          times,
          ratio >= 2 ? ` ${timesWord(ratio)}` : '',
          ', в среднем на ',
          perYear,
          ' в год (в текущих долларах).',
        ]
      : [
          `From ${from} to ${to} exports ${ratio >= 1 ? 'grew' : 'fell'}${ratio >= 2 ? ' by a factor of ' : ': '}`,
          times,
          ', on average ',
          perYear,
          ' a year (current dollars).',
        ],
  ];
  const changes = paths
    .map((path) => ({ path, change: (valueIn(path, to) ?? 0) - (valueIn(path, from) ?? 0) }))
    .sort((a, b) => (end >= start ? b.change - a.change : a.change - b.change));
  const main = changes[0];
  if (main !== undefined && main.change !== 0) {
    const name = nameOf(main.path.segment, main.path.segmentName);
    const money = { text: moneyText(Math.abs(main.change), language) };
    const grew = main.change > 0;
    sentences.push(
      ru
        ? [`Больше всего ${grew ? 'прибавил' : 'потерял'} сегмент «${name}»: `, money, '.']
        : [`${name} ${grew ? 'added' : 'lost'} most: `, money, '.'],
    );
  }
  return sentences;
}

const directionWords = {
  rising: { ru: 'растёт', en: 'rising' },
  falling: { ru: 'падает', en: 'falling' },
  stable: { ru: 'устойчив', en: 'stable' },
  volatile: { ru: 'колеблется', en: 'volatile' },
} as const;

/** Direction of the index in words with its growth a year, or why there is none. */
export function directionText(path: Path, language: Language): string {
  const found = path.directions.find((one) => one.measure === 'trajectoryIndex');
  if (found?.direction == null) return language === 'ru' ? 'направления нет' : 'no direction';
  const word = directionWords[found.direction][language];
  const isTrend = found.direction === 'rising' || found.direction === 'falling';
  if (!isTrend || found.growthPerYear === null) return word;
  return `${word}, ${changeText(1 + found.growthPerYear, language)} ${language === 'ru' ? 'в год' : 'a year'}`;
}

/** In how many segments the index is at least 1, where highest, and where it rises or falls. */
export function indexSentences(
  rows: readonly AssessmentRow[],
  paths: readonly Path[],
  nameOf: NameOf,
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const known = rows.filter((row) => row.trajectoryIndex !== null);
  const above = known.filter((row) => (row.trajectoryIndex ?? 0) >= 1);
  const best = [...known].sort((a, b) => (b.trajectoryIndex ?? 0) - (a.trajectoryIndex ?? 0))[0];
  if (best === undefined) return [[ru ? 'Индекс не определён.' : 'The index is undefined.']];
  const index = {
    text: indexText(best.trajectoryIndex ?? 0, language),
    figure: `${best.id}/trajectoryIndex`,
  };
  const name = nameOf(best.segment, best.segmentName);
  const sentences: Sentence[] = [
    ru
      ? [
          `Индекс не ниже единицы в сегментах: ${above.length} из ${rows.length}; самый высокий — `,
          index,
          `, «${name}».`,
        ]
      : [
          `The index is at least one in ${above.length} of ${rows.length} segments; the highest is `,
          index,
          `, ${name}.`,
        ],
  ];
  for (const direction of ['rising', 'falling'] as const) {
    const names = paths
      .filter(
        (path) => path.directions.find((one) => one.measure === 'trajectoryIndex')?.direction === direction,
      )
      .map((path) => nameOf(path.segment, path.segmentName));
    if (names.length === 0) continue;
    const word =
      direction === 'rising'
        ? { ru: 'Растёт', en: 'It is rising in' }
        : { ru: 'Падает', en: 'It is falling in' };
    sentences.push(
      ru
        ? [
            `${word.ru}: ${listed(
              names.map((one) => `«${one}»`),
              language,
            )}.`,
          ]
        : [`${word.en} ${listed(names, language)}.`],
    );
  }
  if (sentences.length > 1)
    sentences.push([
      ru
        ? '90-процентный интервал наклона не включает ноль.'
        : 'The 90% interval of the slope excludes zero.',
    ]);
  return sentences;
}

function sumOf(rows: readonly AssessmentRow[]): number {
  return rows.reduce((sum, row) => sum + (row.segmentValueUsd ?? 0), 0);
}

function valueIn(path: Path, year: number): number | null {
  return path.points.find((point) => point.year === year)?.segmentValueUsd ?? null;
}

import type { AssessmentRow } from '../api/assessment.ts';
import type { CompositionRow } from '../api/composition.ts';
import type { PartnerRow } from '../api/partners.ts';
import type { Path } from '../api/trajectory.ts';
import type { UnitValueRow } from '../api/unitValues.ts';
import type { Language } from '../domain/formatNumber.ts';
import { changeText, indexText, moneyText, percentText } from '../domain/quantityText.ts';
import { halfOf } from './halfOf.ts';
import { type LevelWords, levelWords } from './levelWords.ts';
import { listed, russianForm, type Sentence } from './sentence.ts';

/** How much the country exports of a segment, what share that is, and what it was a year before. */
export function segmentLead(
  given: {
    readonly row: AssessmentRow;
    readonly before: AssessmentRow | undefined;
    readonly flow: 'export' | 'import';
  },
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const { row, before, flow } = given;
  const ru = language === 'ru';
  if (row.segmentValueUsd === null)
    return [
      [ru ? 'Стоимость скрыта: её дают слишком немногие.' : 'The value is hidden: too few stand behind it.'],
    ];
  const money = { text: moneyText(row.segmentValueUsd, language), figure: `${row.id}/segmentValueUsd` };
  const share =
    row.segmentShareOfTerritory === null
      ? []
      : [
          ru ? ', это ' : ', ',
          {
            text: percentText(row.segmentShareOfTerritory, language),
            figure: `${row.id}/segmentShareOfTerritory`,
          },
          ru
            ? ` всего ${flow === 'export' ? 'вывоза' : 'ввоза'} ${words.ru.ofWhole}`
            : ` of all ${words.en.whole}'s ${flow === 'export' ? 'exports' : 'imports'}`,
        ];
  const first: Sentence = [
    ru
      ? `${flow === 'export' ? 'Вывоз' : 'Ввоз'} сегмента — `
      : `${flow === 'export' ? 'Exports' : 'Imports'} of the segment were `,
    money,
    ...share,
    '.',
  ];
  const earlier = before?.segmentValueUsd ?? 0;
  if (earlier <= 0) return [first];
  const change = { text: changeText(row.segmentValueUsd / earlier, language) };
  return [first, ru ? ['К предыдущему году ', change, '.'] : ['Over the year: ', change, '.']];
}

/** Who the first exporters are, how much they hold, and who is oriented. */
export function exporterSentences(
  rows: readonly AssessmentRow[],
  period: string,
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const ru = language === 'ru';
  const sized = rows
    .filter((row) => (row.segmentValueUsd ?? 0) > 0)
    .sort((a, b) => (b.segmentValueUsd ?? 0) - (a.segmentValueUsd ?? 0));
  if (sized.length === 0)
    return [
      [ru ? `За ${period} вывоза в этом сегменте не было.` : `There were no exports of it in ${period}.`],
    ];
  const top = sized.slice(0, 3);
  const share = top.reduce((sum, row) => sum + (row.shareOfCountrySegment ?? 0), 0);
  const names = listed(
    top.map((row) => row.territoryName[language]),
    language,
  );
  const sentences: Sentence[] = [
    ru
      ? [`${names}: вместе `, { text: percentText(share, language, 0) }, ` сегмента ${words.ru.ofWhole}.`]
      : [
          `${names}: together `,
          { text: percentText(share, language, 0) },
          ` of ${words.en.whole}'s segment.`,
        ],
  ];
  const oriented = rows.filter((row) => row.verdict === 'yes');
  const best = [...rows].sort((a, b) => (b.trajectoryIndex ?? -1) - (a.trajectoryIndex ?? -1))[0];
  if (oriented.length > 0)
    sentences.push(
      ru
        ? [
            `Ориентация на вывоз — у ${oriented.length} ${russianForm(oriented.length, [words.ru.ofMember, words.ru.ofMembers, words.ru.ofMembers])} из ${rows.length}.`,
          ]
        : [
            `${oriented.length} of ${rows.length} ${words.en.members} ${oriented.length === 1 ? 'is' : 'are'} oriented to exports.`,
          ],
    );
  else sentences.push([ru ? words.ru.noneOriented : `No ${words.en.member} is oriented to exports.`]);
  if (best?.trajectoryIndex != null && best.trajectoryIndex > 0) {
    const index = { text: indexText(best.trajectoryIndex, language), figure: `${best.id}/trajectoryIndex` };
    sentences.push(
      ru
        ? [`Выше всех индекс у ${words.ru.ofMember} ${best.territoryName.ru}: `, index, '.']
        : [`The index is highest in ${best.territoryName.en}: `, index, '.'],
    );
  }
  return sentences;
}

/** How much the first partners take of a segment, and what names none. */
export function segmentPartnerSentences(
  rows: readonly PartnerRow[],
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const stated = rows.filter((row) => row.partner !== 'not-stated' && row.valueUsd > 0);
  if (stated.length === 0) return [];
  const top = stated.slice(0, 3);
  const share = top.reduce((sum, row) => sum + (row.share ?? 0), 0);
  const names = listed(
    top.map((row) => row.partnerName[language]),
    language,
  );
  const sentences: Sentence[] = [
    ru
      ? [`${names} берут `, { text: percentText(share, language, 0) }, `; всего стран — ${stated.length}.`]
      : [`${names} take `, { text: percentText(share, language, 0) }, `; ${stated.length} partners in all.`],
  ];
  const none = rows.find((row) => row.partner === 'not-stated');
  if (none?.share != null)
    sentences.push(
      ru
        ? ['У ', { text: percentText(none.share, language) }, ' стоимости страна не указана.']
        : ['For ', { text: percentText(none.share, language) }, ' of the value no partner is stated.'],
    );
  return sentences;
}

/** Which product weighs most in a segment, and how few make half of it. */
export function segmentProductSentences(
  rows: readonly CompositionRow[],
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const sized = [...rows].filter((row) => row.valueUsd > 0).sort((a, b) => b.valueUsd - a.valueUsd);
  const total = sized.reduce((sum, row) => sum + row.valueUsd, 0);
  const first = sized[0];
  if (first === undefined) return [];
  const half = halfOf(sized.map((row) => row.valueUsd));
  const name = first.hs6Name ?? first.headingName?.[language] ?? '';
  const share = { text: percentText(first.valueUsd / total, language, 0) };
  const sentences: Sentence[] = [
    ru
      ? [`Больше всего — код ${first.hs6}${name === '' ? '' : ` (${name})`}: `, share, '.']
      : [`The largest is ${first.hs6}${name === '' ? '' : ` (${name})`}: `, share, '.'],
  ];
  if (half > 1)
    sentences.push([
      ru
        ? `Половину дают ${half} ${russianForm(half, ['код', 'кода', 'кодов'])} из ${sized.length}.`
        : `${half} of ${sized.length} codes make half of it.`,
    ]);
  return sentences;
}

/** How a segment went over its years. */
export function segmentYearsSentences(path: Path | undefined, language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  const known = (path?.points ?? []).filter((point) => (point.segmentValueUsd ?? 0) > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const ratio = (last.segmentValueUsd ?? 0) / (first.segmentValueUsd ?? 1);
  const most = known.reduce((best, one) =>
    (one.segmentValueUsd ?? 0) > (best.segmentValueUsd ?? 0) ? one : best,
  );
  const money = {
    text: moneyText(most.segmentValueUsd ?? 0, language),
    figure: `${most.id}/segmentValueUsd`,
  };
  return [
    ru
      ? [`С ${first.year} по ${last.year} год: `, { text: changeText(ratio, language) }, ' в долларах.']
      : [`From ${first.year} to ${last.year}: `, { text: changeText(ratio, language) }, ' in dollars.'],
    ru
      ? [`Больше всего было в ${most.year} году — `, money, '.']
      : [`The most was in ${most.year}: `, money, '.'],
  ];
}

/** For how many of the main products of a segment a unit value is known, and how many differ twofold and more. */
export function segmentPriceSentences(
  rows: readonly UnitValueRow[],
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const ru = language === 'ru';
  const known = rows.filter((row) => row.unitValueUsd !== null);
  if (known.length === 0) return [];
  const wide = known.filter(
    (row) => (row.upperQuartileUsd ?? 0) >= 2 * (row.lowerQuartileUsd ?? Number.POSITIVE_INFINITY),
  ).length;
  return [
    [
      ru
        ? `Цена единицы известна у ${known.length} из ${rows.length} основных кодов; ${wide === 0 ? `ни у одного квартили ${words.ru.ofMembers} не расходятся вдвое` : `у ${wide} квартили ${words.ru.ofMembers} расходятся вдвое и больше`}.`
        : `A unit value is known for ${known.length} of ${rows.length} main codes; in ${wide === 0 ? 'none' : wide} the quartiles of ${words.en.members} differ twofold and more.`,
    ],
    [
      ru
        ? 'Внутри кода товары разные: разброс — не мера качества.'
        : 'A code holds different goods: the spread is no measure of quality.',
    ],
  ];
}

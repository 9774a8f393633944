import type { Opportunities, Opportunity } from '../api/opportunities.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { moneyText } from '../domain/quantityText.ts';
import { type LevelWords, levelWords } from './levelWords.ts';
import type { Sentence } from './sentence.ts';

/** Code and name of a product; where none is known, the name of its chapter in brackets. */
export function productText(
  row: Pick<Opportunity, 'product' | 'productName' | 'chapterName'>,
  language: Language,
): string {
  if (row.productName !== null) return `${row.product} ${row.productName[language]}`;
  return row.chapterName === null ? row.product : `${row.product} (${row.chapterName[language]})`;
}

/** Three sentences: what the region has and how complex that is; what would open most; what is nearest of the more complex. */
export function opportunitySentences(
  { data, manifest }: Pick<Opportunities, 'data' | 'manifest'>,
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const { region, complexity } = manifest;
  const absent = data.filter((row) => !row.present);
  const present = data.length - absent.length;
  const number = (value: number | null, digits: number) =>
    value === null ? '–' : formatNumber(value, digits, language);
  const ru = language === 'ru';
  const has = ru
    ? `С преимуществом (RCA от ${number(complexity.threshold, 0)}) вывозится товаров: ${present} из ${data.length}`
    : `${present} of ${data.length} products are exported with an advantage (RCA of ${number(complexity.threshold, 0)} or more)`;
  const rank =
    region.eci === null || region.eciRank === null
      ? ru
        ? '; сложность экономики не определена.'
        : '; the complexity of the economy is undefined.'
      : ru
        ? `; по сложности экономики ${words.ru.member} на месте ${region.eciRank} из ${complexity.regions} (ECI ${number(region.eci, 2)}).`
        : `; by the complexity of its economy the ${words.en.member} is ${region.eciRank} of ${complexity.regions} (ECI ${number(region.eci, 2)}).`;
  return [[has + rank], ...mostGain(absent, language), ...nearest(absent, region.meanPci, language, words)];
}

function mostGain(absent: readonly Opportunity[], language: Language): readonly Sentence[] {
  const best = absent.reduce<Opportunity | null>(
    (found, row) =>
      row.outlookGain !== null && (found?.outlookGain ?? Number.NEGATIVE_INFINITY) < row.outlookGain
        ? row
        : found,
    null,
  );
  if (best === null || best.outlookGain === null) return [];
  if (best.outlookGain <= 0) {
    return [
      language === 'ru'
        ? ['Ни один недостающий товар не увеличил бы индекс перспектив: рядом с ним нет более сложных.']
        : ['No missing product would raise the outlook index: none has more complex ones near it.'],
    ];
  }
  const gain = { text: formatNumber(best.outlookGain, 2, language), figure: `${best.id}/outlookGain` };
  const name = productText(best, language);
  return [
    language === 'ru'
      ? [`Больше всего новых возможностей открыл бы товар ${name}: выигрыш перспектив `, gain, '.']
      : [`${name} would open most new possibilities: an outlook gain of `, gain, '.'],
  ];
}

function nearest(
  absent: readonly Opportunity[],
  mean: number | null,
  language: Language,
  words: LevelWords,
): readonly Sentence[] {
  if (mean === null) return [];
  const above = absent.filter((row) => row.pci !== null && row.pci > mean && row.distance !== null);
  const best = above.reduce<Opportunity | null>(
    (found, row) => (found === null || (row.distance ?? 1) < (found.distance ?? 1) ? row : found),
    null,
  );
  if (best === null || best.distance === null) {
    return [
      language === 'ru'
        ? [`Товаров сложнее нынешних, которых у ${words.ru.ofMember} ещё нет, не нашлось.`]
        : ['There are no products more complex than those it has that it does not have yet.'],
    ];
  }
  const distance = { text: formatNumber(best.distance, 2, language), figure: `${best.id}/distance` };
  const value = { text: moneyText(best.countryValueUsd, language), figure: `${best.id}/countryValueUsd` };
  const name = productText(best, language);
  return [
    language === 'ru'
      ? [
          `Сложнее среднего товара ${words.ru.ofMember} ещё ${above.length}; ближе всех из них ${name}: расстояние `,
          distance,
          `, ${words.ru.whole} вывозит его на `,
          value,
          '.',
        ]
      : [
          `${above.length} products that it lacks are more complex than its mean; the nearest is ${name}: distance `,
          distance,
          `, exported by ${words.en.whole} for `,
          value,
          '.',
        ],
  ];
}

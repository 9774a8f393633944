import type { ClassifiedCode } from '../api/classification.ts';
import type { Product, ProductRow } from '../api/product.ts';
import { formatSignificant, type Language } from '../domain/formatNumber.ts';
import { changeText, indexText, moneyText, percentText } from '../domain/quantityText.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { halfOf } from './halfOf.ts';
import { type LevelWords, levelWords } from './levelWords.ts';
import { listed, russianForm, type Sentence } from './sentence.ts';

type Rows = readonly ProductRow[];

/** How much of the product the country exports, and what of it is on the list. */
export function productLead(
  answer: Product,
  flow: 'export' | 'import',
  nameOf: (segment: string, name: TwoLanguages) => string,
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const ru = language === 'ru';
  const { period, valueUsd, totalUsd } = answer.manifest;
  const year = answer.data.find((row) => row.part === 'year' && row.period === period);
  const out = flow === 'export';
  if (answer.manifest.confidential)
    return [
      [
        ru
          ? 'Код секретный: что за ним, источник не говорит; стоимость входит только в итоги.'
          : 'The code is secret: the source does not tell what is behind it; its value counts in totals only.',
      ],
    ];
  if (answer.data.some((row) => row.part === 'region' && row.valueReason === 'no-rate'))
    return [[ru ? `За ${period} нет курса к доллару.` : `There is no dollar rate for ${period}.`]];
  if (valueUsd === 0)
    return [
      [
        ru
          ? `За ${period} ${out ? 'вывоза' : 'ввоза'} этого товара в данных нет.`
          : `There are no ${out ? 'exports' : 'imports'} of it in the data of ${period}.`,
      ],
    ];
  const money = {
    text: moneyText(valueUsd, language),
    ...(year === undefined ? {} : { figure: `${year.id}/valueUsd` }),
  };
  const share = {
    text: percentText(totalUsd === 0 ? 0 : valueUsd / totalUsd, language),
    ...(year === undefined ? {} : { figure: `${year.id}/shareOfTerritory` }),
  };
  return [
    ru
      ? [`${out ? 'Вывоз' : 'Ввоз'} — `, money, ', это ', share, ` ${words.ru.byWhole}.`]
      : [`${out ? 'Exports' : 'Imports'} were `, money, ', ', share, ` of ${words.en.whole}'s.`],
    onList(
      answer.data.filter((row) => row.part === 'segment'),
      nameOf,
      language,
    ),
  ];
}

function onList(
  parts: Rows,
  nameOf: (segment: string, name: TwoLanguages) => string,
  language: Language,
): Sentence {
  const ru = language === 'ru';
  const listedParts = parts.filter((row) => row.segment !== 'rest' && row.valueUsd !== 0);
  const name = (row: ProductRow) =>
    ru
      ? `«${nameOf(row.segment ?? '', row.segmentName ?? { ru: '', en: '' })}»`
      : nameOf(row.segment ?? '', row.segmentName ?? { ru: '', en: '' });
  const first = listedParts[0];
  if (first === undefined)
    return [ru ? 'В перечень высоких технологий он не входит.' : 'It is not on the list of high technology.'];
  const rest = parts.find((row) => row.segment === 'rest')?.shareOfProduct ?? 0;
  const names = listed(listedParts.map(name), language);
  if (rest <= 0) return [ru ? `Он целиком в перечне: ${names}.` : `All of it is on the list: ${names}.`];
  const share = { text: percentText(1 - rest, language, 0), figure: `${first.id}/shareOfProduct` };
  return ru
    ? ['В перечень входит ', { text: share.text }, ` стоимости: ${names}.`]
    : ['On the list is ', { text: share.text }, ` of its value: ${names}.`];
}

/** Who holds most of it, and where its index is highest among those that matter. */
export function productExporterSentences(
  rows: Rows,
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const ru = language === 'ru';
  const regions = rows.filter((row) => row.part === 'region' && row.indexReason !== 'no-region');
  const sized = regions.filter((row) => (row.valueUsd ?? 0) > 0);
  if (sized.length === 0) return [];
  const top = sized.slice(0, 3);
  const share = top.reduce((sum, row) => sum + (row.shareOfProduct ?? 0), 0);
  const names = listed(
    top.map((row) => row.territoryName?.[language] ?? ''),
    language,
  );
  const count = sized.length;
  const sentences: Sentence[] = [
    ru
      ? [
          `Вывозит ${count} ${russianForm(count, words.ru.counted)}; ${names} — `,
          { text: percentText(share, language, 0) },
          '.',
        ]
      : [
          `${count} ${count === 1 ? `${words.en.member} exports` : `${words.en.members} export`} it; ${names} hold `,
          { text: percentText(share, language, 0) },
          '.',
        ],
  ];
  const best = sized
    .filter((row) => (row.shareOfProduct ?? 0) >= 0.01 && row.index !== null)
    .sort((a, b) => (b.index ?? 0) - (a.index ?? 0))[0];
  if (best?.index != null && best.index > 1) {
    const index = { text: indexText(best.index, language), figure: `${best.id}/index` };
    sentences.push(
      ru
        ? [
            `Сильнее всего на нём держится ${best.territoryName?.ru}: доля в вывозе ${words.ru.ofMember} против доли ${words.ru.byWhole} — `,
            index,
            '.',
          ]
        : [
            `${best.territoryName?.en} leans on it most: its share there against that in ${words.en.whole} is `,
            index,
            '.',
          ],
    );
  }
  return sentences;
}

/** The first partners. */
export function productPartnerSentences(rows: Rows, language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  const partners = rows.filter((row) => row.part === 'partner' && row.partner !== 'not-stated');
  if (partners.length === 0) return [];
  const top = partners.slice(0, 3);
  const share = {
    text: percentText(
      top.reduce((sum, row) => sum + (row.shareOfProduct ?? 0), 0),
      language,
      0,
    ),
  };
  const names = listed(
    top.map((row) => row.partnerName?.[language] ?? ''),
    language,
  );
  return [
    ru
      ? [`${names} берут `, share, `; всего стран — ${partners.length}.`]
      : [`${names} take `, share, `; ${partners.length} partners in all.`],
  ];
}

/** How it went over the years that can be compared. */
export function productYearsSentences(rows: Rows, language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  const known = rows.filter((row) => row.part === 'year' && (row.valueUsd ?? 0) > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const change = { text: changeText((last.valueUsd ?? 0) / (first.valueUsd ?? 1), language) };
  const sentences: Sentence[] = [
    ru
      ? [`С ${first.period} по ${last.period} год: `, change, ' в долларах.']
      : [`From ${first.period} to ${last.period}: `, change, ' in dollars.'],
  ];
  const absent = rows.filter((row) => row.valueReason === 'not-in-edition').length;
  if (absent > 0)
    sentences.push([
      ru
        ? 'В остальные годы такого кода в номенклатуре не было.'
        : 'In the other years the nomenclature had no such code.',
    ]);
  return sentences;
}

/** What a unit costs, and how far that spreads over regions. */
export function productPriceSentences(
  rows: Rows,
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const ru = language === 'ru';
  const spread = rows.find((row) => row.part === 'spread' && row.partner === 'region');
  if (spread?.unitValueUsd == null) return [];
  const unit = spread.unitName?.[language] ?? '';
  const price = {
    text: `${ru ? '' : '$'}${formatSignificant(spread.unitValueUsd, language)}${ru ? '\u00a0долл.' : ''}`,
    figure: `${spread.id}/unitValueUsd`,
  };
  const sentences: Sentence[] = [
    ru ? ['В среднем ', price, ` за единицу (${unit}).`] : ['On average ', price, ` per unit (${unit}).`],
  ];
  const { lowerQuartileUsd: low, upperQuartileUsd: high, observations } = spread;
  if (low !== null && high !== null && (observations ?? 0) >= 4) {
    const [from, to] = [formatSignificant(low, language), formatSignificant(high, language)];
    sentences.push([
      ru
        ? `У половины ${words.ru.ofMembers} — от ${from} до ${to}; это цена вывоза, а не качество: товары внутри кода разные.`
        : `Half of the ${words.en.members} lie between ${from} and ${to}; a code holds different goods, so this is no measure of quality.`,
    ]);
  }
  return sentences;
}

/** Why a code is on the list of high technology, partly or not at all. */
export function listReason(code: ClassifiedCode, revision: number, language: Language): string {
  const ru = language === 'ru';
  if (code.kind !== 'product')
    return ru
      ? 'За кодом нет товара: он секретный или итоговый.'
      : 'No product stands behind the code: it is secret or a total.';
  if (code.parts.length > 0) {
    const inside = code.parts.filter((part) => part.group !== null && part.group !== '-').length;
    return ru
      ? `К перечню относятся шестизначные коды: под этим кодом их ${code.parts.length}, в перечне — ${inside}.`
      : `The list is of six-digit codes: there are ${code.parts.length} below this one, ${inside} of them on the list.`;
  }
  const place = code.lists.find((one) => one.revision === revision);
  if (place === undefined) return ru ? 'Кода в этой редакции нет.' : 'The edition has no such code.';
  const words: Readonly<Record<typeof place.position, TwoLanguages>> = {
    inside: {
      ru: 'Все позиции МСТК, которым отвечает код, входят в перечень.',
      en: 'All headings of the SITC that the code answers to are on the list.',
    },
    partly: {
      ru: 'Часть позиций МСТК, которым отвечает код, входит в перечень, часть — нет; отсюда границы величин.',
      en: 'Some headings of the SITC that the code answers to are on the list, some are not: hence the range of figures.',
    },
    outside: {
      ru: 'Ни одна позиция МСТК, которой отвечает код, не входит в перечень.',
      en: 'No heading of the SITC that the code answers to is on the list.',
    },
    unknown: {
      ru: 'Полной таблицы соответствий для этой редакции нет: решает таблица «один к одному».',
      en: 'There is no many-to-many table for this edition: the one-to-one table decides.',
    },
  };
  return words[place.position][language];
}

/** Under how many codes below a product is sold, and how many of them make half. */
export function productLineSentences(rows: Rows, language: Language): readonly Sentence[] {
  const values = rows.flatMap((row) =>
    row.code === '' || (row.valueUsd ?? 0) <= 0 ? [] : [row.valueUsd ?? 0],
  );
  const [count, half] = [values.length, halfOf(values)];
  if (count === 0) return [];
  if (language === 'en')
    return [
      [
        count === 1
          ? 'All of it under one code.'
          : `It is sold under ${count} codes; ${half} of them ${half === 1 ? 'makes' : 'make'} half or more.`,
      ],
    ];
  return [
    [
      count === 1
        ? 'Всё — по одному коду.'
        : `Кодов ниже — ${count}; половину и больше ${half === 1 ? 'даёт' : 'дают'} ${half} из них.`,
    ],
  ];
}

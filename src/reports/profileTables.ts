import type { Composition } from '../api/composition.ts';
import type { Partners } from '../api/partners.ts';
import type { Product, ProductRow } from '../api/product.ts';
import type { UnitValues } from '../api/unitValues.ts';
import { formatNumber, formatSignificant, type Language } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { numberCell, type ReportCell, type ReportTable, textCell } from './reportTable.ts';

const words = {
  code: { ru: 'Код', en: 'Code' },
  name: { ru: 'Товар', en: 'Product' },
  value: { ru: 'Тыс. долл.', en: 'Thousand USD' },
  share: { ru: 'Доля, %', en: 'Share, %' },
  ofTerritory: { ru: 'Доля в вывозе территории, %', en: "Share of the territory's exports, %" },
  index: { ru: 'Индекс', en: 'Index' },
  price: { ru: 'Долл. за единицу', en: 'USD per unit' },
  unit: { ru: 'Единица', en: 'Unit' },
  median: { ru: 'Медиана', en: 'Median' },
  quartiles: { ru: 'Квартили', en: 'Quartiles' },
  count: { ru: 'Наблюдений', en: 'Observations' },
  segment: { ru: 'Сегмент', en: 'Segment' },
  partner: { ru: 'Страна', en: 'Partner' },
  year: { ru: 'Год', en: 'Year' },
  region: { ru: 'Регион', en: 'Region' },
  none: { ru: 'кода нет', en: 'no code' },
} satisfies Record<string, TwoLanguages>;

type Word = keyof typeof words;

interface Cells {
  text(value: string): ReportCell;
  thousand(value: number | null): ReportCell;
  percent(value: number | null): ReportCell;
  number(value: number | null): ReportCell;
}

function cells(language: Language): Cells {
  const of = (digits: number, unit: number) => (value: number | null) =>
    numberCell(value === null ? null : value / unit, (one) => formatNumber(one, digits, language), language);
  return {
    text: textCell,
    thousand: of(1, 1e3),
    percent: of(2, 0.01),
    number: (value) => numberCell(value, (one) => formatSignificant(one, language), language),
  };
}

function table(
  title: string,
  columns: readonly (readonly [Word, 'left' | 'right'])[],
  rows: readonly (readonly ReportCell[])[],
  language: Language,
  limit: number,
): ReportTable {
  return {
    title,
    subtitle: '',
    columns: columns.map(([word, align]) => ({ heading: words[word][language], align })),
    rows: rows.slice(0, limit),
    notes: rows.length > limit ? [`… +${rows.length - limit} (--all)`] : [],
  };
}

/** What a territory's exports are made of, the largest first. */
export function compositionTables(
  answer: Composition,
  language: Language,
  limit: number,
): readonly ReportTable[] {
  const { text, thousand, percent } = cells(language);
  const rows = [...answer.data]
    .sort((a, b) => b.valueUsd - a.valueUsd)
    .map((row) => [
      text(row.segmentName[language]),
      text(row.hs6 || row.chapter),
      text(row.hs6Name ?? (row.headingName ?? row.chapterName)?.[language] ?? ''),
      thousand(row.valueUsd),
      percent(row.shareOfTotal),
    ]);
  const title = `${answer.manifest.territoryName[language]}, ${answer.manifest.period}`;
  return [
    table(
      title,
      [
        ['segment', 'left'],
        ['code', 'left'],
        ['name', 'left'],
        ['value', 'right'],
        ['share', 'right'],
      ],
      rows,
      language,
      limit,
    ),
  ];
}

/** Where a territory's exports go, one table for each segment. */
export function partnersTables(answer: Partners, language: Language, limit: number): readonly ReportTable[] {
  const { text, thousand, percent } = cells(language);
  const segments = [...new Map(answer.data.map((row) => [row.segment, row.segmentName[language]]))];
  return segments.map(([segment, name]) =>
    table(
      `${answer.manifest.territoryName[language]}, ${name}, ${answer.manifest.period}`,
      [
        ['partner', 'left'],
        ['value', 'right'],
        ['share', 'right'],
      ],
      answer.data
        .filter((row) => row.segment === segment)
        .map((row) => [text(row.partnerName[language]), thousand(row.valueUsd), percent(row.share)]),
      language,
      limit,
    ),
  );
}

/** A product: who exports it, where to, its years, its lines, its place on the list, the spread of its unit values. */
export function productTables(answer: Product, language: Language, limit: number): readonly ReportTable[] {
  const { text, thousand, percent, number } = cells(language);
  const { code, codeName, period } = answer.manifest;
  if (answer.manifest.confidential) return [];
  const head = [code, codeName?.[language] ?? ''].filter((part) => part !== '').join(' ');
  const of = (part: ProductRow['part']) => answer.data.filter((row) => row.part === part);
  const spread = of('spread').filter((row) => row.observations !== 0);
  const price = (row: ProductRow) => number(row.unitValueUsd);
  const tables = [
    table(
      `${head}, ${period}`,
      [
        ['region', 'left'],
        ['value', 'right'],
        ['share', 'right'],
        ['ofTerritory', 'right'],
        ['index', 'right'],
        ['price', 'right'],
        ['unit', 'left'],
      ],
      of('region')
        .filter((row) => row.valueUsd !== 0)
        .map((row) => [
          text(row.territoryName?.[language] ?? ''),
          thousand(row.valueUsd),
          percent(row.shareOfProduct),
          percent(row.shareOfTerritory),
          number(row.index),
          price(row),
          text(row.unit ?? ''),
        ]),
      language,
      limit,
    ),
    table(
      `${head}, ${period}`,
      [
        ['partner', 'left'],
        ['value', 'right'],
        ['share', 'right'],
        ['price', 'right'],
      ],
      of('partner').map((row) => [
        text(row.partnerName?.[language] ?? ''),
        thousand(row.valueUsd),
        percent(row.shareOfProduct),
        price(row),
      ]),
      language,
      limit,
    ),
    table(
      head,
      [
        ['year', 'left'],
        ['value', 'right'],
        ['ofTerritory', 'right'],
      ],
      of('year').map((row) => [
        text(row.period),
        row.valueReason === null ? thousand(row.valueUsd) : text(words.none[language]),
        percent(row.shareOfTerritory),
      ]),
      language,
      Number.POSITIVE_INFINITY,
    ),
    table(
      `${head}, ${period}`,
      [
        ['code', 'left'],
        ['name', 'left'],
        ['value', 'right'],
        ['share', 'right'],
      ],
      of('line').map((row) => [
        text(row.code),
        text(row.codeName?.[language] ?? ''),
        thousand(row.valueUsd),
        percent(row.shareOfProduct),
      ]),
      language,
      limit,
    ),
    table(
      `${head}, ${period}`,
      [
        ['segment', 'left'],
        ['value', 'right'],
        ['share', 'right'],
      ],
      of('segment').map((row) => [
        text(row.segmentName?.[language] ?? ''),
        thousand(row.valueUsd),
        percent(row.shareOfProduct),
      ]),
      language,
      limit,
    ),
    table(
      `${words.price[language]}: ${head}, ${period}`,
      [
        ['name', 'left'],
        ['unit', 'left'],
        ['price', 'right'],
        ['median', 'right'],
        ['quartiles', 'left'],
        ['count', 'right'],
      ],
      spread.map((row) => [
        text(words[row.partner === 'region' ? 'region' : 'partner'][language]),
        text(row.unit ?? ''),
        price(row),
        number(row.medianUsd),
        text(quartiles(row.lowerQuartileUsd, row.upperQuartileUsd, language)),
        numberCell(row.observations, String, language),
      ]),
      language,
      limit,
    ),
  ];
  return tables.filter((one, place) => place === 0 || one.rows.length > 0);
}

function quartiles(lower: number | null, upper: number | null, language: Language): string {
  return lower === null || upper === null
    ? ''
    : `${formatSignificant(lower, language)} … ${formatSignificant(upper, language)}`;
}

/** Unit values of the main products of a segment. */
export function unitValueTables(
  answer: UnitValues,
  language: Language,
  limit: number,
): readonly ReportTable[] {
  const { text, thousand, number } = cells(language);
  return [
    table(
      `${words.price[language]}, ${answer.manifest.period}`,
      [
        ['code', 'left'],
        ['name', 'left'],
        ['value', 'right'],
        ['unit', 'left'],
        ['price', 'right'],
        ['median', 'right'],
        ['quartiles', 'left'],
        ['count', 'right'],
      ],
      answer.data.map((row) => [
        text(row.code),
        text(row.codeName?.[language] ?? ''),
        thousand(row.valueUsd),
        text(row.unit ?? ''),
        number(row.unitValueUsd),
        number(row.medianUsd),
        text(quartiles(row.lowerQuartileUsd, row.upperQuartileUsd, language)),
        numberCell(row.observations, String, language),
      ]),
      language,
      limit,
    ),
  ];
}

import type { Diversification, DiversificationFigure } from '../api/diversification.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { yearsOf } from '../narrative/diversificationText.ts';
import { reasons } from './reasons.ts';
import { noValue, numberCell, type ReportCell, type ReportTable, textCell } from './reportTable.ts';

const t = {
  parts: { ru: 'Изменение по частям', en: 'The change in parts' },
  measures: { ru: 'Меры', en: 'Measures' },
  largest: { ru: 'Крупнейшие новые и прекращённые', en: 'Largest new and given up' },
  by: {
    ru: {
      all: 'всего',
      product: 'по товарам',
      market: 'по рынкам',
      'product-market': 'по парам «товар — рынок»',
    },
    en: {
      all: 'total',
      product: 'by product',
      market: 'by market',
      'product-market': 'by product and market',
    },
  },
  partColumns: {
    ru: [
      'Связи',
      'Было',
      'Стало',
      'Прежние',
      'Новые',
      'Прекращены',
      'Изменение, тыс. долл.',
      'прежние',
      'новые',
      'прекращённые',
      'ниже порога',
    ],
    en: [
      'Relations',
      'First year',
      'Last year',
      'Continuing',
      'New',
      'Given up',
      'Change, thousand USD',
      'continuing',
      'new',
      'given up',
      'below threshold',
    ],
  },
  unit: {
    ru: { usd: 'тыс. долл.', share: '%', number: '', index: '', nat: 'нат' },
    en: { usd: 'thousand USD', share: '%', number: '', index: '', nat: 'nats' },
  },
  change: { ru: 'за период', en: 'over the span' },
} as const;

/** The decomposition, all measures of both years side by side, and the largest new and given-up relations. */
export function diversificationTables(
  answer: Diversification,
  language: Language,
  ids: boolean,
): readonly ReportTable[] {
  return [
    partsTable(answer, language),
    measuresTable(answer, language, ids),
    ...largestTables(answer, language),
  ];
}

/** Figures as flat rows. */
export function diversificationRows(
  answer: Diversification,
  language: Language,
): readonly Readonly<Record<string, unknown>>[] {
  return answer.data.map(({ terms, items, ...row }) => ({
    ...row,
    terms: Object.entries(terms)
      .map(([name, value]) => `${name} = ${value}`)
      .join('; '),
    items: items.map((one) => `${itemName(one, language)}: ${one.valueUsd}`).join('; '),
  }));
}

function partsTable(answer: Diversification, language: Language): ReportTable {
  const { from, to, span } = yearsOf(answer);
  const kinds = (['product', 'market', 'product-market'] as const).filter((by) =>
    answer.data.some((one) => one.by === by && one.measure === 'entry'),
  );
  const find = (by: string, measure: string, period: string) =>
    answer.data.find((one) => one.by === by && one.measure === measure && one.period === period);
  const isThreshold = answer.data.some((one) => one.measure === 'belowThreshold');
  const columns = t.partColumns[language].slice(0, isThreshold ? 11 : 10);
  const count = (figure: DiversificationFigure | undefined) =>
    numberCell(figure?.value ?? null, (value) => formatNumber(value, 0, language), language);
  const money = (value: number | null | undefined) =>
    numberCell(value == null ? null : value / 1000, (one) => formatNumber(one, 1, language), language);
  return {
    title: t.parts[language],
    subtitle: `${answer.data[0]?.territoryName[language] ?? ''}, ${answer.data[0]?.scopeName[language] ?? ''}, ${from}–${to}`,
    columns: columns.map((heading, place) => ({ heading, align: place === 0 ? 'left' : 'right' })),
    rows: kinds.map((by) => {
      const parts = ['intensive', 'entry', 'exit', 'belowThreshold'].map(
        (measure) => find(by, measure, span)?.value ?? 0,
      );
      return [
        textCell(t.by[language][by]),
        count(find(by, 'active', from)),
        count(find(by, 'active', to)),
        count(find(by, 'continuing', span)),
        count(find(by, 'entered', span)),
        count(find(by, 'exited', span)),
        money(parts.reduce((sum, value) => sum + value, 0)),
        ...parts.slice(0, isThreshold ? 4 : 3).map(money),
      ];
    }),
    notes: [],
  };
}

function measuresTable(answer: Diversification, language: Language, ids: boolean): ReportTable {
  const { from, to, span } = yearsOf(answer);
  const inParts = new Set([
    'active',
    'intensive',
    'continuing',
    'entry',
    'entered',
    'exit',
    'exited',
    'belowThreshold',
  ]);
  const shown = answer.data.filter((one) => !inParts.has(one.measure));
  const keys = [...new Set(shown.map((one) => `${one.by}\t${one.measure}`))];
  const heading =
    language === 'ru'
      ? ['Мера', 'Связи', 'Единица', from, to, t.change.ru]
      : ['Measure', 'Relations', 'Unit', from, to, t.change.en];
  const why = new Map<string, string>();
  const rows = keys.map((key) => {
    const [by, measure] = key.split('\t');
    const of = (period: string) =>
      shown.find((one) => one.by === by && one.measure === measure && one.period === period);
    const figures = [of(from), of(to), of(span)];
    const any = figures.find((one) => one !== undefined);
    for (const one of figures)
      if (one?.reason != null) why.set(one.reason, reasons[one.reason]?.[language] ?? one.reason);
    return [
      textCell(any?.name[language] ?? ''),
      textCell(t.by[language][(any?.by ?? 'all') as 'all']),
      textCell(t.unit[language][any?.unit ?? 'number']),
      ...figures.map((one) => figureCell(one, language)),
      ...(ids ? [textCell(any?.id ?? '')] : []),
    ];
  });
  return {
    title: t.measures[language],
    subtitle: `${answer.data[0]?.territoryName[language] ?? ''}, ${answer.data[0]?.scopeName[language] ?? ''}`,
    columns: [...heading, ...(ids ? ['id'] : [])].map((text, place) => ({
      heading: text,
      align: place < 3 || place > 5 ? 'left' : 'right',
    })),
    rows,
    notes: [...why].map(([, words]) => `${noValue[language]}: ${words}`),
  };
}

/** A figure as a cell: dollars in thousands, shares in percent. */
export function figureCell(figure: DiversificationFigure | undefined, language: Language): ReportCell {
  if (figure === undefined) return { value: null, text: '' };
  const scaled =
    figure.value === null
      ? null
      : figure.unit === 'usd'
        ? figure.value / 1000
        : figure.unit === 'share'
          ? figure.value * 100
          : figure.value;
  const digits =
    figure.unit === 'usd'
      ? 1
      : figure.unit === 'share'
        ? 2
        : figure.unit === 'number'
          ? Number.isInteger(scaled)
            ? 0
            : 2
          : 4;
  return numberCell(scaled, (value) => formatNumber(value, digits, language), language);
}

function largestTables(answer: Diversification, language: Language): readonly ReportTable[] {
  const { span } = yearsOf(answer);
  const listed = answer.data.filter(
    (one) =>
      one.period === span &&
      (one.measure === 'entry' || one.measure === 'exit') &&
      one.by !== 'product-market' &&
      one.items.length > 0,
  );
  if (listed.length === 0) return [];
  const heading =
    language === 'ru'
      ? ['Что', 'Товар или рынок', 'Изменение, тыс. долл.']
      : ['What', 'Product or market', 'Change, thousand USD'];
  return [
    {
      title: t.largest[language],
      subtitle: answer.data[0]?.territoryName[language] ?? '',
      columns: heading.map((text, place) => ({ heading: text, align: place === 2 ? 'right' : 'left' })),
      rows: listed.flatMap((figure) =>
        figure.items
          .slice(0, 5)
          .map((one) => [
            textCell(`${figure.name[language]} ${t.by[language][figure.by]}`),
            textCell(itemName(one, language)),
            { value: one.valueUsd / 1000, text: formatNumber(one.valueUsd / 1000, 1, language) },
          ]),
      ),
      notes: [],
    },
  ];
}

function itemName(one: DiversificationFigure['items'][number], language: Language): string {
  const product =
    one.product === null
      ? null
      : `${one.product}${one.productName === null ? '' : ` ${one.productName[language]}`}`;
  const market = one.market === null ? null : (one.marketName?.[language] ?? one.market);
  return [product, market].filter((name) => name !== null).join(' → ');
}

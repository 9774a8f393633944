import type { CountryComparison, CountryComparisonRow } from '../api/countryComparison.ts';
import { formatNumber, formatShare, type Language } from '../domain/formatNumber.ts';
import { numberCell, type ReportTable, textCell } from './reportTable.ts';

const t = {
  territory: { ru: 'Территория', en: 'Territory' },
  index: {
    ru: 'Индексы вывоза, % к предыдущему году',
    en: 'Export indices, % of the year before',
  },
  current: { ru: 'в текущих долларах', en: 'current US dollars' },
  valuation: {
    current: {
      ru: 'в текущих долларах (индекс стоимости)',
      en: 'current US dollars (value index)',
    },
    volume: {
      ru: 'стоимость, делённая на индекс средних цен экспорта (индекс физического объёма)',
      en: 'values divided by the export unit value index (volume index)',
    },
    'volume-index': {
      ru: 'по опубликованному индексу физического объёма',
      en: 'by the published export volume index',
    },
  },
  published: {
    ru: 'Опубликованный индекс физического объёма, % к предыдущему году',
    en: 'Published volume index, % of the year before',
  },
  chained: { ru: 'цепной с', en: 'chained from' },
  shareOfExports: {
    ru: 'Высокие технологии в вывозе товаров, %',
    en: 'High technology in merchandise exports, %',
  },
  shareOfManufactured: {
    ru: 'Высокие технологии в вывозе продукции обрабатывающей промышленности, %',
    en: 'High technology in manufactured exports, %',
  },
  shareOfWorldHighTech: {
    ru: 'Доля в мировом вывозе высоких технологий, %',
    en: "Share in the world's high-technology exports, %",
  },
  printed: {
    ru: 'Напечатано / у нас / разность',
    en: 'Printed / ours / difference',
  },
} as const;

/** A comparison of countries as tables: a row for each territory, a column for each year. */
export function countryComparisonTables(
  answer: CountryComparison,
  language: Language,
  ids = false,
): readonly ReportTable[] {
  const { data } = answer;
  const valuation =
    t.valuation[(answer.manifest.options.valuation ?? 'current') as keyof typeof t.valuation][language];
  const base = (answer.manifest.options.chainFrom as number | undefined) ?? answer.manifest.options.from;
  const table = (
    field:
      | 'exportsIndex'
      | 'publishedVolumeIndex'
      | 'shareOfExports'
      | 'shareOfManufactured'
      | 'shareOfWorldHighTech',
    title: string,
    text: (value: number) => string,
  ): ReportTable => {
    const years = [...new Set(data.map((row) => row.year))];
    const chained = field === 'exportsIndex';
    const cell = (value: number | null) => numberCell(value, text, language);
    return {
      title,
      subtitle: chained ? valuation : field === 'publishedVolumeIndex' ? '' : t.current[language],
      columns: [
        { heading: t.territory[language], align: 'left' },
        ...years.map((year) => ({ heading: String(year), align: 'right' as const })),
        ...(chained ? [{ heading: `${t.chained[language]} ${base}`, align: 'right' as const }] : []),
        ...(ids ? [{ heading: 'id', align: 'left' as const }] : []),
      ],
      rows: territoriesOf(data).map((rows) => [
        textCell(rows[0]?.territoryName[language] ?? ''),
        ...years.map((year) => cell(rows.find((row) => row.year === year)?.[field] ?? null)),
        ...(chained ? [cell(rows.at(-1)?.chainIndex ?? null)] : []),
        ...(ids ? [textCell(`${rows.at(-1)?.id ?? ''}/${field}`)] : []),
      ]),
      notes: [],
    };
  };
  const shares = (['shareOfExports', 'shareOfManufactured', 'shareOfWorldHighTech'] as const).filter(
    (field) => data.some((row) => row[field] !== null),
  );
  const index = (value: number) => formatNumber(value, 1, language);
  return [
    table('exportsIndex', t.index[language], index),
    ...(data.some((row) => (row.publishedVolumeIndex ?? null) !== null)
      ? [table('publishedVolumeIndex', t.published[language], index)]
      : []),
    ...(data.some((row) => row.printedIndex !== null) ? [printedTable(data, base, language)] : []),
    ...shares.map((field) => table(field, t[field][language], (value) => formatShare(value, 2, language))),
  ];
}

function printedTable(data: readonly CountryComparisonRow[], base: unknown, language: Language): ReportTable {
  const years = [...new Set(data.filter((row) => row.printedIndex !== null).map((row) => row.year))];
  const one = (value: number | null) => (value === null ? '–' : formatNumber(value, 1, language));
  const marks = { equal: '', 'within-revision': '', different: ' !' } as const;
  const text = (
    printed: number | null,
    ours: number | null,
    difference: number | null,
    status: CountryComparisonRow['printedStatus'],
  ) =>
    printed === null
      ? '–'
      : `${one(printed)} / ${one(ours)} / ${one(difference)}${status === null ? '' : marks[status]}`;
  const chained = data.find((row) => row.printedChainIndex !== null);
  return {
    title: t.printed[language],
    subtitle: language === 'ru' ? '! — больше пересмотра' : '!: beyond revisions',
    columns: [
      { heading: t.territory[language], align: 'left' },
      ...years.map((year) => ({ heading: String(year), align: 'right' as const })),
      ...(chained === undefined
        ? []
        : [{ heading: `${chained.year}, ${t.chained[language]} ${base}`, align: 'right' as const }]),
    ],
    rows: territoriesOf(data)
      .filter((rows) => rows.some((row) => row.printedIndex !== null))
      .map((rows) => [
        textCell(rows[0]?.territoryName[language] ?? ''),
        ...years.map((year) => {
          const row = rows.find((candidate) => candidate.year === year);
          return textCell(
            row === undefined
              ? '–'
              : text(row.printedIndex, row.exportsIndex, row.printedDifference, row.printedStatus),
          );
        }),
        ...(chained === undefined ? [] : [textCell(chainText(rows, text))]),
      ]),
    notes: [],
  };
}

function chainText(
  rows: readonly CountryComparisonRow[],
  text: (
    printed: number | null,
    ours: number | null,
    difference: number | null,
    status: CountryComparisonRow['printedStatus'],
  ) => string,
): string {
  const row = rows.find((candidate) => candidate.printedChainIndex !== null);
  return row === undefined
    ? '–'
    : text(row.printedChainIndex, row.chainIndex, row.printedChainDifference, row.printedChainStatus);
}

function territoriesOf(data: readonly CountryComparisonRow[]): readonly (readonly CountryComparisonRow[])[] {
  return [...new Set(data.map((row) => row.territory))].map((id) =>
    data.filter((row) => row.territory === id),
  );
}

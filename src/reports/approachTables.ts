import type { Patents } from '../api/patents.ts';
import type { Sectors } from '../api/sectors.ts';
import { formatNumber, formatShare, type Language } from '../domain/formatNumber.ts';
import { numberCell, type ReportCell, type ReportTable, textCell } from './reportTable.ts';

const sectorHeadings = {
  ru: [
    'Класс',
    'Отрасль',
    'Значение, тыс.',
    'Доля, %',
    'Специализация',
    'В перечне высоких технологий, тыс.',
  ],
  en: [
    'Class',
    'Industry',
    'Value, thousand',
    'Share, %',
    'Specialisation',
    'In the high-technology list, thousand',
  ],
};
const patentHeadings = {
  ru: ['Класс МПК', 'Патентов', 'Доля, %', 'Специализация', 'Вывоз сегмента, тыс. долл.', 'Индекс T'],
  en: ['IPC class', 'Patents', 'Share, %', 'Specialisation', 'Segment exports, thousand USD', 'Index T'],
};

const idColumn = { heading: 'id', align: 'left' as const };

/** One table for each territory and year: classes of R&D intensity with their industries. */
export function sectorTables(answer: Sectors, language: Language, ids = false): readonly ReportTable[] {
  const number = (value: number | null, digits: number): ReportCell =>
    numberCell(value, (one) => formatNumber(one, digits, language), language);
  const thousand = (value: number | null) => number(value === null ? null : value / 1000, 1);
  return groups(answer.data).map((rows) => ({
    title: rows[0]?.territoryName[language] ?? '',
    subtitle: `${answer.manifest.classification}, ${rows[0]?.year ?? ''}`,
    columns: [
      ...sectorHeadings[language].map((heading, place) => ({
        heading,
        align: place < 2 ? ('left' as const) : ('right' as const),
      })),
      ...(ids ? [idColumn] : []),
    ],
    rows: rows
      .filter((row) => row.industry === null || row.value !== 0)
      .map((row) => [
        textCell(row.industry === null ? row.className[language] : ''),
        textCell(row.industryName === null ? '' : `${row.industry} ${row.industryName[language]}`),
        thousand(row.value),
        numberCell(row.share, (one) => formatShare(one, 2, language), language),
        number(row.specialisation, 2),
        thousand(row.highTechValue),
        ...(ids ? [textCell(row.id)] : []),
      ]),
    notes: [],
  }));
}

/** One table for each territory and year: classes of high-technology patents beside exports. */
export function patentTables(answer: Patents, language: Language, ids = false): readonly ReportTable[] {
  const number = (value: number | null, digits: number): ReportCell =>
    numberCell(value, (one) => formatNumber(one, digits, language), language);
  return groups(answer.data).map((rows) => ({
    title: rows[0]?.territoryName[language] ?? '',
    subtitle: String(rows[0]?.year ?? ''),
    columns: [
      ...patentHeadings[language].map((heading, place) => ({
        heading,
        align: place === 0 ? ('left' as const) : ('right' as const),
      })),
      ...(ids ? [idColumn] : []),
    ],
    rows: rows.map((row) => [
      textCell(row.patentClassName[language]),
      number(row.patents, 2),
      numberCell(row.share, (one) => formatShare(one, 1, language), language),
      number(row.specialisation, 2),
      number(row.segmentValueUsd === null ? null : row.segmentValueUsd / 1000, 1),
      number(row.trajectoryIndex, 2),
      ...(ids ? [textCell(row.id)] : []),
    ]),
    notes: [],
  }));
}

function groups<Row extends { readonly territory: string; readonly year: number }>(
  data: readonly Row[],
): readonly (readonly Row[])[] {
  const found = new Map<string, Row[]>();
  for (const row of data) {
    const key = `${row.year} ${row.territory}`;
    const rows = found.get(key);
    if (rows === undefined) found.set(key, [row]);
    else rows.push(row);
  }
  return [...found.values()];
}

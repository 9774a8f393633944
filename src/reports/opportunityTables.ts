import type { Opportunities, Opportunity } from '../api/opportunities.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { productText } from '../narrative/opportunitySentences.ts';
import { numberCell, type ReportTable, textCell } from './reportTable.ts';

const t = {
  absent: { ru: 'Чего у региона нет', en: 'What the region does not have' },
  present: { ru: 'Что у региона есть', en: 'What the region has' },
  columns: {
    ru: [
      'Товар',
      'Сегмент',
      'Сложность',
      'Расстояние',
      'Выигрыш перспектив',
      'RCA',
      'Вывоз региона, тыс. долл.',
      'Вывоз страны, тыс. долл.',
    ],
    en: [
      'Product',
      'Segment',
      'Complexity',
      'Distance',
      'Outlook gain',
      'RCA',
      'Region, thousand USD',
      'Country, thousand USD',
    ],
  },
  note: {
    ru: 'Сначала — где перспективы выигрывают больше. Расстояние: 0 — рядом всё, что есть у региона, 1 — ничего.',
    en: 'Those with the largest outlook gain first. Distance: 0, the region has all that is near; 1, nothing.',
  },
} as const;

/** What the region lacks by outlook gain, then what it has by complexity. */
export function opportunityTables(
  { data, manifest }: Opportunities,
  language: Language,
  limit: number,
  ids: boolean,
): readonly ReportTable[] {
  const { region, digits, edition } = manifest;
  const subtitle = `${region.name[language]}, ${data[0]?.year ?? ''}, ${edition}, ${digits}`;
  const present = data
    .filter((row) => row.present)
    .sort((a, b) => (b.pci ?? Number.NEGATIVE_INFINITY) - (a.pci ?? Number.NEGATIVE_INFINITY));
  const table = (title: string, rows: readonly Opportunity[]): ReportTable => ({
    title,
    subtitle,
    columns: [...t.columns[language], ...(ids ? ['id'] : [])].map((heading, place) => ({
      heading,
      align: place < 2 || heading === 'id' ? 'left' : 'right',
    })),
    rows: rows.slice(0, limit).map((row) => rowOf(row, language, ids)),
    notes: [t.note[language]],
  });
  return [
    table(
      t.absent[language],
      data.filter((row) => !row.present),
    ),
    table(t.present[language], present),
  ];
}

function rowOf(row: Opportunity, language: Language, ids: boolean) {
  const number = (value: number | null, digits: number) =>
    numberCell(value, (one) => formatNumber(one, digits, language), language);
  return [
    textCell(productText(row, language)),
    textCell(row.segmentName[language]),
    number(row.pci, 2),
    number(row.distance, 3),
    number(row.outlookGain, 3),
    number(row.rca, 2),
    number(row.valueUsd / 1000, 1),
    number(row.countryValueUsd / 1000, 1),
    ...(ids ? [textCell(row.id)] : []),
  ];
}

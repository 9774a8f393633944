import type { HighTech } from '../api/assessment.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { reasons } from './reasons.ts';
import { hiddenCell, markOf, numberCell, type ReportTable, textCell } from './reportTable.ts';

const columns = {
  ru: [
    'Год',
    'Территория',
    'Группа',
    'Стоимость, тыс. долл.',
    'нижняя граница',
    'верхняя граница',
    'доля в итоге, %',
  ],
  en: [
    'Year',
    'Territory',
    'Group',
    'Value, thousand USD',
    'lower bound',
    'upper bound',
    'share of total, %',
  ],
};

/** High-technology exports by year and group as one table. */
export function highTechTables(answer: HighTech, language: Language, ids = false): readonly ReportTable[] {
  const thousand = (value: number) => formatNumber(value / 1000, 1, language);
  const why = new Set(
    answer.data.flatMap((row) => [row.valueReason, row.boundsReason]).filter((reason) => reason !== null),
  );
  return [
    {
      title: language === 'ru' ? 'Высокие технологии по группам' : 'High technology by group',
      subtitle: '',
      columns: [...columns[language], ...(ids ? ['id'] : [])].map((heading, index) => ({
        heading,
        align: index === 1 || index === 2 || index === 7 ? 'left' : 'right',
      })),
      rows: answer.data.map((row) => [
        { value: row.year, text: String(row.year) },
        textCell(row.territoryName[language]),
        textCell(row.groupName[language]),
        row.suppressed !== null
          ? hiddenCell[language]
          : numberCell(
              row.valueUsd === null ? null : row.valueUsd / 1000,
              (value) => thousand(value * 1000),
              language,
            ),
        numberCell(
          row.lowerUsd === null ? null : row.lowerUsd / 1000,
          (value) => thousand(value * 1000),
          language,
        ),
        numberCell(
          row.upperUsd === null ? null : row.upperUsd / 1000,
          (value) => thousand(value * 1000),
          language,
        ),
        numberCell(
          row.shareOfTotal === null ? null : row.shareOfTotal * 100,
          (value) => formatNumber(value, 2, language),
          language,
        ),
        ...(ids ? [textCell(row.id)] : []),
      ]),
      notes: [...why].map(
        (reason) => `${markOf(reason, language)}: ${reasons[reason]?.[language] ?? reason}`,
      ),
    },
  ];
}

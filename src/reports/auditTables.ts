import type { AuditAnswer } from '../api/audit.ts';
import { auditRules } from '../domain/audit/auditRules.ts';
import type { Language } from '../domain/formatNumber.ts';
import { type ReportTable, textCell } from './reportTable.ts';

const t = {
  columns: {
    ru: ['№', 'Где', 'Напечатано', 'Сошлось бы', 'Уверенность', 'Что не так'],
    en: ['#', 'Where', 'Printed', 'Would agree', 'Certainty', 'What is wrong'],
  },
  certainty: {
    ru: {
      certain: 'точно',
      likely: 'вероятно',
      'under-definition': 'при этом определении',
      possible: 'возможно',
    },
    en: {
      certain: 'certain',
      likely: 'likely',
      'under-definition': 'under the definition',
      possible: 'possible',
    },
  },
  table: { ru: 'табл.', en: 'table' },
  text: { ru: 'текст', en: 'text' },
} as const;

/** One table for each rule that found something. */
export function auditTables(answer: AuditAnswer, language: Language): readonly ReportTable[] {
  return auditRules.flatMap((rule) => {
    const found = answer.data.filter((row) => row.rule === rule.id);
    if (found.length === 0) return [];
    return [
      {
        title: `${rule.name[language]} (${rule.id})`,
        subtitle: rule.meaning[language],
        columns: t.columns[language].map((heading, place) => ({
          heading,
          align: place === 0 ? ('right' as const) : ('left' as const),
        })),
        rows: found.map((row, place) => [
          textCell(String(place + 1)),
          textCell(whereText(row, language)),
          textCell(row.printed),
          textCell(rangeText(row, language)),
          textCell(t.certainty[language][row.certainty]),
          textCell(row.message[language]),
        ]),
        notes: [],
      },
    ];
  });
}

type Place = AuditAnswer['data'][number]['candidates'][number];

function whereText(row: Place, language: Language): string {
  if (row.claim !== null) return `${t.text[language]}: ${row.claim}`;
  return [`${t.table[language]} ${row.table ?? ''}`, row.row, row.column]
    .filter((one) => one !== null)
    .join(', ');
}

function rangeText(row: Place, language: Language): string {
  const shown = (value: number) => {
    const text = String(Number(value.toPrecision(4)));
    return language === 'ru' ? text.replace('.', ',') : text;
  };
  if (row.lower === null && row.upper === null) return '–';
  if (row.lower === row.upper) return shown(row.lower ?? 0);
  if (row.lower === null) return `≤ ${shown(row.upper ?? 0)}`;
  return row.upper === null ? `≥ ${shown(row.lower)}` : `${shown(row.lower)}–${shown(row.upper)}`;
}

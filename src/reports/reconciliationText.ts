import Table from 'cli-table3';
import type { Reconciliation } from '../api/reconciliation.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';

const t = {
  head: {
    ru: [
      'Территория',
      'Период',
      'Официально, тыс. долл.',
      'У нас, тыс. долл.',
      'Разность, тыс. долл.',
      '%',
      'Итог сверки',
    ],
    en: [
      'Territory',
      'Period',
      'Official, thousand USD',
      'Stored, thousand USD',
      'Difference, thousand USD',
      '%',
      'Outcome',
    ],
  },
  status: {
    equal: { ru: 'равны', en: 'equal' },
    'within-rounding': { ru: 'в пределах округления', en: 'within rounding' },
    'within-tolerance': { ru: 'в пределах допуска', en: 'within tolerance' },
    explained: { ru: 'объяснено', en: 'explained' },
    unexplained: { ru: 'НЕ ОБЪЯСНЕНО', en: 'UNEXPLAINED' },
    'no-data': { ru: 'данных нет', en: 'no data' },
  },
} as const;

/** A reconciliation for the terminal: differences first, then what agrees, unless only differences are asked for. */
export function reconciliationText(answer: Reconciliation, language: Language, all: boolean): string {
  const agreed = new Set(['equal', 'within-rounding']);
  const rows = answer.data.filter((row) => all || !agreed.has(row.status));
  const table = new Table({
    head: t.head[language].map((heading) => heading.replace(/, /, ',\n')),
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
    colWidths: [28, null, null, null, null, null, 44],
    wordWrap: true,
  });
  const thousand = (value: number | null) => (value === null ? '–' : formatNumber(value / 1000, 1, language));
  for (const row of rows) {
    const why = row.explanation.map((one) => one.message[language]).join('; ');
    table.push([
      row.territoryName[language],
      row.period,
      thousand(row.officialUsd),
      thousand(row.storedUsd),
      thousand(row.differenceUsd),
      row.relative === null ? '–' : formatNumber(row.relative * 100, 2, language),
      `${t.status[row.status][language]}${why === '' ? '' : `: ${why}`}`,
    ]);
  }
  const findings = answer.findings.map(
    (finding) =>
      `* ${finding.message[language]}${(finding.examples ?? []).map((one) => `\n    ${one}`).join('')}`,
  );
  return [...(rows.length === 0 ? [] : [table.toString()]), ...findings, ''].join('\n');
}

import Table from 'cli-table3';
import type { Check } from '../../api/check.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { ReportTable } from '../reportTable.ts';
import { checkTables } from './checkTables.ts';
import { checkSummary, checkWords, flowWord } from './checkWords.ts';

const widest = 44;

/** A check for the terminal: the verdict on the store, the tables, then each finding with its meaning and rows. */
export function checkText(answer: Check, language: Language): string {
  const lines = [...checkSummary(answer, language), ''];
  const { integrity, quality } = answer.data;
  if (integrity !== null && integrity.orphans.length > 0) lines.push(...orphanLines(answer, language));
  for (const table of checkTables(answer, language)) lines.push(...tableLines(table));
  for (const finding of quality ?? []) {
    const where = flowWord(finding, language);
    lines.push(
      `[${finding.code}] ${finding.name[language]}${where === '' ? '' : `, ${where}`}: ${finding.meaning[language]}`,
    );
    for (const item of finding.items)
      lines.push(`    ${item.year === null ? '' : `${item.year}: `}${item.text[language]}`);
    if (finding.itemCount > finding.items.length)
      lines.push(`    … ${checkWords.more[language]} ${finding.itemCount - finding.items.length}`);
    for (const example of finding.examples)
      lines.push(
        `    ${example.file}${example.row === null ? '' : `, ${checkWords.row[language]} ${example.row}`}: ${example.text}`,
      );
  }
  for (const finding of answer.findings) lines.push(`* ${finding.message[language]}`);
  return `${lines.join('\n')}\n`;
}

function orphanLines(answer: Check, language: Language): readonly string[] {
  const orphans = answer.data.integrity?.orphans ?? [];
  const size = formatNumber(orphans.reduce((sum, one) => sum + one.bytes, 0) / 1e6, 1, language);
  return [
    language === 'ru'
      ? `Файлы, которых манифест не называет (их никто не читает): ${orphans.length}, ${size} МБ. Удалить: trajecta check --clean`
      : `Files that the manifest does not name (nobody reads them): ${orphans.length}, ${size} MB. Remove them: trajecta check --clean`,
    ...orphans.slice(0, 10).map((one) => `    ${one.path}`),
    ...(orphans.length > 10 ? [`    … ${checkWords.more[language]} ${orphans.length - 10}`] : []),
    '',
  ];
}

function tableLines(table: ReportTable): readonly string[] {
  const drawn = new Table({
    head: table.columns.map((column) => column.heading.replace(/ (?=\S{3,})/g, '\n')),
    colAligns: table.columns.map((column) => column.align),
    style: { head: [], border: [], compact: true },
    colWidths: table.columns.map((column, place) => {
      const longest = Math.max(0, ...table.rows.map((row) => row[place]?.text.length ?? 0));
      return column.align === 'left' && longest > widest ? widest + 2 : null;
    }),
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  for (const row of table.rows) drawn.push(row.map((cell) => cell.text));
  const subtitle = table.subtitle === '' ? '' : ` — ${table.subtitle}`;
  return [`${table.title}${subtitle}`, drawn.toString(), ...table.notes, ''];
}

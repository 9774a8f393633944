import type { AuditAnswer } from '../api/audit.ts';
import type { Language } from '../domain/formatNumber.ts';
import { auditTables } from './auditTables.ts';

const t = {
  ru: {
    checked: (tables: number, cells: number, claims: number) =>
      `Проверено: таблиц ${tables}, чисел ${cells}, утверждений ${claims}. Напечатанное число — это промежуток: 0,1 значит от 0,05 до 0,15.`,
    nothing: 'Противоречий не найдено.',
    found: (count: number) =>
      `Находок: ${count}. Ни одна ячейка не обвиняется: у каждой находки названы все, что могли бы быть виновны (--format json, candidates).`,
    agree: 'сошлось бы',
    caveats: 'Оговорки',
  },
  en: {
    checked: (tables: number, cells: number, claims: number) =>
      `Checked: ${tables} tables, ${cells} numbers, ${claims} claims. A printed number is a range: 0.1 stands for 0.05 to 0.15.`,
    nothing: 'No contradiction was found.',
    found: (count: number) =>
      `Findings: ${count}. No cell is accused: each finding names all that could be at fault (--format json, candidates).`,
    agree: 'would agree',
    caveats: 'Caveats',
  },
} as const;

/** The findings of an audit for reading: by rule, each with where it is, what is printed and what would agree. */
export function auditText(answer: AuditAnswer, language: Language): string {
  const words = t[language];
  const { title, source, tables, cells, claims } = answer.manifest as AuditAnswer['manifest'] & {
    title: Record<Language, string>;
    source: string;
  };
  const sections = auditTables(answer, language).flatMap((table) => [
    '',
    `${table.title}`,
    `  ${table.subtitle}`,
    ...table.rows.flatMap((cells_) => {
      const [number, where, printed, agree, certainty, message] = cells_.map((cell) => cell.text);
      const fits = agree === '–' ? '' : `; ${words.agree}: ${agree}`;
      return [`  ${number}. ${message}`, `     ${where}: ${printed}${fits} [${certainty}]`];
    }),
  ]);
  return [
    title[language],
    source,
    words.checked(tables, cells, claims),
    answer.data.length === 0 ? words.nothing : words.found(answer.data.length),
    ...sections,
    ...(answer.findings.length === 0 ? [] : ['', words.caveats]),
    ...answer.findings.map(
      (finding) =>
        `* ${finding.message[language]}${finding.count === undefined ? '' : ` (${finding.count})`}${finding.examples === undefined || finding.examples.length === 0 ? '' : ` [${finding.examples.join('; ')}]`}`,
    ),
    '',
  ].join('\n');
}

import type { AccountExplanation } from '../api/accountExplanation.ts';
import type { Explanation, Operand } from '../api/explanation.ts';
import { boundName } from '../domain/boundName.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { quarantineReason } from '../domain/quarantineReason.ts';
import { definitionsText } from './definitionsText.ts';
import { reasons } from './reasons.ts';
import { noValue } from './reportTable.ts';

const t = {
  value: { ru: 'Величина', en: 'Figure' },
  formula: { ru: 'Формула', en: 'Formula' },
  numbers: { ru: 'С числами', en: 'With numbers' },
  inputs: { ru: 'Суммы', en: 'Sums' },
  rows: { ru: 'строк', en: 'rows' },
  codes: { ru: 'коды', en: 'codes' },
  checked: {
    ru: 'Проверка: по строкам получается то же.',
    en: 'Check: the rows give the same.',
  },
  differs: { ru: 'ПРОВЕРКА НЕ СОШЛАСЬ: по строкам', en: 'THE CHECK FAILS: the rows give' },
  rests: { ru: 'Опирается на', en: 'Rests on' },
  definitions: { ru: 'Определения', en: 'Definitions' },
  caveats: { ru: 'Оговорки', en: 'Caveats' },
  usd: { ru: 'долл. США', en: 'USD' },
  more: { ru: 'ещё строк', en: 'more rows' },
} as const;

const statuses: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  product: { ru: 'товар', en: 'product' },
  confidential: { ru: 'секретный код', en: 'secret code' },
  unallocated: { ru: 'сверх суммы частей', en: 'above the sum of parts' },
};

const verdicts = {
  ru: { yes: 'да', no: 'нет', undefined: 'не определён' },
  en: { yes: 'yes', no: 'no', undefined: 'undefined' },
} as const;

/** An explanation for the terminal: figure, formula, sums with files and largest rows, definitions, caveats. */
export function explanationText(explanation: Explanation, language: Language): string {
  const { data } = explanation;
  const lines = [
    data.title[language],
    `id: ${data.id}`,
    '',
    `${t.value[language]}: ${valueText(explanation, language)}`,
  ];
  if (data.formula !== '') lines.push(`${t.formula[language]}: ${data.formula}`);
  for (const line of data.substituted.split('\n'))
    if (line !== '') lines.push(`${t.numbers[language]}: ${line}`);
  if (data.operands.length > 0) {
    lines.push(
      data.agrees ? t.checked[language] : `${t.differs[language]} ${data.recomputed}`,
      '',
      `${t.inputs[language]}:`,
    );
    for (const operand of data.operands) lines.push(...operandLines(operand, language));
  }
  if (data.related.length > 0) {
    lines.push('', `${t.rests[language]}:`);
    for (const one of data.related.slice(0, 20))
      lines.push(
        `  ${one.id}${one.note === null ? '' : `  ${one.note[language]}`}${one.value === null ? '' : ` = ${exact(one.value, language)}`}`,
      );
  }
  const { program, workspace } = explanation.manifest as {
    program?: { version: string };
    workspace?: { inputs: { vintage: string; file: string; sha256: string }[] };
  };
  lines.push('', `${t.definitions[language]}:`);
  lines.push(...definitionsText(data.definitions, language).map((line) => `  ${line}`));
  if (program !== undefined) lines.push(`  trajecta ${program.version}`);
  for (const input of workspace?.inputs ?? [])
    lines.push(`  ${input.vintage}  ${input.file}  sha256 ${input.sha256.slice(0, 16)}…`);
  lines.push(
    '',
    `${t.caveats[language]}:`,
    ...explanation.findings.map((finding) => `  * ${finding.message[language]}`),
    '',
  );
  return lines.join('\n');
}

function exact(value: number, language: Language): string {
  return language === 'ru' ? String(value).replace('.', ',') : String(value);
}

function valueText(explanation: Explanation, language: Language): string {
  const { value, text, reason, unit } = explanation.data;
  const why = reason === null ? '' : ` (${reasons[reason]?.[language] ?? reason})`;
  if (text !== null) return `${verdicts[language][text as keyof (typeof verdicts)['ru']] ?? text}${why}`;
  if (value === null) return `${noValue[language]}${why}`;
  return `${exact(value, language)} ${unit[language]}`.trim();
}

function operandLines(operand: Operand, language: Language): readonly string[] {
  const money = (value: number) => formatNumber(value, 2, language);
  const bound = operand.bound === 'chosen' ? '' : ` [${boundName(operand.bound)[language]}]`;
  const lines = [
    `  ${operand.symbol}${bound} = ${money(operand.valueUsd)} ${t.usd[language]}: ${operand.definition[language]}`,
  ];
  for (const [edition, codes] of Object.entries(operand.codes ?? {})) {
    const shown = codes.slice(0, 8).map(([code, weight]) => (weight === 1 ? code : `${code}×${weight}`));
    lines.push(
      `      ${edition} ${t.codes[language]}: ${shown.join(' ')}${codes.length > 8 ? ` … (${codes.length})` : ''}`,
    );
  }
  for (const source of operand.sources)
    lines.push(
      `      ${source.file} (${source.vintage}): ${t.rows[language]} ${formatNumber(source.rows, 0, language)}, ${money(source.valueUsd)} ${t.usd[language]}`,
    );
  for (const row of operand.rows) {
    const period = row.month === 0 ? String(row.year) : `${row.year}-${String(row.month).padStart(2, '0')}`;
    const part = row.weight === 1 ? '' : ` × ${exact(row.weight, language)}`;
    const rate = row.usdRate === 1 ? '' : ` × ${exact(row.usdRate, language)}`;
    lines.push(
      `        ${row.file}:${row.row}${row.column === null ? '' : ` [${row.column}]`}  ${period} ${row.region} ${row.line} ${row.partner} ${row.status === 'product' ? '' : `${statuses[row.status]?.[language] ?? row.status} `}${money(row.value)} ${row.currency}${rate}${part}`,
    );
  }
  const rest = operand.rowCount - operand.rows.length;
  if (rest > 0) lines.push(`        … ${t.more[language]}: ${formatNumber(rest, 0, language)}`);
  return lines;
}

/** A figure of an import's accounts for the terminal. */
export function accountText(explanation: AccountExplanation, language: Language): string {
  const { data } = explanation;
  const given = (value: number | null) => (value === null ? noValue[language] : exact(value, language));
  const why = data.reason === null ? '' : ` (${reasons[data.reason]?.[language] ?? data.reason})`;
  const lines = [
    `id: ${data.id}`,
    `${t.value[language]}: ${given(data.value)} ${data.unit === 'rows' ? t.rows[language] : data.unit}${why}`,
    data.meaning[language],
    `${data.file}, sha256 ${data.sha256}`,
  ];
  if (data.recomputed !== null)
    lines.push(data.agrees ? t.checked[language] : `${t.differs[language]} ${data.recomputed}`);
  for (const row of data.rows)
    lines.push(
      `  ${data.file}:${row.row}  ${row.region} ${row.line} ${statuses[row.reason]?.[language] ?? quarantineReason(row.reason)[language]} ${given(row.value)}`,
    );
  const rest = (data.rowCount ?? 0) - data.rows.length;
  if (rest > 0) lines.push(`  … ${t.more[language]}: ${formatNumber(rest, 0, language)}`);
  return `${lines.join('\n')}\n`;
}

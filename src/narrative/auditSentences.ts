import type { AuditAnswer } from '../api/audit.ts';
import type { Certainty } from '../domain/audit/auditFinding.ts';
import type { Language } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { russianForm, type Sentence } from './sentence.ts';

/** Degrees of certainty in words. */
export const certaintyNames: Readonly<Record<Certainty, TwoLanguages>> = {
  certain: { ru: 'достоверно', en: 'certain' },
  likely: { ru: 'вероятно', en: 'likely' },
  'under-definition': { ru: 'при таком определении', en: 'under the definition' },
  possible: { ru: 'возможно', en: 'possible' },
};

/** What an audit has found in all. */
export function auditSentences(
  answer: Pick<AuditAnswer, 'data' | 'manifest'>,
  language: Language,
): readonly Sentence[] {
  const { data, manifest } = answer;
  const ru = language === 'ru';
  const of = (certainty: Certainty) => data.filter((one) => one.certainty === certainty).length;
  const checked = ru
    ? `Проверено таблиц: ${manifest.tables}, чисел: ${manifest.cells}, утверждений текста: ${manifest.claims}.`
    : `Checked: ${manifest.tables} tables, ${manifest.cells} numbers, ${manifest.claims} claims of the text.`;
  if (data.length === 0)
    return [[checked], [ru ? 'Противоречий не найдено.' : 'Nothing contradicts itself.']];
  const parts = (['certain', 'likely', 'under-definition', 'possible'] as const).flatMap((one) =>
    of(one) === 0 ? [] : [`${certaintyNames[one][language]} ${of(one)}`],
  );
  const form = russianForm(data.length, ['противоречие', 'противоречия', 'противоречий']);
  return [
    [checked],
    [
      ru
        ? `Найдено ${data.length} ${form}: ${parts.join(', ')}.`
        : `Found ${data.length} contradictions: ${parts.join(', ')}.`,
    ],
  ];
}

/** What a table, or the text, is found to hold. */
export function tableSentences(findings: AuditAnswer['data'], language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  if (findings.length === 0) return [[ru ? 'Противоречий не найдено.' : 'Nothing contradicts itself here.']];
  const certain = findings.filter((one) => one.certainty === 'certain').length;
  const form = russianForm(findings.length, ['противоречие', 'противоречия', 'противоречий']);
  return [
    [
      ru
        ? `${findings.length} ${form}${certain === 0 ? '' : `, из них достоверных ${certain}`}.`
        : `${findings.length} contradiction${findings.length === 1 ? '' : 's'}${certain === 0 ? '' : `, ${certain} of them certain`}.`,
    ],
  ];
}

/** Printed values that would be consistent, as a range; open ends are said. @example rangeText(91.3, 92.1, 'en') // '91.3 … 92.1' */
export function rangeText(lower: number | null, upper: number | null, language: Language): string {
  const text = (value: number) => {
    const plain = String(Number(value.toPrecision(4))).replace('-', '−');
    return language === 'ru' ? plain.replace('.', ',') : plain;
  };
  if (lower === null && upper === null) return '–';
  if (lower === null) return `≤\u202f${text(upper ?? 0)}`;
  if (upper === null) return `≥\u202f${text(lower)}`;
  return text(lower) === text(upper) ? text(lower) : `${text(lower)} … ${text(upper)}`;
}

import type { AssessmentRow } from '../api/assessment.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { indexText } from '../domain/quantityText.ts';
import type { TwoLanguages } from '../domain/territory.ts';

const names: Readonly<Record<string, TwoLanguages>> = {
  trajectoryIndex: { ru: 'T', en: 'T' },
  shareOfReferenceSegment: { ru: 'доля в сегменте', en: 'share of the segment' },
  segmentShareOfTerritory: { ru: 'доля сегмента', en: "segment's share" },
  shareOfCountryTotal: { ru: 'доля во всём вывозе', en: 'share of all exports' },
  segmentValueUsd: { ru: 'вывоз', en: 'exports' },
};

/** Why a verdict is as it is: each condition with its value; ≈ within 10 % of the threshold, ± differs between bounds. */
export function verdictReason(row: AssessmentRow, language: Language): string {
  const ru = language === 'ru';
  // Conditions of nothing say nothing, while the verdict is no.
  if (row.segmentValueUsd === 0 && row.verdict === 'no')
    return ru ? 'вывоза сегмента нет' : 'no exports of the segment';
  const text = (measure: string, value: number | null) => {
    if (value === null) return ru ? 'н/о' : 'n/d';
    if (measure === 'trajectoryIndex') return indexText(value, language);
    return measure === 'segmentValueUsd'
      ? formatNumber(value, 0, language)
      : `${formatNumber(value * 100, 2, language)} %`;
  };
  const parts = row.conditions.map((one) => {
    const name = names[one.measure]?.[language] ?? one.measure;
    const not = one.held === true ? '' : ru ? 'не ' : 'not ';
    const sign = one.operator.replace('>=', '≥').replace('<=', '≤');
    return `${name} ${text(one.measure, one.value)} ${not}${sign} ${text(one.measure, one.threshold)}${one.near ? ' ≈' : ''}`;
  });
  return parts.join('; ') + (row.verdictFlips ? ' ±' : '');
}

/** The verdict in a word, with its mark. */
export function verdictText(verdict: AssessmentRow['verdict'], language: Language): string {
  const words: Readonly<Record<AssessmentRow['verdict'], TwoLanguages>> = {
    yes: { ru: '● да', en: '● yes' },
    no: { ru: '○ нет', en: '○ no' },
    undefined: { ru: 'н/о', en: 'n/d' },
  };
  return words[verdict][language];
}

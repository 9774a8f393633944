import type { Language } from '../domain/formatNumber.ts';

export interface ReportColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** A cell: the value in full precision and its text for people. */
export interface ReportCell {
  readonly value: string | number | null;
  readonly text: string;
}

/** A table for people, in one language. */
export interface ReportTable {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly notes: readonly string[];
}

export const noValue = { ru: 'н/о', en: 'n/d' } as const;

/** A cell of text. */
export function textCell(text: string): ReportCell {
  return { value: text, text };
}

/** A cell of a number with its text, or the mark of no value. */
export function numberCell(
  value: number | null,
  text: (value: number) => string,
  language: Language,
): ReportCell {
  return value === null ? { value: null, text: noValue[language] } : { value, text: text(value) };
}

/** Marks a cell that disclosure control hides: neither zero nor missing. */
export const hiddenCell = { ru: { value: null, text: 'к' }, en: { value: null, text: 'c' } } as const;

/** The mark of a cell without a value, by its reason. */
export function markOf(reason: string, language: Language): string {
  return reason === 'suppressed' ? hiddenCell[language].text : noValue[language];
}

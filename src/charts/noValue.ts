import type { Language } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';

/** Four things that are not the same, and none of which is blank, 0 or NaN. */
export type NoValue = 'no-exports' | 'not-published' | 'confidential' | 'undefined';

const marks: Readonly<Record<NoValue, TwoLanguages>> = {
  'no-exports': { ru: '–', en: '–' },
  'not-published': { ru: '…', en: '…' },
  confidential: { ru: 'к', en: 'c' },
  undefined: { ru: 'н/о', en: 'n/d' },
};
const names: Readonly<Record<NoValue, TwoLanguages>> = {
  'no-exports': { ru: 'вывоза не было', en: 'no exports' },
  'not-published': { ru: 'не опубликовано', en: 'not published' },
  confidential: { ru: 'скрыто', en: 'confidential' },
  undefined: { ru: 'не определён', en: 'undefined' },
};

/** The mark in cells, tiles and exports. @example noValueMark('undefined', 'en') // 'n/d' */
export function noValueMark(kind: NoValue, language: Language): string {
  return marks[kind][language];
}

export function noValueName(kind: NoValue, language: Language): string {
  return names[kind][language];
}

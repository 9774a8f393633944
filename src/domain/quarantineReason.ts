import type { TwoLanguages } from './territory.ts';

const words: Readonly<Record<string, TwoLanguages>> = {
  'broken-row': { ru: 'строка не делится на столбцы', en: 'the row cannot be split into columns' },
  'too-many-fields': { ru: 'столбцов больше, чем в заголовке', en: 'more fields than the heading has' },
  'unknown-flow': { ru: 'направление не узнано', en: 'the flow is not recognised' },
  'bad-period': { ru: 'период не читается', en: 'the period cannot be read' },
  'other-classification': {
    ru: 'классификация — не Гармонизированная система',
    en: 'the classification is not the Harmonised System',
  },
  'bad-code': { ru: 'не код товара', en: 'no code of goods' },
  'unknown-territory': {
    ru: 'ни страна, ни группа стран',
    en: 'neither a country nor a group of countries',
  },
  'bad-year': { ru: 'год не читается', en: 'the year cannot be read' },
  contradicts: {
    ru: 'противоречит другому значению той же страны и года',
    en: 'contradicts another value of the same country and year',
  },
  'bad-value': { ru: 'стоимость не читается как число', en: 'the value is no number' },
  'negative-value': { ru: 'стоимость отрицательна', en: 'the value is negative' },
};

/** Why a row is in quarantine, in words. @example quarantineReason('bad-code').en // 'no code of goods' */
export function quarantineReason(code: string): TwoLanguages {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? { ru: code, en: code };
}

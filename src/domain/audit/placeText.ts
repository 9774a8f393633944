import type { TwoLanguages } from '../territory.ts';
import type { Interval } from './interval.ts';

/** Where a printed number stands, in words. @example placeText({ table: '1', row: 'США', column: 'c10', claim: null }).en // 'table 1, США, column c10' */
export function placeText(at: {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly claim: string | null;
}): TwoLanguages {
  if (at.claim !== null) return { ru: `текст [${at.claim}]`, en: `text [${at.claim}]` };
  const row = at.row === null ? '' : `, ${at.row}`;
  const of = (table: string, column: string) =>
    `${table} ${at.table}${row}${at.column === null ? '' : `, ${column} ${at.column}`}`;
  return { ru: of('таблица', 'столбец'), en: of('table', 'column') };
}

/** A range in words, with as many digits, from four, as keep its ends apart. @example rangeText({ lower: 1.5, upper: 2 }).en // 'from 1.5 to 2' */
export function rangeText(range: Interval): TwoLanguages {
  const digits = [4, 5, 6, 7, 8].find(
    (some) => range.lower.toPrecision(some) !== range.upper.toPrecision(some),
  );
  const shown = (value: number, language: 'ru' | 'en') => {
    const text = String(Number(value.toPrecision(digits ?? 8)));
    return language === 'ru' ? text.replace('.', ',') : text;
  };
  const has = { lower: Number.isFinite(range.lower), upper: Number.isFinite(range.upper) };
  const of = (language: 'ru' | 'en', from: string, to: string, least: string, most: string) => {
    if (range.lower === range.upper) return shown(range.lower, language);
    if (has.lower && has.upper)
      return `${from} ${shown(range.lower, language)} ${to} ${shown(range.upper, language)}`;
    return has.lower ? `${least} ${shown(range.lower, language)}` : `${most} ${shown(range.upper, language)}`;
  };
  return {
    ru: of('ru', 'от', 'до', 'не меньше', 'не больше'),
    en: of('en', 'from', 'to', 'at least', 'at most'),
  };
}

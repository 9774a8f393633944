/** A unit read: currency (ISO 4217) of money, null of plain numbers; how many of it one printed unit is. */
export interface SeriesUnit {
  readonly currency: string | null;
  readonly scale: number;
}

const currencies: readonly (readonly [pattern: RegExp, currency: string])[] = [
  [/руб|₽|\brub\b|\brur\b|rouble|ruble/i, 'RUB'],
  [/австрал.*долл|\baud\b/i, 'AUD'],
  [/долл|\$|\busd\b|dollar/i, 'USD'],
  [/евро|€|\beur\b|euro/i, 'EUR'],
  [/юан|\bcny\b|yuan|renminbi/i, 'CNY'],
  [/тенге|\bkzt\b|tenge/i, 'KZT'],
  [/реал|\bbrl\b|\breal\b/i, 'BRL'],
];
const scales: readonly (readonly [pattern: RegExp, scale: number])[] = [
  [/трлн|трилл|\btn\b|trillion/i, 1e12],
  [/млрд|миллиард|\bbn\b|billion/i, 1e9],
  [/млн|миллион|\bmn?\b|\bmln\b|million/i, 1e6],
  [/тыс|\bk\b|thousand/i, 1e3],
];

/**
 * A unit in Russian or English words: "млн руб.", "тыс. долл.", "bn USD", "чел.", "%". Null where it is empty.
 * @example seriesUnit('млн руб.') // { currency: 'RUB', scale: 1000000 }
 */
export function seriesUnit(text: string): SeriesUnit | null {
  if (text.trim() === '') return null;
  const belarusian = /бел\S*\s+руб|\bbyn\b/i.test(text);
  const currency = belarusian ? 'BYN' : (currencies.find(([pattern]) => pattern.test(text))?.[1] ?? null);
  return { currency, scale: scales.find(([pattern]) => pattern.test(text))?.[1] ?? 1 };
}

import { formatAgainst, formatNotZero, formatNumber, type Language } from './formatNumber.ts';

const units = [
  { at: 1e9, ru: 'млрд долл.', en: 'bn' },
  { at: 1e6, ru: 'млн долл.', en: 'm' },
  { at: 1e3, ru: 'тыс. долл.', en: 'k' },
  { at: 1, ru: 'долл.', en: '' },
] as const;

/** Dollars in words, three digits of them. @example moneyText(2.517e9, 'en') // '$2.52\u00a0bn' */
export function moneyText(usd: number, language: Language): string {
  const size = Math.abs(usd);
  const unit = units.find(({ at }) => size >= at * 0.9995) ?? units[units.length - 1];
  const at = unit?.at ?? 1;
  const scaled = size / at;
  const digits = at === 1 ? 0 : scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  const number = formatNumber(scaled, digits, language);
  const sign = usd < 0 && /[1-9]/.test(number) ? '−' : '';
  if (language === 'ru') return `${sign}${number}\u00a0${unit?.ru ?? ''}`;
  return `${sign}$${number}${unit?.en === '' ? '' : `\u00a0${unit?.en}`}`;
}

/**
 * Dollars in millions, without the unit: one digit, two below ten million, more rather than a zero that is none.
 * @example millionsText(2_530_000, 'en') // '2.53'
 */
export function millionsText(usd: number, language: Language): string {
  return formatNotZero(usd / 1e6, usd < 9.95e6 ? 2 : 1, language);
}

/**
 * A share, 0 to 1, as percent: one digit, more where it is small; what is not zero is never printed as zero.
 * @example percentText(0.0042, 'ru') // '0,42\u202f%'
 */
export function percentText(share: number, language: Language, digits?: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  const few = digits ?? (size >= 0.995 || size === 0 ? 1 : size >= 0.0995 ? 2 : 3);
  const number = formatNotZero(percent, few, language);
  return language === 'ru' ? `${number}\u202f%` : `${number}%`;
}

/** The trajectory index: one digit, never rounded across 1; below 0.1 as such. @example indexText(0.96, 'en') // '0.96' */
export function indexText(index: number, language: Language): string {
  if (index > 0 && index < 0.05) return `<\u202f${formatNumber(0.05, 2, language)}`;
  if (index >= 99.95) return formatNumber(index, 0, language);
  return formatAgainst(index, 1, 1, language);
}

/** A change as an index of 100, in words of percent: +12.9 %. @example changeText(1.129, 'en') // '+12.9%' */
export function changeText(ratio: number, language: Language): string {
  const percent = (ratio - 1) * 100;
  const number = formatNumber(percent, Math.abs(percent) >= 99.95 ? 0 : 1, language);
  const signed = percent > 0 && /[1-9]/.test(number) ? `+${number}` : number;
  return language === 'ru' ? `${signed}\u202f%` : `${signed}%`;
}

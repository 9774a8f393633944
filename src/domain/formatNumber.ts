export type Language = 'ru' | 'en';

const narrowSpace = '\u202F';

/**
 * A number for people: groups of three (from four digits), decimal comma in Russian, a true minus sign, never "-0".
 * @example formatNumber(1234.5, 1, 'ru') // '1\u202F234,5'
 */
export function formatNumber(value: number, digits: number, language: Language): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'ru' ? narrowSpace : ',');
  const text = fraction === undefined ? grouped : `${grouped}${language === 'ru' ? ',' : '.'}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/**
 * As `formatNumber`, with one digit more, up to three more, while rounding would carry the value across a threshold:
 * 0.96 is not printed as 1.0.
 * @example formatAgainst(0.96, 1, 1, 'en') // '0.96'
 */
export function formatAgainst(value: number, digits: number, threshold: number, language: Language): string {
  for (let more = 0; more < 3; more += 1) {
    const rounded = Number(value.toFixed(digits + more));
    if (value >= threshold === rounded >= threshold) return formatNumber(value, digits + more, language);
  }
  return formatNumber(value, digits + 3, language);
}

/**
 * Three significant digits, without an exponent and without needless zeros.
 * @example formatSignificant(0.067234, 'ru') // '0,0672'
 * @example formatSignificant(12345, 'en') // '12,300'
 */
export function formatSignificant(value: number, language: Language): string {
  const rounded = Number(value.toPrecision(3));
  const digits = Math.min(Math.max(2 - Math.floor(Math.log10(Math.abs(rounded) || 1)), 0), 20);
  const text = formatNumber(rounded, digits, language);
  return digits === 0 ? text : text.replace(/[.,]?0+$/, '');
}

/**
 * A small number with its first digit that is not zero, down to a millionth.
 * @example formatSmall(0.00412, 'en') // '0.004'
 */
export function formatSmall(value: number, language: Language): string {
  for (let digits = 1; digits < 6; digits += 1)
    if (Number(value.toFixed(digits)) !== 0) return formatNumber(value, digits, language);
  return `< ${formatNumber(0.00001, 5, language)}`;
}

/**
 * As `formatNumber`, with as many digits more as it takes that what is not zero is not printed as zero.
 * @example formatNotZero(0.0042, 1, 'en') // '0.004'
 */
export function formatNotZero(value: number, digits: number, language: Language): string {
  return value === 0 || Number(value.toFixed(digits)) !== 0
    ? formatNumber(value, digits, language)
    : formatSmall(value, language);
}

/**
 * A share, 0 to 1, in percent without the sign; what is not zero is never printed as zero.
 * @example formatShare(0.00004, 1, 'ru') // '0,004'
 */
export function formatShare(share: number, digits: number, language: Language): string {
  return formatNotZero(share * 100, digits, language);
}

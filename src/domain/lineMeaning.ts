export type LineKind = 'product' | 'confidential' | 'total';
export interface LineMeaning {
  readonly kind: LineKind;
  /** Digits with leading zeros; '' for a total, 'X' for a secret line. */
  readonly code: string;
  /** A leading zero was lost in the file and given back. */
  readonly zeroRestored: boolean;
}

const secretCodes = /^(?:X{2,10}|Х{2,10}|99|9999|999999|99999999|9999999999)$/i; // Latin and Cyrillic letters
const totalWords = /^(?:TOTAL|ALL|ИТОГО|ВСЕГО|ИТОГ|AG[2-6])$/i;

/** Groups that begin with a chapter, a heading or a subheading (with or without its lost zero), none longer than four. */
const dottedCode = /^(?:\d{1,4}|\d{6})(?:[.\s]+\d{1,4})+$/;

/**
 * Meaning of a product code: digits, whole or in groups by dots or spaces (8542.31.100.0), a secret code, or a word for
 * the total. An odd number of digits means a lost leading zero. Null where it is none of these: 13542.54 is a number.
 * @example lineMeaning('101210000', []) // { kind: 'product', code: '0101210000', zeroRestored: true }
 */
export function lineMeaning(text: string, confidentialCodes: readonly string[]): LineMeaning | null {
  const trimmed = text.trim();
  if (secretCodes.test(trimmed) || confidentialCodes.includes(trimmed)) {
    return { kind: 'confidential', code: 'X', zeroRestored: false };
  }
  if (totalWords.test(trimmed)) return { kind: 'total', code: '', zeroRestored: false };
  if (/\./.test(trimmed) && !dottedCode.test(trimmed)) return null;
  const digits = trimmed.replace(/[\s.]/g, '');
  if (!/^\d{1,10}$/.test(digits)) return null;
  const code = digits.length % 2 === 1 ? `0${digits}` : digits;
  if (code.startsWith('00')) return null;
  return { kind: 'product', code, zeroRestored: code !== digits };
}

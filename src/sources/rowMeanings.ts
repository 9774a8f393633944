import { type HsEdition, hsEditions, isHsEdition } from '../domain/edition.ts';
import type { Flow } from '../store/cube.ts';

/** What the texts of a row mean. Pure: the import asks once for each distinct text. */

const flows: Readonly<Record<string, Flow>> = {
  ЭК: 'export',
  ЭКСПОРТ: 'export',
  EXPORT: 'export',
  EXPORTS: 'export',
  X: 'export',
  E: 'export',
  ИМ: 'import',
  ИМПОРТ: 'import',
  IMPORT: 'import',
  IMPORTS: 'import',
  M: 'import',
  I: 'import',
};

/** @example meaningOfFlow('ЭК') // 'export' */
export function meaningOfFlow(text: string): Flow | null {
  return flows[text.trim().toUpperCase()] ?? null;
}

/**
 * Edition that a row names, as HS2012 or by the UN's short code (H0 to H6); `as-reported` where it says HS only, or
 * nothing; null where it is another classification (SITC, BEC, services).
 * @example meaningOfEdition('H4') // 'HS2012'
 */
export function meaningOfEdition(text: string): HsEdition | 'as-reported' | null {
  const trimmed = text.trim().toUpperCase();
  if (trimmed === '' || trimmed === 'HS') return 'as-reported';
  if (isHsEdition(trimmed)) return trimmed;
  const short = /^H([0-6])$/.exec(trimmed)?.[1];
  return short === undefined ? null : (hsEditions[Number(short)] ?? null);
}

export interface PeriodMeaning {
  readonly year: number;
  /** 0: the whole year. */
  readonly month: number;
}

/** @example meaningOfPeriod('03/2019') // { year: 2019, month: 3 } */
export function meaningOfPeriod(text: string): PeriodMeaning | null {
  const trimmed = text.trim();
  const whole = /^(\d{4})(?:\.0+)?$/.exec(trimmed);
  if (whole?.[1] !== undefined) return checkedPeriod(Number(whole[1]), 0);
  const yearFirst = /^(\d{4})[-./]?(\d{2})(?:-\d{2})?$/.exec(trimmed);
  if (yearFirst?.[1] !== undefined) return monthOfYear(yearFirst[1], yearFirst[2]);
  const monthFirst = /^(?:\d{1,2}[./])?(\d{1,2})[-./](\d{4})$/.exec(trimmed);
  if (monthFirst?.[2] !== undefined) return monthOfYear(monthFirst[2], monthFirst[1]);
  return null;
}

/** Year and month from two columns; an empty month is the whole year. @example meaningOfYearAndMonth('2019', '3') */
export function meaningOfYearAndMonth(year: string, month: string): PeriodMeaning | null {
  const whole = meaningOfPeriod(year);
  if (whole === null || whole.month !== 0) return null;
  const trimmed = month.trim().replace(/\.0+$/, '');
  if (trimmed === '' || trimmed === '0') return whole;
  return /^\d{1,2}$/.test(trimmed) ? monthOfYear(String(whole.year), trimmed) : null;
}

function monthOfYear(year: string | undefined, month: string | undefined): PeriodMeaning | null {
  const number = Number(month);
  return number >= 1 && number <= 12 ? checkedPeriod(Number(year), number) : null;
}

function checkedPeriod(year: number, month: number): PeriodMeaning | null {
  return year >= 1900 && year <= 2200 ? { year, month } : null;
}

const worldPartners = new Set(['WORLD', 'МИР', 'ВСЕГО', 'TOTAL', 'ALL', 'W00', 'WLD', 'ВСЕ СТРАНЫ']);
const unknownPartners = new Set(['', 'NNN', 'NN', 'НЕ УКАЗАНО', 'НЕИЗВЕСТНО', 'НЕ ОПРЕДЕЛЕНО']);

/** Does the text stand for all partners together? @example isWorldPartner('World') // true */
export function isWorldPartner(text: string): boolean {
  return worldPartners.has(text.trim().toUpperCase());
}

/** Does the text say that the partner is not known? @example isUnknownPartner('NNN') // true */
export function isUnknownPartner(text: string): boolean {
  return unknownPartners.has(text.trim().toUpperCase());
}

const totalRegions = new Set(['РОССИЯ', 'РОССИЙСКАЯ ФЕДЕРАЦИЯ', 'ВСЕГО', 'ИТОГО', 'TOTAL', 'ALL']);
const unknownRegions = /^(?:|N{3,5}\b.*|НЕ УКАЗАН\S*|НЕ ОПРЕДЕЛ\S*)$/i;

/** Does the text stand for the whole country? @example isTotalRegion('ВСЕГО') // true */
export function isTotalRegion(text: string): boolean {
  return totalRegions.has(text.trim().toUpperCase());
}

/** Does the text say that the region is not known? @example isUnknownRegion('NNNNN') // true */
export function isUnknownRegion(text: string): boolean {
  return unknownRegions.test(text.trim());
}

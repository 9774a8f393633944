import type { HsEdition } from '../domain/edition.ts';
import { hsEditions } from '../domain/edition.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { readDataTable } from './dataFile.ts';

/** Classes of R&D intensity, from high to what is no manufacturing. */
export const technologyClasses = {
  high: { ru: 'Высокая', en: 'High' },
  'medium-high': { ru: 'Средне-высокая', en: 'Medium-high' },
  'medium-low': { ru: 'Средне-низкая', en: 'Medium-low' },
  low: { ru: 'Низкая', en: 'Low' },
  'other-manufacturing': { ru: 'Прочая обрабатывающая', en: 'Other manufacturing' },
  'not-manufacturing': { ru: 'Не обрабатывающая', en: 'Not manufacturing' },
} as const satisfies Record<string, TwoLanguages>;
export type TechnologyClass = keyof typeof technologyClasses;

export interface Industry {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly technologyClass: TechnologyClass;
  readonly codes: readonly string[];
  readonly exceptions: readonly string[];
}

/** Industries of ISIC Rev.3 (goods), or of ISIC Rev.4 = NACE Rev.2 = OKVED 2, with their class. */
export function industriesOf(classification: 'isic3' | 'isic4'): readonly Industry[] {
  return readDataTable(`${classification}-industries.csv`).map((row) => {
    const codes = (row.codes ?? '').split('|');
    return {
      id: row.id ?? '',
      name: { ru: row.ru ?? '', en: row.en ?? '' },
      technologyClass: (row.class ?? 'not-manufacturing') as TechnologyClass,
      codes: codes.filter((code) => !code.startsWith('-')),
      exceptions: codes.filter((code) => code.startsWith('-')).map((code) => code.slice(1)),
    };
  });
}

/** The industry that a code belongs to, or null. Dots do not matter: 30.3 and 303 are the same. */
export function industryOf(industries: readonly Industry[], code: string): Industry | null {
  const digits = code.replaceAll('.', '');
  const begins = (beginning: string) => digits.startsWith(beginning.replaceAll('.', ''));
  return industries.find((one) => one.codes.some(begins) && !one.exceptions.some(begins)) ?? null;
}

/** The ISIC Rev.3 code of each six-digit code of an edition; one to one. */
export function isic3ByHs(edition: HsEdition): ReadonlyMap<string, string> {
  const digit = String(hsEditions.indexOf(edition));
  return new Map(
    readDataTable('hs-isic3.csv')
      .filter((row) => row.editions?.includes(digit))
      .map((row) => [row.hs6 ?? '', row.isic3 ?? '']),
  );
}

import type { TwoLanguages } from '../domain/territory.ts';
import { readDataTable } from './dataFile.ts';

export interface Partner {
  /** ISO 3166-1 alpha-2, or the code of Russia's customs service for what the standard does not name. */
  readonly iso2: string;
  readonly name: TwoLanguages;
}

/** Codes of Russia's customs dictionary beyond the standard. */
const customsOnly: readonly Partner[] = [
  { iso2: 'AB', name: { ru: 'Абхазия', en: 'Abkhazia' } },
  { iso2: 'OS', name: { ru: 'Южная Осетия', en: 'South Ossetia' } },
  { iso2: 'EU', name: { ru: 'Страны ЕС', en: 'European Union' } },
  { iso2: 'YY', name: { ru: 'Грузия (вне СНГ)', en: 'Georgia (outside the CIS)' } },
];

let index: ReadonlyMap<string, Partner> | undefined;

/** A country of the standard with its other codes ('' where there is none) and spellings. */
interface KnownPartner extends Partner {
  readonly iso3: string;
  readonly m49: string;
  /** Spanish and Portuguese names, as sources of Latin America print them. */
  readonly otherNames: readonly string[];
}

/** Countries of the standard; names are those of the Unicode CLDR. */
export function partners(): readonly KnownPartner[] {
  const [russian, english, ...others] = ['ru', 'en', 'es', 'pt'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }),
  );
  const rows = readDataTable('partners.csv').map((row) => {
    const iso2 = row.iso2 ?? '';
    const name = { ru: russian?.of(iso2) ?? iso2, en: english?.of(iso2) ?? iso2 };
    return { iso2, name, iso3: row.iso3 ?? '', m49: row.m49 ?? '' };
  });
  const taken = new Set(rows.flatMap(({ name }) => [name.ru, name.en]));
  return rows.map((row) => ({
    ...row,
    otherNames: [...new Set(others.map((names) => names.of(row.iso2) ?? row.iso2))].filter(
      (name) => name !== row.iso2 && !taken.has(name),
    ),
  }));
}

function partnersByText(): ReadonlyMap<string, Partner> {
  if (index !== undefined) return index;
  const found = new Map<string, Partner>();
  for (const { m49, iso3, otherNames, ...partner } of partners()) {
    for (const text of [partner.name.ru, partner.name.en, m49, iso3, partner.iso2, ...otherNames]) {
      if (text !== '') found.set(text.toUpperCase(), partner);
    }
  }
  for (const partner of customsOnly) found.set(partner.iso2, partner);
  index = found;
  return found;
}

/** A partner country by ISO alpha-2, alpha-3, numeric code, or name. @example findPartner('IND')?.iso2 // 'IN' */
export function findPartner(text: string): Partner | null {
  return partnersByText().get(text.trim().toUpperCase()) ?? null;
}

/** The ISO alpha-2 codes of Brazil's own country codes, by the code without leading zeros. */
export function secexPartners(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readDataTable('partners-secex.csv').map((row) => [String(Number(row.secex)), row.iso2 ?? '']),
  );
}

import {
  type Membership,
  type Territory,
  type TerritoryDictionary,
  type TwoLanguages,
  worldReporter,
} from '../domain/territory.ts';
import { readDataTable } from './dataFile.ts';
import { worldTerritories } from './worldTerritories.ts';

const builtIn: Readonly<Record<string, { readonly table: string; readonly name: TwoLanguages }>> = {
  RU: { table: 'territories-russia.csv', name: { ru: 'Россия', en: 'Russia' } },
  BR: { table: 'territories-brazil.csv', name: { ru: 'Бразилия', en: 'Brazil' } },
  AU: { table: 'territories-australia.csv', name: { ru: 'Австралия', en: 'Australia' } },
};

/** The program's own dictionary of a country's territories, or null where it has none. @example loadTerritories('RU') */
export function loadTerritories(country: string): TerritoryDictionary | null {
  if (country === worldReporter) return worldTerritories();
  const entry = builtIn[country];
  if (entry === undefined) return null;
  const memberships = readDataTable('territory-memberships.csv');
  const territories = readDataTable(entry.table).map((row): Territory => {
    const id = row.id ?? '';
    const kind = row.kind;
    return {
      id,
      kind: kind === 'district' || kind === 'not-a-region' ? kind : 'region',
      name: { ru: row.ru ?? '', en: row.en ?? '' },
      codes: (row.codes ?? '').split('|').filter((code) => code !== ''),
      memberships: memberships.filter((membership) => membership.id === id).map(membershipOf),
      ...given('from', row.from),
      ...given('to', row.to),
      ...given('successor', row.successor),
      ...given('nestedIn', row.nestedIn),
    };
  });
  return { country, countryName: entry.name, territories };
}

function membershipOf(row: Readonly<Record<string, string>>): Membership {
  return { parent: row.parent ?? '', ...given('from', row.from), ...given('to', row.to) };
}

function given<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  return text === undefined || text === '' ? {} : ({ [name]: text } as Record<Name, string>);
}

/** Countries whose territories the program knows. @example countriesWithTerritories() // ['RU', 'BR', 'AU'] */
export function countriesWithTerritories(): readonly string[] {
  return Object.keys(builtIn);
}

import {
  type Membership,
  type Territory,
  type TerritoryDictionary,
  worldReporter,
} from '../domain/territory.ts';
import { readDataTable } from './dataFile.ts';
import { partners } from './partners.ts';

/** The dictionary of a workspace whose rows are of countries: countries by ISO alpha-2, unions with members by date. */
export function worldTerritories(): TerritoryDictionary {
  const memberships = readDataTable('union-memberships.csv');
  const extra = readDataTable('territories-world.csv');
  const unions = readDataTable('unions.csv').map(
    (row): Territory => ({
      id: row.id ?? '',
      kind: 'union',
      name: { ru: row.ru ?? '', en: row.en ?? '' },
      codes: split(row.codes),
      memberships: [],
    }),
  );
  const today = partners().map((partner): Territory => {
    const added = extra.find((row) => row.id === partner.iso2);
    const numbers = partner.m49 === '' ? [] : [partner.m49, String(Number(partner.m49))];
    return {
      id: partner.iso2,
      kind: 'region',
      name: partner.name,
      codes: [partner.iso3, ...numbers, ...split(added?.codes), ...partner.otherNames].filter(
        (code) => code !== '',
      ),
      memberships: memberships.filter((row) => row.id === partner.iso2).map(membershipOf),
    };
  });
  const past = extra
    .filter((row) => row.en !== '')
    .map(
      (row): Territory => ({
        id: row.id ?? '',
        kind: 'region',
        name: { ru: row.ru ?? '', en: row.en ?? '' },
        codes: split(row.codes),
        memberships: [],
        ...(row.to === '' || row.to === undefined ? {} : { to: row.to }),
      }),
    );
  return {
    country: worldReporter,
    countryName: { ru: 'Мир', en: 'World' },
    territories: [...unions, ...today, ...past],
  };
}

/** What sources print beside countries, by code and spelling: the world's total, and aggregates that no sum may hold. */
export function worldAggregates(): ReadonlyMap<string, 'total' | 'aggregate'> {
  const found = new Map<string, 'total' | 'aggregate'>();
  for (const row of readDataTable('unions.csv'))
    for (const text of [row.id ?? '', row.ru ?? '', row.en ?? '', ...split(row.codes)])
      found.set(text.toUpperCase(), 'aggregate');
  for (const row of readDataTable('world-aggregates.csv')) {
    const kind = row.kind === 'world' ? 'total' : 'aggregate';
    for (const text of [row.id ?? '', row.en ?? '', ...split(row.codes)])
      if (text !== '') found.set(text.toUpperCase(), kind);
  }
  return found;
}

function split(codes: string | undefined): readonly string[] {
  return (codes ?? '').split('|').filter((code) => code !== '');
}

function membershipOf(row: Readonly<Record<string, string>>): Membership {
  return {
    parent: row.parent ?? '',
    ...(row.from === '' || row.from === undefined ? {} : { from: row.from }),
    ...(row.to === '' || row.to === undefined ? {} : { to: row.to }),
  };
}

/** The project's id of an aggregate (WLD, EMU ...) by every code and spelling of it. */
export function worldAggregateIds(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of readDataTable('world-aggregates.csv'))
    for (const text of [row.id ?? '', row.en ?? '', ...split(row.codes)])
      if (text !== '') found.set(text.toUpperCase(), row.id ?? '');
  return found;
}

import { isInForce, type TerritoryDictionary } from './territory.ts';

/**
 * Ids of the territories that belong to a district or union in the month (`YYYY-MM`), in order; whether there is data
 * of them or not.
 * @example membersAt({ country: 'WORLD', countryName: { ru: '', en: '' }, territories: [{ id: 'KG', kind: 'region', name: { ru: '', en: '' }, codes: [], memberships: [{ parent: 'EAEU', from: '2015-08' }] }] }, 'EAEU', '2015-12') // ['KG']
 */
export function membersAt(dictionary: TerritoryDictionary, group: string, month: string): readonly string[] {
  return dictionary.territories
    .filter((one) => one.memberships.some((held) => held.parent === group && isInForce(held, month)))
    .map((one) => one.id)
    .sort();
}

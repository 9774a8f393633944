import type { Membership, Territory, TerritoryDictionary, TwoLanguages } from './territory.ts';

/** A group of territories of the user's own, with members by date. */
export interface TerritoryGroup {
  readonly id: string;
  readonly name: TwoLanguages;
  /** Who says so: a decree, a treaty, the department. */
  readonly source: string;
  readonly members: readonly {
    readonly territory: string;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }[];
}

/**
 * The dictionary with groups added as unions; a group of the same id takes the place of the one that was there.
 * @example withGroups({ country: 'RU', countryName: { ru: '', en: '' }, territories: [] }, [{ id: 'G', name: { ru: '', en: '' }, source: 's', members: [] }]).territories.length // 1
 */
export function withGroups(
  dictionary: TerritoryDictionary,
  groups: readonly TerritoryGroup[],
): TerritoryDictionary {
  if (groups.length === 0) return dictionary;
  const own = new Set(groups.map((group) => group.id));
  const unions = groups.map(
    (group): Territory => ({ id: group.id, kind: 'union', name: group.name, codes: [], memberships: [] }),
  );
  const territories = dictionary.territories
    .filter((one) => !own.has(one.id))
    .map((one): Territory => {
      const kept = one.memberships.filter((held) => !own.has(held.parent));
      const added = groups.flatMap((group) =>
        group.members
          .filter((member) => member.territory === one.id)
          .map(
            (member): Membership => ({
              parent: group.id,
              ...(member.from === undefined ? {} : { from: member.from }),
              ...(member.to === undefined ? {} : { to: member.to }),
            }),
          ),
      );
      return { ...one, memberships: [...kept, ...added] };
    });
  return { ...dictionary, territories: [...unions, ...territories] };
}

export interface TwoLanguages {
  readonly ru: string;
  readonly en: string;
}

/** Membership of a territory in a greater one, by month. */
export interface Membership {
  readonly parent: string;
  /** First month, `YYYY-MM`; absent: always. */
  readonly from?: string;
  /** Last month, `YYYY-MM`; absent: still. */
  readonly to?: string;
}

export interface Territory {
  /** Project id: ISO 3166-2 where there is one, e.g. `RU-MOW`, `AU-NSW`, `BR-SP`. */
  readonly id: string;
  readonly kind: 'region' | 'district' | 'not-a-region';
  readonly name: TwoLanguages;
  /** Every code and spelling under which sources name it (OKATO-5, customs code, abbreviation, names), as given. */
  readonly codes: readonly string[];
  readonly memberships: readonly Membership[];
  /** First and last month in which data of it can exist; absent: open. */
  readonly from?: string;
  readonly to?: string;
  /** Territory that took its place, where it was abolished. */
  readonly successor?: string;
  /** Territory within which some sources count it (Nenets in Arkhangelsk): never both in one sum. */
  readonly nestedIn?: string;
}

export interface TerritoryDictionary {
  readonly country: string;
  readonly countryName: TwoLanguages;
  readonly territories: readonly Territory[];
}

/**
 * The greater territory to which `id` belongs in the month (`YYYY-MM`), or null.
 * @example parentAt({ country: 'X', countryName: { ru: '', en: '' }, territories: [{ id: 'A', kind: 'region', name: { ru: '', en: '' }, codes: [], memberships: [{ parent: 'D', from: '2018-11' }] }] }, 'A', '2018-10') // null
 */
export function parentAt(dictionary: TerritoryDictionary, id: string, month: string): string | null {
  const territory = dictionary.territories.find((candidate) => candidate.id === id);
  const held = territory?.memberships.find(
    (membership) =>
      (membership.from === undefined || membership.from <= month) &&
      (membership.to === undefined || month <= membership.to),
  );
  return held?.parent ?? null;
}

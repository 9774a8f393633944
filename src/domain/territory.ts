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
  /** Project id: ISO 3166-2 where there is one, e.g. `RU-MOW`, `AU-NSW`, `BR-SP`; of a country its ISO alpha-2. */
  readonly id: string;
  /**
   * `region`: what the rows of the data are of (in a workspace of the world: a country). Districts part the whole;
   * unions may overlap.
   */
  readonly kind: 'region' | 'district' | 'union' | 'not-a-region';
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

/** The reporter of a workspace whose rows are of countries. */
export const worldReporter = 'WORLD';

/**
 * The district to which `id` belongs in the month (`YYYY-MM`), or null. Unions are no districts: they may overlap.
 * @example parentAt({ country: 'X', countryName: { ru: '', en: '' }, territories: [{ id: 'A', kind: 'region', name: { ru: '', en: '' }, codes: [], memberships: [{ parent: 'D', from: '2018-11' }] }] }, 'A', '2018-10') // null
 */
export function parentAt(dictionary: TerritoryDictionary, id: string, month: string): string | null {
  const territory = dictionary.territories.find((candidate) => candidate.id === id);
  const held = territory?.memberships.find(
    ({ parent, ...dates }) =>
      isInForce(dates, month) && dictionary.territories.find((one) => one.id === parent)?.kind !== 'union',
  );
  return held?.parent ?? null;
}

/**
 * Does a membership hold in the month? @example isInForce({ from: '2015-01' }, '2014-12') // false
 */
export function isInForce(dates: { readonly from?: string; readonly to?: string }, month: string): boolean {
  return (dates.from === undefined || dates.from <= month) && (dates.to === undefined || month <= dates.to);
}

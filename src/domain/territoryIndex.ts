import type { Territory, TerritoryDictionary } from './territory.ts';

/**
 * Spelling without what does not tell territories apart: case, ё, quotes, dashes, kinds of settlement, brackets.
 * @example normalisedTerritoryName('г. Орёл') // 'ОРЕЛ'
 */
export function normalisedTerritoryName(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('Ё', 'Е')
    .replace(
      /СТОЛИЦА РОССИЙСКОЙ ФЕДЕРАЦИИ|ГОРОД ФЕДЕРАЛЬНОГО ЗНАЧЕНИЯ|\((?:[^)]*(?:ОБЛАСТЬ|КРАЙ)[^)]*)\)/g,
      ' ',
    )
    .replace(/(?:^|\s)(?:ГОРОД|Г\.|Г)\s+/g, ' ')
    .replace(/(?:^|\s)РЕСП\.?(?=\s)/g, ' РЕСПУБЛИКА')
    .replace(/ ОБЛ\.?$/, ' ОБЛАСТЬ')
    .replace(/[«»"'()/]/g, ' ')
    .replace(/[\s—–-]+/g, ' ')
    .trim();
}

/**
 * A look-up of regions by any code or spelling; made once for a dictionary. "45000 - ГОРОД МОСКВА ..." is found by
 * its code, then by its name. Districts and unions are not found: a row's region is never one of them.
 * @example territoryIndex({ country: 'RU', countryName: { ru: '', en: '' }, territories: [{ id: 'RU-MOW', kind: 'region', name: { ru: 'г. Москва', en: 'Moscow' }, codes: ['45000'], memberships: [] }] })('45000 - ГОРОД МОСКВА').id // 'RU-MOW'
 */
export function territoryIndex(dictionary: TerritoryDictionary): (text: string) => Territory | null {
  const known = new Map<string, Territory>();
  for (const territory of dictionary.territories) {
    if (territory.kind === 'district' || territory.kind === 'union') continue;
    for (const spelling of [territory.id, territory.name.ru, territory.name.en, ...territory.codes]) {
      known.set(normalisedTerritoryName(spelling), territory);
    }
  }
  return (text) => {
    const whole = known.get(normalisedTerritoryName(text));
    if (whole !== undefined) return whole;
    const coded = /^\s*(\d{2,8})\s*-\s*(.*)$/.exec(text);
    if (coded === null) return null;
    return known.get(coded[1] ?? '') ?? known.get(normalisedTerritoryName(coded[2] ?? '')) ?? null;
  };
}

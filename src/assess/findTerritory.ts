import type { TerritoryDictionary, TwoLanguages } from '../domain/territory.ts';
import { normalisedTerritoryName, territoryIndex } from '../domain/territoryIndex.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

export interface FoundTerritory {
  readonly id: string;
  readonly level: 'region' | 'district' | 'country';
  readonly name: TwoLanguages;
}

/**
 * A region, district or the country by its id, or a name or code under which sources know it. Throws `bad-option`
 * naming what comes near, and what is accepted.
 */
export function findTerritory(dictionary: TerritoryDictionary, text: string): FoundTerritory {
  const wanted = normalisedTerritoryName(text);
  const { country, countryName } = dictionary;
  if ([country, countryName.ru, countryName.en].some((name) => normalisedTerritoryName(name) === wanted))
    return { id: country, level: 'country', name: countryName };
  const district = dictionary.territories.find(
    (one) =>
      one.kind === 'district' &&
      [one.id, one.name.ru, one.name.en, ...one.codes].some(
        (name) => normalisedTerritoryName(name) === wanted,
      ),
  );
  if (district !== undefined) return { id: district.id, level: 'district', name: district.name };
  const region = territoryIndex(dictionary)(text);
  if (region !== null && region.kind === 'region')
    return { id: region.id, level: 'region', name: region.name };
  const near = dictionary.territories.filter(
    (one) =>
      wanted.length >= 3 &&
      [one.id, one.name.ru, one.name.en].some((name) => normalisedTerritoryName(name).includes(wanted)),
  );
  const list = (
    near.length > 0 ? near : dictionary.territories.filter((one) => one.kind !== 'not-a-region')
  ).slice(0, 12);
  const shown = (language: 'ru' | 'en') => list.map((one) => `${one.id} (${one.name[language]})`).join(', ');
  throw new TrajectaError('bad-option', {
    ru: `Территории «${text}» в словаре страны ${country} нет. ${near.length > 0 ? 'Похожие' : 'Принимаются код или название, например'}: ${shown('ru')}; вся страна — ${country}.`,
    en: `There is no territory "${text}" in the dictionary of ${country}. ${near.length > 0 ? 'Near it are' : 'An id or a name is accepted, for example'}: ${shown('en')}; the whole country is ${country}.`,
  });
}

import type { Territory, TerritoryDictionary } from '../domain/territory.ts';
import { readDataTable } from './dataFile.ts';
import { worldTerritories } from './worldTerritories.ts';

/** A code of UN Comtrade that names no country: all partners, a group of countries, or a partner that is not told. */
export type ComtradeArea = 'world' | 'aggregate' | 'unknown';

/** Codes of UN Comtrade that name no country. */
export function comtradeAreas(): Readonly<Record<string, ComtradeArea>> {
  return Object.fromEntries(
    readDataTable('comtrade-areas.csv').map((row) => [row.code ?? '', row.meaning as ComtradeArea]),
  );
}

/** ISO alpha-2 of every code by which UN Comtrade may name a country. */
export function comtradeCountries(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    countriesOf(worldTerritories()).flatMap((country) => country.codes.map((code) => [code, country.id])),
  );
}

/** Comtrade's own numbers where they are not those of the standard: a request by the latter finds nothing. */
const ownNumbers: Readonly<Record<string, string>> = {
  US: '842',
  FR: '251',
  IN: '699',
  CH: '757',
  NO: '579',
  TW: '490',
};

/** Comtrade's number of a country by ISO code, name or number; null where it is not known. @example comtradeCode('US') // '842' */
export function comtradeCode(text: string): string | null {
  const wanted = text.trim().toUpperCase();
  if (/^\d{1,3}$/.test(wanted)) return String(Number(wanted));
  const country = countriesOf(worldTerritories()).find((one) =>
    [one.id, one.name.en, one.name.ru, ...one.codes].some((name) => name.toUpperCase() === wanted),
  );
  if (country === undefined) return null;
  const number = ownNumbers[country.id] ?? country.codes.find((code) => /^\d{3}$/.test(code));
  return number === undefined ? null : String(Number(number));
}

/** Former extents of countries that have numbers of their own: United States, Ethiopia, West Germany, India, Sudan. */
const formerExtents = ['841', '230', '280', '356', '736'];

/** Comtrade's numbers of all countries, of today and of the past, ascending. */
export function comtradeCodes(): readonly string[] {
  const numbers = countriesOf(worldTerritories()).flatMap((country) =>
    country.to === undefined
      ? [comtradeCode(country.id)]
      : country.codes.filter((code) => /^\d{3}$/.test(code)).map((code) => String(Number(code))),
  );
  const known = numbers.filter((number) => number !== null);
  return [...new Set([...known, ...formerExtents])].sort((a, b) => Number(a) - Number(b));
}

function countriesOf(world: TerritoryDictionary): readonly Territory[] {
  return world.territories.filter((territory) => territory.kind === 'region');
}

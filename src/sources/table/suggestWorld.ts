import { worldAggregates, worldTerritories } from '../../classifications/worldTerritories.ts';
import { type HsEdition, hsEditions } from '../../domain/edition.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';

interface Column {
  readonly column: string;
  /** Distinct texts of the column. */
  readonly texts: readonly string[];
}

const mostUnknown = 0.2;
const namesReporter =
  /report|export(?:er|ador)|origin|location|geo|iso|econom|countr|pa[ií]s|(?<!\p{L})стран|территори/iu;

/** Texts that are no country and no known group of countries. */
export function notCountries(texts: readonly string[]): readonly string[] {
  const find = territoryIndex(worldTerritories());
  const aggregates = worldAggregates();
  return texts.filter((text) => find(text) === null && !aggregates.has(text.toUpperCase()));
}

/** Does the column hold countries, by code or name? */
export function holdsCountries({ texts }: Column): boolean {
  // Bare numbers may be anything.
  if (texts.length < 2 || texts.every((text) => /^\d+$/.test(text))) return false;
  return notCountries(texts).length / texts.length <= mostUnknown;
}

/**
 * The column of the countries whose trade a table is of: one named as such before others, codes before names; null
 * where none holds countries.
 */
export function reporterColumn<One extends Column>(columns: readonly One[]): One | null {
  const rank = (one: One) =>
    (namesReporter.test(one.column) ? 0 : 2) + (one.texts.every((text) => text.length <= 3) ? 0 : 1);
  return columns.filter(holdsCountries).sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Two columns of values, of exports and of imports, by their names; null where there are not just these two. */
export function flowColumns(columns: readonly Column[]): ReadonlyMap<string, 'export' | 'import'> | null {
  const isValue = (name: string) => !/rca|share|index|growth|rank|доля|индекс|темп|particip/i.test(name);
  const of = (form: RegExp) => columns.filter(({ column }) => form.test(column) && isValue(column));
  const exported = of(/export|экспорт|вывоз/i);
  const imported = of(/import|импорт|ввоз/i);
  const [out, into] = [exported[0], imported[0]];
  if (
    exported.length !== 1 ||
    imported.length !== 1 ||
    out === undefined ||
    into === undefined ||
    out === into
  )
    return null;
  return new Map([
    [out.column, 'export'],
    [into.column, 'import'],
  ]);
}

/** The edition that the name of a column of codes tells: hs92, HS2012, hs_code_17; null where it tells none. */
export function editionNamed(column: string): HsEdition | null {
  const digits = /hs\D{0,6}(?:19|20)?(92|96|02|07|12|17|22)(?!\d)/i.exec(column)?.[1];
  return hsEditions.find((edition) => digits !== undefined && edition.endsWith(digits)) ?? null;
}

import { type TerritoryDictionary, worldReporter } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

/** Kinds of territories that a figure can be of. */
export type Level = 'region' | 'district' | 'country' | 'union' | 'world';
/** Whom a territory can be held against. */
export type Reference = 'country' | 'district' | 'union' | 'world';

/** The level that is the whole of the data: the sum of everything in it. */
export function topLevel(dictionary: TerritoryDictionary): 'country' | 'world' {
  return dictionary.country === worldReporter ? 'world' : 'country';
}

/** What the data is of, and what is ranked. Throws `bad-option` naming the levels that there are. */
export function levelChoice(
  dictionary: TerritoryDictionary,
  asked: Level | undefined,
): { readonly dataLevel: 'region' | 'country'; readonly level: Level } {
  const dataLevel = topLevel(dictionary) === 'world' ? 'country' : 'region';
  const level = asked ?? dataLevel;
  const of = (kind: string) => dictionary.territories.some((one) => one.kind === kind);
  const accepted: Level[] = [
    dataLevel,
    ...(districtsOf(dictionary).length > 0 ? (['district'] as const) : []),
    ...(of('union') ? (['union'] as const) : []),
    topLevel(dictionary),
  ];
  if (accepted.includes(level)) return { dataLevel, level };
  const groups = {
    ru: level === 'union' ? ' Свои группы задаёт --groups ФАЙЛ.json.' : '',
    en: level === 'union' ? ' Groups of your own: --groups FILE.json.' : '',
  };
  throw new TrajectaError('bad-option', {
    ru: `Уровня «${level}» в этих данных нет. Есть: ${accepted.join(', ')}.${groups.ru}`,
    en: `This data has no level "${level}". There are: ${accepted.join(', ')}.${groups.en}`,
  });
}

/** Ids of the districts to which anything ever belonged, in order. */
export function districtsOf(dictionary: TerritoryDictionary): readonly string[] {
  const unions = new Set(dictionary.territories.filter((one) => one.kind === 'union').map((one) => one.id));
  const parents = dictionary.territories.flatMap((one) => one.memberships.map((held) => held.parent));
  return [...new Set(parents)].filter((parent) => !unions.has(parent)).sort();
}

/**
 * The reference and, where it is a union, which; `external` where not this data but that of the world (`world`: its
 * territories) gives it. Throws `bad-option` where the data cannot give it.
 */
export function referenceChoice(
  dictionary: TerritoryDictionary,
  asked: Reference | undefined,
  union: string | undefined,
  world?: TerritoryDictionary,
): { readonly reference: Reference; readonly union: string | null; readonly external: boolean } {
  const whole = topLevel(dictionary);
  const reference = asked ?? (union === undefined ? whole : 'union');
  if (union !== undefined && reference !== 'union') {
    throw new TrajectaError('bad-option', {
      ru: `--union ${union} задаёт союз для --reference union, а выбрано --reference ${reference}.`,
      en: `--union ${union} names the union of --reference union, but --reference ${reference} is chosen.`,
    });
  }
  const isOwn = dictionary.territories.some((one) => one.kind === 'union' && one.id === union);
  if (world !== undefined && whole === 'country' && reference === 'union' && !isOwn)
    return { reference, union: requireUnion(world, union), external: true };
  if (reference === 'union') return { reference, union: requireUnion(dictionary, union), external: false };
  if (reference === whole || (reference === 'district' && districtsOf(dictionary).length > 0))
    return { reference, union: null, external: false };
  if (world !== undefined && reference === 'world') return { reference, union: null, external: true };
  if (reference === 'world') throw noWorldData(dictionary.country);
  throw new TrajectaError('bad-option', {
    ru: `Эталон «${reference}» в этих данных не определён. Есть: ${whole}, union (с ключом --union)${districtsOf(dictionary).length > 0 ? ', district' : ''}.`,
    en: `The reference "${reference}" is not defined in this data. There are: ${whole}, union (with --union)${districtsOf(dictionary).length > 0 ? ', district' : ''}.`,
  });
}

/** A union of the dictionary. Throws `bad-option` naming those that there are. */
export function requireUnion(dictionary: TerritoryDictionary, id: string | undefined): string {
  const unions = dictionary.territories.filter((one) => one.kind === 'union').map((one) => one.id);
  if (id !== undefined && unions.includes(id)) return id;
  if (unions.length === 0) throw noWorldData(dictionary.country);
  throw new TrajectaError('bad-option', {
    ru: `${id === undefined ? 'Назовите союз ключом --union' : `Союза «${id}» нет`}. Есть: ${unions.join(', ')}; свои — --groups ФАЙЛ.json.`,
    en: `${id === undefined ? 'Name the union by --union' : `There is no union "${id}"`}. There are: ${unions.join(', ')}; your own by --groups FILE.json.`,
  });
}

function noWorldData(country: string): TrajectaError {
  return new TrajectaError('no-data', {
    ru: `В рабочей области — данные страны ${country}; других стран в ней нет, и сравнить сегменты с миром или союзом стран не с чем. Нужна таблица «страна × шестизначный код ГС» (итоги Всемирного банка не годятся: в них нет товаров): загрузите её в отдельную рабочую область (import comtrade, или import table с описанием "country": "WORLD") и назовите эту область ключом --world ПАПКА (assess, trajectory).`,
    en: `The workspace holds data of ${country} and no other country, so there is nothing to hold segments against the world or a union of countries with. It takes a table of country × six-digit HS code (totals of the World Bank will not do: they have no products): import it into a workspace of its own (import comtrade, or import table with a mapping of "country": "WORLD") and name that workspace by --world FOLDER (assess, trajectory).`,
  });
}

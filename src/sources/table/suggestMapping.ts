import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hsCodesAndParents } from '../../classifications/hsNomenclature.ts';
import { findPartner } from '../../classifications/partners.ts';
import { countriesWithTerritories, loadTerritories } from '../../classifications/territories.ts';
import { hsEditions } from '../../domain/edition.ts';
import { lineMeaning } from '../../domain/lineMeaning.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { InputSettings, ReadableTable } from '../../files/inputSettings.ts';
import { openInput } from '../../files/openInput.ts';
import { type DuckdbEngine, openDuckdb } from '../../store/duckdb.ts';
import { columnMeaning, likelyMeaning, moneyUnitOf, recogniseColumns } from '../columnNames.ts';
import { columnsOf } from '../importFile.ts';
import type { RowText } from '../importPlan.ts';
import {
  isTotalRegion,
  isUnknownPartner,
  isUnknownRegion,
  isWorldPartner,
  meaningOfFlow,
  meaningOfPeriod,
} from '../rowMeanings.ts';
import { columnRelation } from '../textRelation.ts';
import { editionNamed, flowColumns, holdsCountries, notCountries, reporterColumn } from './suggestWorld.ts';

export interface MappingDraft {
  /** A mapping file to be checked by a person; may hold `ZZ` for a country that nothing tells. */
  readonly mapping: Readonly<Record<string, unknown>>;
  /** Why each column was taken, and what is left to be filled in. */
  readonly notes: readonly TwoLanguages[];
}

export interface Profile {
  readonly column: string;
  readonly meaning: RowText | null;
  /** Distinct texts of the column in the sample, empty ones left out. */
  readonly texts: readonly string[];
}

const sampleRows = 20000;
const fieldOf: Partial<Record<RowText, string>> = { net_weight: 'netWeight' };

/** Drafts a mapping for a table from the names of its columns and what they hold. */
export async function suggestMapping(path: string, settings: InputSettings = {}): Promise<MappingDraft> {
  const scratch = await mkdtemp(join(tmpdir(), 'trajecta-'));
  const engine = await openDuckdb();
  try {
    const known = (cells: readonly string[]) => Object.keys(recogniseColumns(cells)).length >= 3;
    const input = await openInput(path, scratch, settings, known);
    const columns = await columnsOf(engine, path, input.table);
    const profiles = await profilesOf(engine, input.table, columns);
    const drafted = draft(profiles, input.detected);
    requireSomethingFound(path, drafted, profiles);
    return drafted;
  } finally {
    await engine.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the columns of a table hold, as far as its first rows tell. */
export async function profilesOf(
  engine: DuckdbEngine,
  table: ReadableTable,
  columns: readonly string[],
): Promise<readonly Profile[]> {
  const profiles: Profile[] = [];
  const relation = await columnRelation(engine, table, columns);
  await engine.run(`CREATE OR REPLACE TABLE sample AS ${relation} LIMIT ${sampleRows}`);
  for (const [index, column] of columns.entries()) {
    const texts = await engine.query(
      `SELECT DISTINCT trim(t${index}) AS t FROM sample WHERE t <> '' ORDER BY t`,
    );
    profiles.push({ column, meaning: columnMeaning(column), texts: texts.map((row) => String(row.t)) });
  }
  return profiles;
}

/** A draft without a column of codes or any column known by its name is no help: the table is refused instead. */
function requireSomethingFound(path: string, { mapping }: MappingDraft, profiles: readonly Profile[]): void {
  const found = mapping.columns as Readonly<Record<string, string>>;
  if (found.line !== undefined || mapping.wide !== undefined) return;
  if (profiles.some(({ column, meaning }) => (meaning ?? likelyMeaning(column)) !== null)) return;
  const columns = profiles.map(({ column }) => column);
  const shown = columns.slice(0, 10).join(', ') + (columns.length > 10 ? ` … (${columns.length})` : '');
  throw new TrajectaError('missing-column', {
    ru: `Файл ${path}: по именам не узнан ни один столбец, по содержимому не найдены коды товаров; черновик составить не из чего. Столбцы: ${shown}. Если имена столбцов стоят в другой строке, задайте --heading-row; другой лист — --sheet, другой разделитель — --delimiter. Иначе напишите файл описания сами: его вид даёт trajecta schema mapping.`,
    en: `File ${path}: no column is recognised by its name, and none holds codes of goods; there is nothing to draft from. Columns: ${shown}. If another row names the columns, set --heading-row; another sheet: --sheet, another delimiter: --delimiter. Else write the mapping file yourself: trajecta schema mapping tells its shape.`,
  });
}

const isNumber = (text: string) => /^[-+−]?[\d\s.,'\u00A0\u202F]*\d$/.test(text);
const isYear = (text: string) => /^(?:19|20)\d{2}(?:\.0)?$/.test(text);
/** Begins with a six-digit code or heading of any edition. */
const isKnownCode = (text: string) => {
  const code = lineMeaning(text, [])?.code.slice(0, 6) ?? '';
  return hsEditions.some((edition) => hsCodesAndParents(edition).has(code));
};
const share = (profile: Profile, test: (text: string) => boolean) =>
  profile.texts.length === 0 ? 0 : profile.texts.filter(test).length / profile.texts.length;

/** What a column's content must be like for a meaning, as the share of its distinct texts. */
const contents: readonly (readonly [RowText, (profile: Profile) => boolean])[] = [
  ['year', (profile) => share(profile, isYear) === 1],
  [
    'period',
    (profile) =>
      profile.texts.length > 0 &&
      share(profile, (text) => meaningOfPeriod(text) !== null && !/^\d{5,}$/.test(text)) === 1,
  ],
  ['flow', (profile) => share(profile, (text) => meaningOfFlow(text) !== null) === 1],
  ['region', (profile) => bestCountry(profile).share >= 0.6],
  [
    'partner',
    (profile) =>
      profile.texts.length > 2 &&
      share(profile, (text) => isWorldPartner(text) || (findPartner(text) !== null && !/^\d+$/.test(text))) >=
        0.6,
  ],
  [
    'line',
    (profile) =>
      isEnough(profile, 'line') &&
      share(profile, (text) => /^\d{4,10}$/.test(text)) >= 0.95 &&
      share(profile, (text) => lineMeaning(text, []) !== null) >= 0.95 &&
      share(profile, isKnownCode) >= 0.2,
  ],
  [
    'value',
    (profile) =>
      isEnough(profile, 'value') &&
      (likelyMeaning(profile.column) === 'value' ||
        share(profile, (text) => /^\d{4,10}$/.test(text) && text.length === profile.texts[0]?.length) <
          0.95) &&
      share(profile, isNumber) >= 0.95,
  ],
];

/** A few texts tell nothing by themselves: then the name must tell it too. */
function isEnough(profile: Profile, meaning: RowText): boolean {
  return profile.texts.length > 20 || (profile.texts.length > 0 && likelyMeaning(profile.column) === meaning);
}

function bestCountry(profile: Profile): { country: string; share: number; missing: readonly string[] } {
  const found = countriesWithTerritories().map((country) => {
    const dictionary = loadTerritories(country);
    const find = dictionary === null ? () => null : territoryIndex(dictionary);
    const missing = profile.texts.filter(
      (text) => find(text) === null && !isUnknownRegion(text) && !isTotalRegion(text),
    );
    return {
      country,
      share: profile.texts.length === 0 ? 0 : 1 - missing.length / profile.texts.length,
      missing,
    };
  });
  return found.sort((a, b) => b.share - a.share)[0] ?? { country: 'ZZ', share: 0, missing: profile.texts };
}

/** A mapping by what the columns are called and hold. */
export function draft(
  profiles: readonly Profile[],
  detected: Readonly<Record<string, string | number>>,
): MappingDraft {
  const notes: TwoLanguages[] = [];
  const taken = new Map<RowText, Profile>();
  for (const profile of profiles) {
    if (profile.meaning === null || taken.has(profile.meaning)) continue;
    taken.set(profile.meaning, profile);
    notes.push({
      ru: `${profile.column} → ${profile.meaning}: по имени столбца`,
      en: `${profile.column} → ${profile.meaning}: by its name`,
    });
  }
  preferLongestCodes(profiles, taken, notes);
  const wide = wideColumns(profiles, taken);
  for (const [meaning, holds] of contents) {
    if (taken.has(meaning) || meaning === wide?.over || (meaning === 'value' && wide !== null)) continue;
    if ((meaning === 'period' && taken.has('year')) || (meaning === 'year' && taken.has('period'))) continue;
    const free = profiles.filter(
      (profile) => ![...taken.values()].includes(profile) && !(wide?.columns.has(profile.column) ?? false),
    );
    const likely = free.filter((profile) => likelyMeaning(profile.column) === meaning);
    const profile = [...likely, ...free].find(holds);
    if (profile === undefined) continue;
    taken.set(meaning, profile);
    notes.push({
      ru: `${profile.column} → ${meaning}: по содержимому`,
      en: `${profile.column} → ${meaning}: by what it holds`,
    });
  }
  takeReporter(profiles, taken, notes);
  if (taken.has('year') && taken.has('period')) taken.delete('period');
  if (wide !== null) {
    taken.delete('value');
    taken.delete(wide.over);
    notes.push({
      ru: `широкая таблица: столбцов значений ${wide.columns.size}, по ${wide.over}`,
      en: `wide table: ${wide.columns.size} columns of values, over ${wide.over}`,
    });
  }
  const territory = territoryPart(taken, wide, notes);
  const value = taken.get('value')?.column ?? [...(wide?.columns.keys() ?? [])][0] ?? '';
  const currency =
    /(?<![A-Z])(USD|EUR|AUD|BRL|RUB|CNY|GBP|CAD|INR)(?![A-Z])/i.exec(value)?.[1]?.toUpperCase() ?? 'USD';
  if (!/USD|долл|\$|FOB/i.test(value))
    notes.push({
      ru: `валюта не сказана прямо: принято ${currency}; проверьте currency`,
      en: `the currency is not said outright: ${currency} is taken; check currency`,
    });
  if (currency !== 'USD')
    notes.push({
      ru: 'впишите курсы в currency.usdPerUnit (долларов за единицу, по годам)',
      en: 'fill in currency.usdPerUnit (dollars for one unit, by year)',
    });
  for (const meaning of ['line', 'value'] as const)
    if (!taken.has(meaning) && (wide === null || meaning === 'line'))
      notes.push({
        ru: `НЕ НАЙДЕНО: ${meaning}; впишите columns.${meaning}`,
        en: `NOT FOUND: ${meaning}; fill in columns.${meaning}`,
      });
  if (!taken.has('year') && !taken.has('period') && wide?.over !== 'year')
    notes.push({
      ru: 'НЕ НАЙДЕН период: впишите columns.year или columns.period',
      en: 'NO PERIOD FOUND: fill in columns.year or columns.period',
    });
  if (!taken.has('flow') && wide?.over !== 'flow')
    notes.push({
      ru: 'направление не найдено: принято flow = export',
      en: 'no flow found: flow = export is taken',
    });
  const columns = [...taken].map(([meaning, profile]) => [fieldOf[meaning] ?? meaning, profile.column]);
  const { sheet, member, headingRow } = detected;
  return {
    mapping: {
      country: territory.country,
      columns: Object.fromEntries(columns),
      ...(wide === null ? {} : { wide: { over: wide.over, columns: Object.fromEntries(wide.columns) } }),
      ...(taken.has('flow') || wide?.over === 'flow' ? {} : { flow: 'export' }),
      nomenclature: {
        name: taken.get('line')?.column ?? 'HS',
        edition: editionNamed(taken.get('line')?.column ?? '') ?? 'calendar',
      },
      currency: { code: currency, unit: moneyUnitOf(value) ?? 1 },
      ...(sheet === undefined ? {} : { sheet }),
      ...(member === undefined ? {} : { member }),
      ...(headingRow === undefined || headingRow === 1 ? {} : { headingRow }),
      ...territory.fields,
    },
    notes,
  };
}

/** Of several columns of codes the one with the most digits tells most. */
function preferLongestCodes(
  profiles: readonly Profile[],
  taken: Map<RowText, Profile>,
  notes: TwoLanguages[],
): void {
  const isLine = contents.find(([meaning]) => meaning === 'line')?.[1] ?? (() => false);
  const digits = (profile: Profile) =>
    profile.texts.reduce((sum, text) => sum + text.length, 0) / profile.texts.length;
  const candidates = profiles.filter(
    (profile) =>
      profile === taken.get('line') || (likelyMeaning(profile.column) === 'line' && isLine(profile)),
  );
  const longest = candidates.sort((a, b) => digits(b) - digits(a))[0];
  if (longest === undefined || longest === taken.get('line')) return;
  taken.set('line', longest);
  notes.push({
    ru: `${longest.column} → line: самые длинные коды`,
    en: `${longest.column} → line: the longest codes`,
  });
}

/** Where no column holds regions, one of countries is of those whose trade it is: a table of the world. */
function takeReporter(
  profiles: readonly Profile[],
  taken: Map<RowText, Profile>,
  notes: TwoLanguages[],
): void {
  if (taken.has('region')) return;
  const [partner, others] = [taken.get('partner'), [...taken.values()]];
  const free = profiles.filter(
    (profile) => profile.meaning !== 'partner' && (profile === partner || !others.includes(profile)),
  );
  const reporter = reporterColumn(free);
  if (reporter === null) return;
  if (reporter === partner) taken.delete('partner');
  taken.set('region', reporter);
  notes.push({
    ru: `${reporter.column} → region: страны, чья это торговля (country: WORLD); если это партнёры одной страны, перенесите в partner и впишите country`,
    en: `${reporter.column} → region: countries whose trade it is (country: WORLD); if they are partners of one country, move it to partner and fill in country`,
  });
}

/** Three or more columns that are named after years or regions and hold numbers; or one of exports and one of imports. */
function wideColumns(
  profiles: readonly Profile[],
  taken: ReadonlyMap<RowText, Profile>,
): { over: 'year' | 'region' | 'flow'; columns: ReadonlyMap<string, string> } | null {
  const numbers = profiles.filter((profile) => share(profile, isNumber) >= 0.9);
  const years = numbers.flatMap((profile) => {
    const found = profile.column.match(/(?:19|20)\d{2}/g) ?? [];
    return found.length === 1 ? [[profile.column, found[0]] as const] : [];
  });
  if (years.length >= 3 && !taken.has('year')) return { over: 'year', columns: new Map(years) };
  const flows = taken.has('flow') ? null : flowColumns(numbers);
  if (flows !== null) return { over: 'flow', columns: flows };
  const named = bestCountry({ column: '', meaning: null, texts: numbers.map((profile) => profile.column) });
  const regions = numbers
    .map((profile) => profile.column)
    .filter((column) => !named.missing.includes(column));
  if (regions.length >= 3 && named.country !== 'ZZ' && !taken.has('region'))
    return { over: 'region', columns: new Map(regions.map((column) => [column, column])) };
  return null;
}

function territoryPart(
  taken: ReadonlyMap<RowText, Profile>,
  wide: { over: string; columns: ReadonlyMap<string, string> } | null,
  notes: TwoLanguages[],
): { country: string; fields: Readonly<Record<string, unknown>> } {
  const texts = wide?.over === 'region' ? [...wide.columns.keys()] : (taken.get('region')?.texts ?? null);
  if (texts === null) {
    notes.push({
      ru: 'регионов нет: всё будет «регион не указан»; впишите country вместо ZZ',
      en: 'there are no regions: all will be "region not stated"; fill in country for ZZ',
    });
    return { country: 'ZZ', fields: {} };
  }
  const best = bestCountry({ column: '', meaning: null, texts });
  if (best.share < 0.6 && holdsCountries({ column: '', texts })) {
    const unknown = notCountries(texts);
    if (unknown.length > 0)
      notes.push({
        ru: `не страны: ${unknown.slice(0, 10).join(', ')}; приняты за группы стран и в суммы не войдут — проверьте notRegions`,
        en: `no countries: ${unknown.slice(0, 10).join(', ')}; taken for groups of countries and in no sum: check notRegions`,
      });
    return {
      country: 'WORLD',
      fields:
        unknown.length === 0
          ? {}
          : { notRegions: Object.fromEntries(unknown.map((text) => [text, 'aggregate'])) },
    };
  }
  if (best.share >= 0.6) {
    notes.push({
      ru: `регионы узнаны по словарю ${best.country}`,
      en: `the regions are known from the dictionary of ${best.country}`,
    });
    if (best.missing.length > 0) {
      const list = best.missing.slice(0, 10).join(', ');
      notes.push({
        ru: `не регионы: ${list}; впишите в notRegions, что они значат`,
        en: `no regions: ${list}; say in notRegions what they mean`,
      });
    }
    const unclear = best.missing.map((text) => [text, 'not-stated']);
    return {
      country: best.country,
      fields: unclear.length === 0 ? {} : { notRegions: Object.fromEntries(unclear) },
    };
  }
  notes.push({
    ru: 'регионы программе не известны: они перечислены в territories; впишите country вместо ZZ и имена',
    en: 'the program does not know the regions: they are listed in territories; fill in country for ZZ, and names',
  });
  const territories = texts.slice(0, 500).filter((text) => !isUnknownRegion(text) && !isUnknownPartner(text));
  return {
    country: 'ZZ',
    fields: {
      territories: territories.map((text, place) => ({
        id: `ZZ-${place + 1}`,
        name: { ru: text, en: text },
        codes: [text],
      })),
    },
  };
}

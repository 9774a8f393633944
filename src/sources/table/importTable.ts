import type { ImportReport } from '../../api/importReport.ts';
import { loadTerritories } from '../../classifications/territories.ts';
import { worldAggregates } from '../../classifications/worldTerritories.ts';
import { type Territory, type TerritoryDictionary, worldReporter } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { InputSettings } from '../../files/inputSettings.ts';
import { type ImportSource, importFile } from '../importFile.ts';
import type { ImportEffects, ImportOptions } from '../importOptions.ts';
import type { ImportPlan, RowText, WideColumns } from '../importPlan.ts';
import { type Mapping, readMapping } from './mapping.ts';

export interface TableOptions extends ImportOptions, InputSettings {
  readonly map: string;
}

/** Imports any table, long or wide, of any accepted container, through a mapping file. */
export async function importTable(
  folder: string,
  path: string,
  options: TableOptions,
  effects?: ImportEffects,
): Promise<ImportReport> {
  const mapping = await readMapping(options.map);
  return importFile(folder, path, tableSource(path, mapping, options.map, options), options, effects);
}

/** A table as the common import sees it; `map` is what its mapping is called in messages. */
export function tableSource(
  path: string,
  mapping: Mapping,
  map: string,
  options: InputSettings,
): ImportSource {
  const plan = planOf(mapping, map);
  const wanted = wantedColumns(plan);
  return {
    settings: settingsOf(mapping, options),
    isHeading: (cells) => wanted.every(([, column]) => cells.includes(column)),
    plan: async (file) => {
      requireColumns(path, map, file.columns, wanted);
      return plan;
    },
  };
}

/** What the mapping says of the file, unless the command line says otherwise. */
function settingsOf(mapping: Mapping, options: InputSettings): InputSettings {
  const names = ['encoding', 'delimiter', 'sheet', 'member', 'headingRow'] as const;
  const given = names.map((name) => [name, options[name] ?? mapping[name]] as const);
  return {
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    ...(options.maximumBytes === undefined ? {} : { maximumBytes: options.maximumBytes }),
  };
}

function wantedColumns(plan: ImportPlan): readonly (readonly [text: string, column: string])[] {
  const wide = plan.wide?.columns.map(([column]) => ['wide', column] as const) ?? [];
  return [...Object.entries(plan.columns), ...wide];
}

function requireColumns(
  path: string,
  map: string,
  found: readonly string[],
  wanted: readonly (readonly [string, string])[],
): void {
  const missing = wanted.filter(([, column]) => !found.includes(column));
  if (missing.length === 0) return;
  const names = missing.map(([text, column]) => `${column} (${text})`).join(', ');
  throw new TrajectaError('missing-column', {
    ru: `В файле ${path} нет столбцов ${names}, названных в ${map}. Найдены: ${found.slice(0, 60).join(', ')}. Черновик описания: trajecta import table ФАЙЛ --suggest-map.`,
    en: `The file ${path} has no columns ${names}, which ${map} names. Found: ${found.slice(0, 60).join(', ')}. For a draft of a mapping: trajecta import table FILE --suggest-map.`,
  });
}

/** What a mapping means for the import. Throws `bad-mapping` where it leaves flow, period or value open, or the regions are unknown. */
export function planOf(mapping: Mapping, name: string): ImportPlan {
  const { columns } = mapping;
  const texts: Partial<Record<RowText, string | undefined>> = {
    flow: columns.flow,
    period: columns.period,
    year: columns.year,
    month: columns.month,
    region: columns.region,
    line: columns.line,
    partner: columns.partner,
    unit: columns.unit,
    value: columns.value,
    net_weight: columns.netWeight,
    quantity: columns.quantity,
    contributor: columns.contributor,
  };
  const named = Object.fromEntries(
    Object.entries(texts).filter(([, column]) => column !== undefined),
  ) as Partial<Record<RowText, string>>;
  const wide = wideOf(mapping);
  requireComplete(name, mapping, named, wide);
  const inWide = wide === null ? {} : { [wide.over]: wide.columns[0]?.[0] ?? '' };
  return {
    source: 'table',
    synthetic: false,
    country: mapping.country,
    territories: territoriesOf(mapping, name),
    ownTerritories: mapping.territories !== undefined,
    columns: { ...named, ...inWide },
    wide,
    flow: mapping.flow ?? null,
    period: mapping.period ?? null,
    decimalMark: mapping.decimalMark ?? null,
    currency: mapping.currency.code,
    moneyUnit: mapping.currency.unit,
    dollarRates: mapping.currency.code === 'USD' ? null : (mapping.currency.usdPerUnit ?? {}),
    edition: mapping.nomenclature.edition === 'calendar' ? null : mapping.nomenclature.edition,
    confidentialCodes: mapping.confidentialCodes,
    negativeCodes: mapping.negativesAllowed.codes,
    negativeRegions: mapping.negativesAllowed.regions,
    regionMeanings:
      mapping.country === worldReporter
        ? { ...Object.fromEntries(worldAggregates()), ...mapping.notRegions }
        : mapping.notRegions,
    partnerCodes: mapping.partners,
    partnerMeanings: {},
    flowMeanings: null,
    breakdown: [],
    settings: { source: 'table', mapping },
    detected: {},
  };
}

function wideOf(mapping: Mapping): WideColumns | null {
  return mapping.wide === undefined
    ? null
    : { over: mapping.wide.over, columns: Object.entries(mapping.wide.columns) };
}

function requireComplete(
  name: string,
  mapping: Mapping,
  named: Partial<Record<RowText, string>>,
  wide: WideColumns | null,
): void {
  const has = (text: RowText) => named[text] !== undefined || wide?.over === text;
  const problem = !(has('flow') || mapping.flow !== undefined)
    ? {
        ru: 'нужно либо columns.flow, либо flow ("export" или "import")',
        en: 'either columns.flow or flow ("export" or "import") is needed',
      }
    : !(has('period') || has('year') || mapping.period !== undefined)
      ? {
          ru: 'нужно columns.period, columns.year, wide по годам или period (например "2017")',
          en: 'columns.period, columns.year, wide over years or period (such as "2017") is needed',
        }
      : (named.value === undefined) === (wide === null)
        ? { ru: 'нужно либо columns.value, либо wide', en: 'either columns.value or wide is needed' }
        : wide !== null && named[wide.over] !== undefined
          ? {
              ru: `${wide.over} названо и в columns, и в wide`,
              en: `${wide.over} is in both columns and wide`,
            }
          : null;
  if (problem !== null)
    throw new TrajectaError('bad-mapping', { ru: `${name}: ${problem.ru}.`, en: `${name}: ${problem.en}.` });
}

function territoriesOf(mapping: Mapping, name: string): TerritoryDictionary {
  if (mapping.territories === undefined) {
    const known = loadTerritories(mapping.country);
    if (known !== null) return known;
    if (mapping.columns.region !== undefined || mapping.wide?.over === 'region') {
      throw new TrajectaError('bad-mapping', {
        ru: `${name}: регионы страны ${mapping.country} программе не известны; перечислите их в territories (id, name, codes).`,
        en: `${name}: the program does not know the regions of ${mapping.country}; list them in territories (id, name, codes).`,
      });
    }
  }
  const regions: Territory[] = (mapping.territories ?? []).map((region) => ({
    id: region.id,
    kind: 'region',
    name: region.name,
    codes: region.codes,
    memberships: region.district === undefined ? [] : [{ parent: region.district }],
  }));
  const districts: Territory[] = (mapping.districts ?? []).map((district) => ({
    id: district.id,
    kind: 'district',
    name: district.name,
    codes: [],
    memberships: [],
  }));
  const countryName = mapping.countryName ?? { ru: mapping.country, en: mapping.country };
  return { country: mapping.country, countryName, territories: [...districts, ...regions] };
}

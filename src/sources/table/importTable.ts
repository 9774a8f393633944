import { extname } from 'node:path';
import type { ImportReport } from '../../api/importReport.ts';
import { loadTerritories } from '../../classifications/territories.ts';
import type { Territory, TerritoryDictionary } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { openDuckdb } from '../../store/duckdb.ts';
import { literal } from '../../store/queries/literal.ts';
import { type ImportEffects, type ImportOptions, importFile } from '../importFile.ts';
import type { Container, ImportPlan, RowText } from '../importPlan.ts';
import { readHeading } from '../readHeading.ts';
import { type Mapping, readMapping } from './mapping.ts';

export interface TableOptions extends ImportOptions {
  readonly map: string;
}

/** Imports any long table (delimited text or Parquet) through a mapping file. */
export async function importTable(
  folder: string,
  path: string,
  options: TableOptions,
  effects?: ImportEffects,
): Promise<ImportReport> {
  const mapping = await readMapping(options.map);
  const container = await containerOf(path, mapping);
  const plan = planOf(mapping, options.map);
  const missing = Object.entries(plan.columns).filter(([, column]) => !container.columns.includes(column));
  if (missing.length > 0) {
    const names = missing.map(([text, column]) => `${column} (${text})`).join(', ');
    throw new TrajectaError('missing-column', {
      ru: `В файле ${path} нет столбцов ${names}, названных в ${options.map}. Найдены: ${container.columns.join(', ')}.`,
      en: `The file ${path} has no columns ${names}, which ${options.map} names. Found: ${container.columns.join(', ')}.`,
    });
  }
  return importFile(folder, path, plan, container, options, effects);
}

async function containerOf(path: string, mapping: Mapping): Promise<Container> {
  if (extname(path).toLowerCase() !== '.parquet') {
    const given = {
      ...(mapping.encoding === undefined ? {} : { encoding: mapping.encoding }),
      ...(mapping.delimiter === undefined ? {} : { delimiter: mapping.delimiter }),
    };
    return { kind: 'delimited', ...(await readHeading(path, given)) };
  }
  const engine = await openDuckdb();
  try {
    const columns = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`);
    return { kind: 'parquet', columns: columns.map((column) => String(column.column_name)) };
  } catch (error) {
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new TrajectaError('file-unreadable', {
      ru: `Файл ${path} не читается как Parquet: ${cause}`,
      en: `The file ${path} cannot be read as Parquet: ${cause}`,
    });
  } finally {
    await engine.close();
  }
}

/** What a mapping means for the import. Throws `bad-mapping` where dollars cannot be known or the regions are unknown. */
export function planOf(mapping: Mapping, name: string): ImportPlan {
  const { columns } = mapping;
  if (columns.flow === undefined && mapping.flow === undefined) {
    throw new TrajectaError('bad-mapping', {
      ru: `${name}: нужно либо columns.flow, либо flow ("export" или "import").`,
      en: `${name}: either columns.flow or flow ("export" or "import") is needed.`,
    });
  }
  const rates = mapping.currency.usdPerUnit;
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
  };
  return {
    source: 'table',
    synthetic: false,
    country: mapping.country,
    territories: territoriesOf(mapping, name),
    ownTerritories: mapping.territories !== undefined,
    columns: Object.fromEntries(
      Object.entries(texts).filter(([, column]) => column !== undefined),
    ) as Partial<Record<RowText, string>>,
    flow: mapping.flow ?? null,
    decimalMark: mapping.decimalMark,
    currency: mapping.currency.code,
    moneyUnit: mapping.currency.unit,
    dollarRates: mapping.currency.code === 'USD' ? null : (rates ?? {}),
    edition: mapping.nomenclature.edition === 'calendar' ? null : mapping.nomenclature.edition,
    confidentialCodes: mapping.confidentialCodes,
    negativeCodes: mapping.negativesAllowed.codes,
    negativeRegions: mapping.negativesAllowed.regions,
    regionMeanings: mapping.notRegions,
    settings: { source: 'table', mapping },
  };
}

function territoriesOf(mapping: Mapping, name: string): TerritoryDictionary {
  if (mapping.territories === undefined) {
    const known = loadTerritories(mapping.country);
    if (known !== null) return known;
    if (mapping.columns.region !== undefined) {
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

import type { ImportReport } from '../../api/importReport.ts';
import { loadTerritories } from '../../classifications/territories.ts';
import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { type ImportEffects, type ImportOptions, importFile } from '../importFile.ts';
import type { ImportPlan, RowText } from '../importPlan.ts';
import { readHeading } from '../readHeading.ts';
import { sampleColumn } from '../sampleColumn.ts';

export interface FtsOptions extends ImportOptions {
  /** The unload's own unit differs from year to year; there is no safe guess. */
  readonly moneyUnit?: 'usd' | 'thousand-usd';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  readonly edition?: string;
}

const headings: Readonly<Record<string, RowText>> = {
  NAPR: 'flow',
  PERIOD: 'period',
  STRANA: 'partner',
  TNVED: 'line',
  EDIZM: 'unit',
  STOIM: 'value',
  NETTO: 'net_weight',
  KOL: 'quantity',
  REGION: 'region',
};
const required: readonly RowText[] = ['flow', 'period', 'line', 'value'];

/** Imports an unload of Russia's customs service (delimited text). Without REGION all rows are "region not stated". */
export async function importFts(
  folder: string,
  path: string,
  options: FtsOptions = {},
  effects?: ImportEffects,
): Promise<ImportReport> {
  const heading = await readHeading(path, options);
  const columns: Partial<Record<RowText, string>> = {};
  for (const column of heading.columns) {
    const text = headings[column.toUpperCase()];
    if (text !== undefined) columns[text] = column;
  }
  const missing = required.filter((text) => columns[text] === undefined);
  if (missing.length > 0) throw missingColumns(path, missing, heading.columns);
  const territories = loadTerritories('RU');
  if (territories === null) throw new Error('The dictionary of Russian regions is missing from the program');
  // The project's own made-up unload says so in a column of its own.
  const synthetic = heading.columns.includes('SYNTHETIC');
  const moneyUnit = options.moneyUnit ?? 'usd';
  const decimalMark = options.decimalMark ?? (await markOf(path, heading, columns.value ?? 'STOIM'));
  const edition = checkedEdition(options.edition);
  const plan: ImportPlan = {
    source: 'fts',
    synthetic,
    country: 'RU',
    territories,
    ownTerritories: false,
    columns,
    flow: null,
    decimalMark,
    currency: 'USD',
    moneyUnit: moneyUnit === 'usd' ? 1 : 1000,
    dollarRates: null,
    edition,
    confidentialCodes: [],
    negativeCodes: [],
    negativeRegions: [],
    regionMeanings: {},
    settings: {
      source: 'fts',
      encoding: heading.encoding,
      delimiter: heading.delimiter,
      decimalMark,
      moneyUnit,
      edition: edition ?? 'calendar',
      columns,
      synthetic,
    },
  };
  return importFile(folder, path, plan, { kind: 'delimited', ...heading }, options, effects);
}

function checkedEdition(text: string | undefined): HsEdition | null {
  if (text === undefined || text === 'calendar') return null;
  if (isHsEdition(text)) return text;
  throw new TrajectaError('bad-option', {
    ru: `--edition ${text}: такой редакции нет. Принимаются calendar, HS1992, HS1996, HS2002, HS2007, HS2012, HS2017, HS2022.`,
    en: `--edition ${text}: there is no such edition. Accepted: calendar, HS1992, HS1996, HS2002, HS2007, HS2012, HS2017, HS2022.`,
  });
}

function missingColumns(path: string, missing: readonly RowText[], found: readonly string[]): TrajectaError {
  const names = missing
    .map((text) => Object.entries(headings).find(([, meaning]) => meaning === text)?.[0] ?? text)
    .join(', ');
  return new TrajectaError('missing-column', {
    ru: `В файле ${path} нет столбцов ${names}. Найдены: ${found.join(', ')}. Нужны NAPR, PERIOD, TNVED, STOIM; для других таблиц — trajecta import table ФАЙЛ --map ОПИСАНИЕ.json.`,
    en: `The file ${path} has no columns ${names}. Found: ${found.join(', ')}. Needed are NAPR, PERIOD, TNVED, STOIM; for other tables use trajecta import table FILE --map MAPPING.json.`,
  });
}

/** The first values decide whether the comma is the decimal mark. */
async function markOf(
  path: string,
  heading: { encoding: string; delimiter: string; columns: readonly string[] },
  column: string,
): Promise<'.' | ','> {
  const values = await sampleColumn(path, heading, column);
  return values.some((value) => /^\s*-?[\d\s]*,\d+\s*$/.test(value)) ? ',' : '.';
}

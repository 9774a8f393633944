import type { ImportReport } from '../../api/importReport.ts';
import { loadTerritories } from '../../classifications/territories.ts';
import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { InputSettings } from '../../files/inputSettings.ts';
import { moneyUnitOf, recogniseColumns } from '../columnNames.ts';
import { type ImportSource, importFile, type OpenedFile } from '../importFile.ts';
import type { ImportEffects, ImportOptions } from '../importOptions.ts';
import { type DecimalMark, type ImportPlan, plainPlan, type RowText } from '../importPlan.ts';

export interface FtsOptions extends ImportOptions, InputSettings {
  /** Unit of the value column; left out: as its heading says ("тыс. долл."), else dollars. */
  readonly moneyUnit?: 'usd' | 'thousand-usd';
  readonly decimalMark?: DecimalMark;
  readonly edition?: string;
  /** Columns by what they hold, where their names do not tell: `{ value: 'Сумма по ДТ' }`; '': no column holds it. */
  readonly columns?: Partial<Record<RowText, string>>;
}

/** The customs service's own names of the columns, for messages. */
const ownNames: Partial<Record<RowText, string>> = {
  flow: 'NAPR',
  period: 'PERIOD',
  line: 'TNVED',
  value: 'STOIM',
};
const required = Object.keys(ownNames) as readonly RowText[];

/**
 * Imports an unload of Russia's customs service in any form found in the wild: text of any delimiter and encoding,
 * DBF, workbook, Parquet, packed or not; columns in any order, case and language. Without a region column all rows
 * are "region not stated".
 */
export async function importFts(
  folder: string,
  path: string,
  options: FtsOptions = {},
  effects?: ImportEffects,
): Promise<ImportReport> {
  return importFile(folder, path, ftsSource(path, options), options, effects);
}

/** An unload as the common import sees it. */
export function ftsSource(path: string, options: FtsOptions): ImportSource {
  return {
    settings: options,
    isHeading: (cells) => isFts(cells, presentColumns(options.columns, cells)),
    plan: async (file) => planOf(path, file, options),
  };
}

/** Do these columns, some of them named by the user, hold what an unload must have? */
export function isFts(cells: readonly string[], named: FtsOptions['columns'] = {}): boolean {
  const columns = { ...recogniseColumns(cells), ...named };
  return required.every((text) => columns[text] !== undefined);
}

function planOf(path: string, file: OpenedFile, options: FtsOptions): ImportPlan {
  requireNamedColumns(path, options.columns, file.columns);
  const columns = named({ ...recogniseColumns(file.columns), ...options.columns });
  const missing = required.filter((text) => columns[text] === undefined);
  if (missing.length > 0) throw missingColumns(path, missing, file.columns);
  const territories = loadTerritories('RU');
  if (territories === null) throw new Error('The dictionary of Russian regions is missing from the program');
  const told = moneyUnitOf(columns.value ?? '');
  const moneyUnit = options.moneyUnit === undefined ? (told ?? 1) : options.moneyUnit === 'usd' ? 1 : 1000;
  const edition = checkedEdition(options.edition);
  // The project's own made-up unload says so in a column of its own.
  const synthetic = file.columns.includes('SYNTHETIC');
  return {
    ...plainPlan('fts', territories, columns),
    synthetic,
    decimalMark: options.decimalMark ?? null,
    moneyUnit,
    edition,
    settings: {
      source: 'fts',
      ...(options.moneyUnit === undefined ? {} : { moneyUnit: options.moneyUnit }),
      ...(edition === null ? {} : { edition }),
      ...(options.columns === undefined ? {} : { columns: options.columns }),
      ...(options.decimalMark === undefined ? {} : { decimalMark: options.decimalMark }),
    },
    detected: {
      moneyUnit: moneyUnit === 1 ? 'usd' : moneyUnit === 1000 ? 'thousand-usd' : `usd × ${moneyUnit}`,
      edition: edition ?? 'calendar',
      columns,
      synthetic,
    },
  };
}

/** Without what no column holds. */
function named(columns: Partial<Record<RowText, string>>): Partial<Record<RowText, string>> {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== ''));
}

function presentColumns(
  given: FtsOptions['columns'],
  cells: readonly string[],
): Partial<Record<RowText, string>> {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, column]) => cells.includes(column)));
}

function requireNamedColumns(path: string, given: FtsOptions['columns'], found: readonly string[]): void {
  const absent = Object.values(given ?? {}).find((column) => column !== '' && !found.includes(column));
  if (absent === undefined) return;
  throw new TrajectaError('missing-column', {
    ru: `В файле ${path} нет столбца «${absent}», названного ключом --column. Найдены: ${found.slice(0, 30).join(', ')}.`,
    en: `The file ${path} has no column "${absent}", which --column names. Found: ${found.slice(0, 30).join(', ')}.`,
  });
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
  const names = missing.map((text) => ownNames[text] ?? text).join(', ');
  const shown = found.slice(0, 30).join(', ') + (found.length > 30 ? ` … (${found.length})` : '');
  return new TrajectaError('missing-column', {
    ru: `В файле ${path} не узнаны столбцы ${names}. Найдены: ${shown}. Нужны NAPR, PERIOD, TNVED, STOIM (или по-русски: направление, период, код ТН ВЭД, стоимость); для других таблиц — trajecta import table ФАЙЛ --map ОПИСАНИЕ.json (образец даст --suggest-map).`,
    en: `In the file ${path} the columns ${names} are not recognised. Found: ${shown}. Needed are NAPR, PERIOD, TNVED, STOIM (or in words: flow, period, HS code, value); for other tables use trajecta import table FILE --map MAPPING.json (--suggest-map drafts one).`,
  });
}

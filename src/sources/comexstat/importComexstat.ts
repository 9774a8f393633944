import { basename } from 'node:path';
import type { ImportReport } from '../../api/importReport.ts';
import { secexPartners } from '../../classifications/partners.ts';
import { loadTerritories } from '../../classifications/territories.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { InputSettings } from '../../files/inputSettings.ts';
import type { Flow } from '../../store/cube.ts';
import { type ImportSource, importFile, type OpenedFile } from '../importFile.ts';
import type { ImportEffects, ImportOptions } from '../importOptions.ts';
import { type ImportPlan, plainPlan, type RegionMeaning, type RowText } from '../importPlan.ts';

export interface ComexstatOptions extends ImportOptions, InputSettings {
  /** The files do not tell; left out: by a name such as EXP_2019.csv or IMP_2019_MUN.csv. */
  readonly flow?: Flow;
}

/** State files go down to eight digits; municipal ones have four digits and the state of the municipality. */
const columnsOf: Readonly<Partial<Record<RowText, readonly string[]>>> = {
  year: ['CO_ANO'],
  month: ['CO_MES'],
  line: ['CO_NCM', 'SH4'],
  unit: ['CO_UNID'],
  partner: ['CO_PAIS'],
  region: ['SG_UF_NCM', 'SG_UF_MUN'],
  quantity: ['QT_ESTAT'],
  net_weight: ['KG_LIQUIDO'],
  value: ['VL_FOB'],
};
const required: readonly RowText[] = ['year', 'month', 'line', 'partner', 'region', 'value'];

/** Marks in the column of states that name no state. */
const marks: Readonly<Record<string, RegionMeaning>> = {
  RE: 're-export',
  MN: 're-export',
  EX: 'not-stated',
  ZN: 'not-stated',
  ND: 'not-stated',
  CB: 'not-stated',
};

/** Imports the public files of Brazil's Comex Stat, by state or by municipality (summed to states), in US dollars. */
export async function importComexstat(
  folder: string,
  path: string,
  options: ComexstatOptions = {},
  effects?: ImportEffects,
): Promise<ImportReport> {
  return importFile(folder, path, comexstatSource(path, options), options, effects);
}

/** A file of Comex Stat as the common import sees it. */
export function comexstatSource(path: string, options: ComexstatOptions): ImportSource {
  return { settings: options, isHeading: isComexstat, plan: async (file) => planOf(path, file, options) };
}

/** Do these columns name what a file of Comex Stat has? */
export function isComexstat(columns: readonly string[]): boolean {
  return required.every((text) => find(columns, text) !== undefined);
}

function find(columns: readonly string[], text: RowText): string | undefined {
  return columns.find((column) => columnsOf[text]?.includes(column.toUpperCase()));
}

function planOf(path: string, file: OpenedFile, options: ComexstatOptions): ImportPlan {
  const columns: Partial<Record<RowText, string>> = {};
  for (const text of Object.keys(columnsOf) as RowText[]) {
    const column = find(file.columns, text);
    if (column !== undefined) columns[text] = column;
  }
  const missing = required.filter((text) => columns[text] === undefined);
  if (missing.length > 0) {
    const names = missing.map((text) => (columnsOf[text] ?? []).join(' / ')).join(', ');
    throw new TrajectaError('missing-column', {
      ru: `В файле ${path} нет столбцов ${names}. Найдены: ${file.columns.slice(0, 30).join(', ')}. Это файлы Comex Stat по штатам (CO_ANO;CO_MES;CO_NCM;…) или муниципалитетам (CO_ANO;CO_MES;SH4;…).`,
      en: `The file ${path} has no columns ${names}. Found: ${file.columns.slice(0, 30).join(', ')}. Wanted is a Comex Stat file by state (CO_ANO;CO_MES;CO_NCM;…) or municipality (CO_ANO;CO_MES;SH4;…).`,
    });
  }
  const territories = loadTerritories('BR');
  if (territories === null) throw new Error('The dictionary of Brazilian states is missing from the program');
  const flow = options.flow ?? flowOfName(options.name ?? basename(path), file);
  const municipal = file.columns.some((column) => column.toUpperCase() === 'CO_MUN');
  return {
    ...plainPlan('comexstat', territories, columns),
    synthetic: file.columns.includes('SYNTHETIC'),
    flow,
    regionMeanings: marks,
    partnerCodes: secexPartners(),
    settings: { source: 'comexstat', flow },
    detected: { layout: municipal ? 'municipalities' : 'states', edition: 'calendar', columns },
  };
}

function flowOfName(file: string, { member }: OpenedFile): Flow {
  const name = `${member ?? ''} ${file}`.toUpperCase();
  if (/(?:^|[^A-Z])EXP(?:[^A-Z]|$)/.test(name)) return 'export';
  if (/(?:^|[^A-Z])IMP(?:[^A-Z]|$)/.test(name)) return 'import';
  throw new TrajectaError('bad-option', {
    ru: `Ни столбцы, ни имя файла ${file} не говорят, вывоз это или ввоз. Задайте --flow export или --flow import.`,
    en: `Neither the columns nor the name of ${file} tell exports from imports. Set --flow export or --flow import.`,
  });
}

import type { ImportReport } from '../../api/importReport.ts';
import { comtradeAreas, comtradeCountries } from '../../classifications/comtradeAreas.ts';
import { worldAggregates, worldTerritories } from '../../classifications/worldTerritories.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { InputSettings } from '../../files/inputSettings.ts';
import { type ImportSource, importFile, type OpenedFile } from '../importFile.ts';
import type { ImportEffects, ImportOptions } from '../importOptions.ts';
import {
  type BreakdownColumn,
  type FlowMeaning,
  type ImportPlan,
  plainPlan,
  type RowText,
  rowTexts,
} from '../importPlan.ts';
import { type ComtradeColumn, comtradeColumns, wholeOf } from './comtradeColumns.ts';
import { comtradeRecords } from './comtradeJson.ts';

export interface ComtradeOptions extends ImportOptions, InputSettings {}

const required: readonly ComtradeColumn[] = ['flow', 'region', 'line', 'value'];

const meaning = (flow: FlowMeaning['flow'], part: FlowMeaning['part']): FlowMeaning => ({ flow, part });
const [exports, imports] = [meaning('export', ''), meaning('import', '')];
const [reExports, reImports] = [meaning('export', 're'), meaning('import', 're')];

/** Flows by Comtrade's codes and words, in capitals. */
const flows: Readonly<Record<string, FlowMeaning>> = {
  X: exports,
  2: exports,
  EXPORT: exports,
  EXPORTS: exports,
  'GROSS EXP.': exports,
  M: imports,
  1: imports,
  IMPORT: imports,
  IMPORTS: imports,
  'GROSS IMP.': imports,
  DX: meaning('export', 'domestic'),
  'DOMESTIC EXPORT': meaning('export', 'domestic'),
  FM: meaning('import', 'domestic'),
  'FOREIGN IMPORT': meaning('import', 'domestic'),
  RX: reExports,
  3: reExports,
  'RE-EXPORT': reExports,
  'RE-EXPORTS': reExports,
  RM: reImports,
  4: reImports,
  'RE-IMPORT': reImports,
  'RE-IMPORTS': reImports,
  XIP: meaning('export', 'processing'),
  XOP: meaning('export', 'processing'),
  MIP: meaning('import', 'processing'),
  MOP: meaning('import', 'processing'),
};

/** Texts of Comtrade for goods "not specified according to kind". */
const secretCodes = ['9999AA', '9999aa'];

/**
 * Imports a file of UN Comtrade into a workspace of the world: an answer of its API (JSON), a bulk file (tab-separated,
 * gz), or a CSV of the website before 2022. The edition of the HS is told by each row. Rows that repeat what others
 * tell (all partners beside partners, totals beside products, customs procedures, modes of transport, second partners,
 * parts of flows, other editions) are never added to them.
 */
export async function importComtrade(
  folder: string,
  path: string,
  options: ComtradeOptions = {},
  effects?: ImportEffects,
): Promise<ImportReport> {
  return importFile(folder, path, comtradeSource(path, options), options, effects);
}

/** A file of Comtrade as the common import sees it. */
export function comtradeSource(path: string, options: ComtradeOptions): ImportSource {
  return {
    settings: options,
    isHeading: isComtrade,
    jsonRows: (json) => comtradeRecords(path, json),
    plan: async (file) => planOf(path, file),
  };
}

/** Do these columns name what a file of Comtrade has? */
export function isComtrade(columns: readonly string[]): boolean {
  return missingOf(comtradeColumns(columns)).length === 0;
}

function missingOf(columns: Partial<Record<ComtradeColumn, string>>): readonly string[] {
  return [
    ...required.filter((text) => columns[text] === undefined),
    ...(columns.period === undefined && columns.year === undefined ? ['period'] : []),
  ];
}

function planOf(path: string, file: OpenedFile): ImportPlan {
  const found = comtradeColumns(file.columns);
  const missing = missingOf(found);
  if (missing.length > 0) {
    const shown = file.columns.slice(0, 30).join(', ') + (file.columns.length > 30 ? ' …' : '');
    throw new TrajectaError('missing-column', {
      ru: `В файле ${path} нет столбцов для ${missing.join(', ')}. Найдены: ${shown}. Нужен файл UN Comtrade: ответ API (JSON с data), bulk (typeCode, refYear, period, reporterCode, flowCode, cmdCode, primaryValue …) или CSV сайта (Classification, Year, Trade Flow Code, Reporter Code, Commodity Code, Trade Value (US$) …). Другие таблицы — trajecta import table.`,
      en: `The file ${path} has no columns for ${missing.join(', ')}. Found: ${shown}. Wanted is a file of UN Comtrade: an answer of its API (JSON with data), a bulk file (typeCode, refYear, period, reporterCode, flowCode, cmdCode, primaryValue ...) or a CSV of its website (Classification, Year, Trade Flow Code, Reporter Code, Commodity Code, Trade Value (US$) ...). For other tables: trajecta import table.`,
    });
  }
  const columns: Partial<Record<RowText, string>> = Object.fromEntries(
    rowTexts.flatMap((text) => (found[text] === undefined ? [] : [[text, found[text]]])),
  );
  if (columns.period !== undefined) delete columns.year;
  const breakdown: readonly BreakdownColumn[] = (['partner2', 'customs', 'transport'] as const).flatMap(
    (text) => (found[text] === undefined ? [] : [{ column: found[text], total: wholeOf[text] }]),
  );
  const thousands = /1000\s*usd/i.test(columns.value ?? '');
  return {
    ...plainPlan('comtrade', worldTerritories(), {
      ...columns,
      ...(breakdown.length === 0 ? {} : { breakdown: breakdown[0]?.column ?? '' }),
    }),
    synthetic: file.columns.includes('SYNTHETIC'),
    decimalMark: '.',
    moneyUnit: thousands ? 1000 : 1,
    confidentialCodes: secretCodes,
    regionMeanings: Object.fromEntries(worldAggregates()),
    partnerCodes: comtradeCountries(),
    partnerMeanings: comtradeAreas(),
    flowMeanings: flows,
    breakdown,
    settings: { source: 'comtrade' },
    detected: {
      columns: found,
      edition: columns.edition === undefined ? 'calendar' : 'by row',
      moneyUnit: thousands ? 'thousand-usd' : 'usd',
    },
  };
}

import { basename } from 'node:path';
import type { PublishedTotal } from '../domain/publishedTotal.ts';
import type { Territory, TerritoryDictionary } from '../domain/territory.ts';
import { normalisedTerritoryName, territoryIndex } from '../domain/territoryIndex.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { readSmallFile } from '../files/grid.ts';
import type { Sheet } from '../files/workbook.ts';
import type { Flow } from '../store/cube.ts';
import { moneyUnitOf, recogniseColumns } from './columnNames.ts';
import { isTotalRegion, meaningOfFlow, meaningOfPeriod } from './rowMeanings.ts';

export interface OfficialTotals {
  readonly file: string;
  readonly sha256: string;
  /** Dollars in one unit of the file. */
  readonly unit: number;
  readonly totals: readonly PublishedTotal[];
  /** Cells and rows that could not be read: place and text. */
  readonly unreadable: readonly string[];
}

interface TotalsSettings {
  readonly flow?: Flow;
  /** Dollars in one unit; left out: as the heading says, else 1. */
  readonly unit?: number;
}

/**
 * Reads official totals (CSV, XLSX): rows of region, year (or period) and value, or regions down and years across.
 * Without a region column, and in rows named as the country, the totals are the country's.
 */
export async function readTotals(
  path: string,
  territories: TerritoryDictionary,
  settings: TotalsSettings = {},
): Promise<OfficialTotals> {
  const { sheets, sha256 } = await readSmallFile(path);
  const find = totalsTerritory(territories);
  for (const layout of [longLayout, wideLayout]) {
    for (const sheet of sheets) {
      for (let at = 0; at < Math.min(30, sheet.rows.length); at += 1) {
        const found = layout(sheet.rows[at] ?? []);
        if (found === null) continue;
        const read = readSheet(sheet, at, found, find, settings);
        if (read.totals.length > 0) return { file: basename(path), sha256, ...read };
      }
    }
  }
  throw new TrajectaError('missing-column', {
    ru: `В файле ${path} не узнана таблица итогов: нужны столбцы «регион», «год» и «стоимость», или регионы по строкам и годы по столбцам.`,
    en: `In the file ${path} no table of totals is recognised: wanted are the columns region, year and value, or regions down and years across.`,
  });
}

/** Where a heading row has what; columns by their place, −1: none. */
interface Layout {
  readonly region: number;
  readonly flow: number;
  /** Flow that the heading of the values names. */
  readonly namedFlow: Flow | null;
  readonly values: readonly { readonly column: number; readonly year: number | null }[];
  readonly period: number;
}

const valueWords = /экспорт|импорт|вывоз|ввоз|стоимость|сумма|итог|value|export|import|total/i;

function flowNamed(heading: string): Flow | null {
  if (/импорт|ввоз|import/i.test(heading)) return 'import';
  return /экспорт|вывоз|export/i.test(heading) ? 'export' : null;
}

function longLayout(heading: readonly string[]): Layout | null {
  const columns = recogniseColumns(heading);
  const place = (name: string | undefined) => (name === undefined ? -1 : heading.indexOf(name));
  const period = place(columns.year ?? columns.period);
  const region = place(columns.region);
  const value =
    columns.value === undefined
      ? heading.findIndex((name, at) => at !== region && at !== period && valueWords.test(name))
      : place(columns.value);
  if (period < 0 || value < 0) return null;
  return {
    region,
    flow: place(columns.flow),
    namedFlow: flowNamed(heading[value] ?? ''),
    values: [{ column: value, year: null }],
    period,
  };
}

function wideLayout(heading: readonly string[]): Layout | null {
  const values = heading.flatMap((name, column) => {
    const found = name.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
    return found.length === 1 ? [{ column, year: Number(found[0]) }] : [];
  });
  const others = heading.filter(
    (name, column) => name !== '' && !values.some((value) => value.column === column),
  );
  if (values.length === 0 || others.length > 3 || others.some((name) => /^[\d\s.,]+$/.test(name)))
    return null;
  const { region, flow } = recogniseColumns(heading);
  const at = region === undefined ? 0 : heading.indexOf(region);
  return {
    region: values.some((value) => value.column === at) ? -1 : at,
    flow: flow === undefined ? -1 : heading.indexOf(flow),
    namedFlow: null,
    values,
    period: -1,
  };
}

function readSheet(
  sheet: Sheet,
  at: number,
  layout: Layout,
  find: ReturnType<typeof totalsTerritory>,
  settings: TotalsSettings,
): Pick<OfficialTotals, 'unit' | 'totals' | 'unreadable'> {
  const heading = sheet.rows[at] ?? [];
  const title = [...sheet.rows.slice(0, at + 1).flat(), sheet.name].join(' ');
  const unit = settings.unit ?? moneyUnitOf(title) ?? 1;
  const totals: PublishedTotal[] = [];
  const unreadable: string[] = [];
  sheet.rows.slice(at + 1).forEach((row, index) => {
    if (row.every((cell) => cell === '')) return;
    const where = (cell: number) =>
      `${sheet.name === '' ? '' : `${sheet.name}, `}${at + index + 2}: ${heading[cell] || `№ ${cell + 1}`}`;
    const territory = layout.region < 0 ? null : find(row[layout.region] ?? '');
    if (territory === undefined) {
      unreadable.push(`${where(layout.region)}: ${row[layout.region] ?? ''}`);
      return;
    }
    const flow =
      layout.flow < 0
        ? (settings.flow ?? layout.namedFlow ?? 'export')
        : meaningOfFlow(row[layout.flow] ?? '');
    for (const { column, year } of layout.values) {
      const text = row[column] ?? '';
      if (text === '' || /^[-–—.…]+$/.test(text)) continue;
      const period = year === null ? meaningOfPeriod(row[layout.period] ?? '') : { year, month: 0 };
      const number = numberOf(text);
      if (number === null || period === null || flow === null) unreadable.push(`${where(column)}: ${text}`);
      else {
        const roundingUsd = 0.5 * 10 ** -number.decimals * unit;
        totals.push({
          territory,
          ...period,
          flow,
          valueUsd: number.value * unit,
          roundingUsd,
          place: where(column),
        });
      }
    }
  });
  return { unit, totals, unreadable };
}

/** A region, a district, null for the country; undefined where the text names none. */
function totalsTerritory(dictionary: TerritoryDictionary): (text: string) => Territory | null | undefined {
  const regions = territoryIndex(dictionary);
  const plain = normalisedTerritoryName;
  const country = new Set(
    [dictionary.country, dictionary.countryName.ru, dictionary.countryName.en].map(plain),
  );
  const districts = new Map(
    dictionary.territories
      .filter((one) => one.kind === 'district')
      .flatMap((one) =>
        [one.id, one.name.ru, one.name.en, ...one.codes].map((name) => [plain(name), one] as const),
      ),
  );
  return (text) => {
    if (text.trim() === '') return undefined;
    if (isTotalRegion(text) || country.has(plain(text))) return null;
    return regions(text) ?? districts.get(plain(text)) ?? undefined;
  };
}

function numberOf(text: string): { value: number; decimals: number } | null {
  const plain = text.replace(/[\s\u00A0\u202F']/g, '').replace('−', '-');
  const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain.replace(',', '.');
  if (!/^-?\d+(?:\.\d+)?$/.test(grouped)) return null;
  return { value: Number(grouped), decimals: grouped.split('.')[1]?.length ?? 0 };
}

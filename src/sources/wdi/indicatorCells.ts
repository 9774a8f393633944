import { basename } from 'node:path';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { SmallFile } from '../../files/grid.ts';

/** One cell of a file of indicators, as text. */
export interface IndicatorCell {
  readonly indicator: string;
  readonly name: string;
  readonly country: string;
  readonly year: string;
  /** '' where there is no value. */
  readonly value: string;
  readonly row: number;
}

const names = {
  country: ['country code', 'countryiso3code', 'iso3', 'country_code', 'geocodigofundar', 'ref_area', 'code'],
  indicator: ['indicator code', 'series code', 'indicator', 'indicator_code', 'series_code'],
  indicatorName: ['indicator name', 'series name', 'indicator_name'],
  year: ['year', 'date', 'anio', 'time_period', 'time'],
  value: ['value', 'obs_value'],
} as const;

/**
 * The cells of a file of the World Bank, whatever its layout: the API's JSON (one answer or several put together),
 * the wide tables of bulk downloads and of DataBank (a column for each year, rows above the heading), or long tables
 * (country, year, value; the indicator by column, by the file's name or by `indicator`). Throws `file-unreadable`
 * saying what was looked for.
 */
export function indicatorCells(path: string, file: SmallFile, indicator?: string): readonly IndicatorCell[] {
  if (file.json !== null) return jsonCells(path, file.json);
  const named = /^([a-z]{2}(?:\.[a-z0-9]+){2,})/i.exec(
    basename(path).replace(/\.(csv|tsv|txt|xlsx?|gz|zip)\b.*$/i, ''),
  );
  const given = indicator ?? named?.[1]?.toUpperCase();
  for (const sheet of file.sheets) {
    for (let at = 0; at < Math.min(sheet.rows.length, 30); at += 1) {
      const found = readBelow(sheet.rows, at, given, path);
      if (found !== null) return found;
    }
  }
  throw unreadable(
    path,
    'не найдена строка заголовка с кодом страны и годом (Country Code, Year, Value) или со столбцом на каждый год (Country Code, Indicator Code, 2019 …)',
    'no heading row with a country code and a year (Country Code, Year, Value), or with a column for each year (Country Code, Indicator Code, 2019 ...), was found',
  );
}

function readBelow(
  rows: readonly (readonly string[])[],
  at: number,
  given: string | undefined,
  path: string,
): readonly IndicatorCell[] | null {
  const heading = (rows[at] ?? []).map((cell) => cell.trim());
  const column = (wanted: readonly string[]) =>
    wanted
      .map((name) => heading.findIndex((cell) => cell.toLowerCase() === name))
      .find((place) => place >= 0) ?? -1;
  const country = column(names.country);
  if (country < 0) return null;
  const indicator = column(names.indicator);
  const title = column(names.indicatorName);
  const below = rows.slice(at + 1);
  const idOf = (row: readonly string[]) => (indicator < 0 ? given : row[indicator]?.trim()) ?? '';
  const years = heading.flatMap((cell, place) => {
    const year = /^(\d{4})(?:\s*\[YR\d{4}\])?$/.exec(cell)?.[1];
    return year === undefined ? [] : [{ year, place }];
  });
  const year = column(names.year);
  if (year < 0 && years.length === 0) return null;
  if (indicator < 0 && given === undefined) {
    throw unreadable(
      path,
      'показатель не назван ни столбцом, ни именем файла (tx.val.tech.cd.csv); задайте --indicator TX.VAL.TECH.CD',
      'neither a column nor the name of the file (tx.val.tech.cd.csv) tells the indicator; set --indicator TX.VAL.TECH.CD',
    );
  }
  const cells: IndicatorCell[] = [];
  below.forEach((row, place) => {
    const head = {
      indicator: idOf(row),
      name: row[title]?.trim() ?? '',
      country: row[country]?.trim() ?? '',
      row: at + place + 2,
    };
    // The foot of DataBank files: "Data from database: ...", "Last Updated: ...".
    if (head.country === '' || head.indicator === '') return;
    if (year < 0)
      for (const one of years) cells.push({ ...head, year: one.year, value: missing(row[one.place]) });
    else
      cells.push({ ...head, year: row[year]?.trim() ?? '', value: missing(row[valueColumn(heading, year)]) });
  });
  return cells;
}

/** The column of values, or the last one. */
function valueColumn(heading: readonly string[], year: number): number {
  const named = heading.findIndex((cell) => (names.value as readonly string[]).includes(cell.toLowerCase()));
  return named >= 0 ? named : heading.length - 1 === year ? -1 : heading.length - 1;
}

function missing(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return trimmed === '..' || /^(?:null|na|nan)$/i.test(trimmed) ? '' : trimmed;
}

/** Answers of the API: [{page ...}, [rows]], or several of them in one list. Throws on what the API says of an error. */
function jsonCells(path: string, json: unknown): readonly IndicatorCell[] {
  const answers = Array.isArray(json) && json.every((one) => Array.isArray(one)) ? json : [json];
  const cells: IndicatorCell[] = [];
  for (const answer of answers) {
    const [head, rows] = Array.isArray(answer) ? answer : [null, null];
    const message = (head as { message?: readonly { value?: string; key?: string }[] } | null)?.message;
    if (message !== undefined) {
      const text = message.map((one) => [one.key, one.value].filter(Boolean).join(': ')).join('; ');
      throw unreadable(path, `сервер ответил ошибкой: ${text}`, `the server answered with an error: ${text}`);
    }
    if (head === null || typeof (head as { total?: unknown }).total === 'undefined')
      throw unreadable(
        path,
        'это не ответ API Всемирного банка [{page …}, [строки]]',
        'this is no answer of the World Bank API [{page ...}, [rows]]',
      );
    for (const row of (Array.isArray(rows) ? rows : []) as readonly JsonRow[]) {
      cells.push({
        indicator: row.indicator?.id ?? '',
        name: row.indicator?.value ?? '',
        country: row.countryiso3code || row.country?.id || '',
        year: row.date ?? '',
        value: row.value === null || row.value === undefined ? '' : String(row.value),
        row: cells.length + 1,
      });
    }
  }
  return cells;
}

interface JsonRow {
  readonly indicator?: { readonly id?: string; readonly value?: string };
  readonly country?: { readonly id?: string };
  readonly countryiso3code?: string;
  readonly date?: string;
  readonly value?: number | null;
}

function unreadable(path: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('file-unreadable', { ru: `Файл ${path}: ${ru}.`, en: `The file ${path}: ${en}.` });
}

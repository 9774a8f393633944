import { basename } from 'node:path';
import type { SmallFile } from '../../files/grid.ts';
import type { IndicatorCell } from './indicatorCell.ts';
import { answerCells, notAnswer, recordTable } from './indicatorJson.ts';
import { unreadable } from './unreadableIndicators.ts';

/** What the user says of a file that does not say it itself. */
export interface Asked {
  readonly indicator?: string | undefined;
  readonly valueColumn?: string | undefined;
}

export const indicatorNames = {
  country: [
    'country code',
    'countryiso3code',
    'iso3c',
    'iso3',
    'country_code',
    'geocodigofundar',
    'ref_area',
    'economy',
    'code',
    'iso2c',
    'country',
    'country name',
  ],
  indicator: ['indicator code', 'series code', 'indicator', 'indicator_code', 'series_code'],
  indicatorName: ['indicator name', 'series name', 'indicator_name'],
  year: ['year', 'date', 'anio', 'time_period', 'time'],
  value: ['value', 'obs_value'],
} as const;
const names = indicatorNames;

/**
 * The cells of a file of the World Bank, whatever its layout: the API's JSON (one answer or several put together),
 * the wide tables of bulk downloads and of DataBank (a column for each year, rows above the heading), or long tables
 * (country, year, value; the indicator by column, by the file's name or by `indicator`; several columns of values by
 * their titles, or one of them by `valueColumn`). Throws `file-unreadable` saying what was looked for.
 */
export function indicatorCells(path: string, file: SmallFile, asked: Asked = {}): readonly IndicatorCell[] {
  const { indicator } = asked;
  const cells = allCells(path, file, asked).map((cell) => ({
    ...cell,
    indicator: ownId(cell.indicator),
    year: cell.year.replace(/^YR(?=\d{4}$)/, ''),
  }));
  // Of a file of many indicators that name their own, the one asked for.
  const wanted = indicator?.toUpperCase();
  return wanted === undefined || !cells.some((cell) => cell.indicator.toUpperCase() === wanted)
    ? cells
    : cells.filter((cell) => cell.indicator.toUpperCase() === wanted);
}

/** The Bank's newer services write WB_WDI_TX_VAL_TECH_CD. */
function ownId(id: string): string {
  return /^WB_WDI_[A-Z0-9_]+$/.test(id) ? id.slice('WB_WDI_'.length).replaceAll('_', '.') : id;
}

function allCells(path: string, file: SmallFile, asked: Asked): readonly IndicatorCell[] {
  if (file.json !== null) {
    const told = answerCells(path, file.json);
    if (told !== null) return told;
    const found = readBelow(recordTable(path, file.json), 0, asked, path);
    if (found !== null) return found;
    throw notAnswer(path);
  }
  const named = /^([a-z]{2}(?:\.[a-z0-9]+){2,})/i.exec(
    basename(path).replace(/\.(csv|tsv|txt|xlsx?|gz|zip)\b.*$/i, ''),
  );
  const given = { ...asked, indicator: asked.indicator ?? named?.[1]?.toUpperCase() };
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
  given: Asked,
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
  const idOf = (row: readonly string[]) => (indicator < 0 ? given.indicator : row[indicator]?.trim()) ?? '';
  const years = heading.flatMap((cell, place) => {
    const year = /^(?:YR)?(\d{4})(?:\s*\[YR\d{4}\])?$/.exec(cell)?.[1];
    return year === undefined ? [] : [{ year, place }];
  });
  const year = column(names.year);
  if (year < 0 && years.length === 0) return null;
  const titled = indicator < 0 && years.length === 0 && given.valueColumn === undefined;
  const columns = titled ? indicatorColumns(heading) : [];
  if (columns.length > 0)
    return below
      .flatMap((row, place) =>
        columns.map((one) => ({
          indicator: one.id,
          name: one.name,
          country: row[country]?.trim() ?? '',
          year: row[year]?.trim() ?? '',
          value: missing(row[one.place]),
          row: at + place + 2,
        })),
      )
      .filter((cell) => cell.country !== '');
  if (indicator < 0 && given.indicator === undefined) {
    throw unreadable(
      path,
      'показатель не назван ни столбцом, ни именем файла; назовите его: --indicator КОД, как TX.VAL.TECH.CD',
      'neither a column nor the name of the file tells the indicator; name it: --indicator CODE, such as TX.VAL.TECH.CD',
    );
  }
  const values = year < 0 ? -1 : valueColumn(heading, below, given.valueColumn, path);
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
    else cells.push({ ...head, year: row[year]?.trim() ?? '', value: missing(row[values]) });
  });
  return cells;
}

/**
 * Columns that are an indicator each: `TX.VAL.TECH.CD`, `High-technology exports (current US$) [TX.VAL.TECH.CD]`, or a
 * heading with the Bank's own title of an indicator that is used here.
 */
function indicatorColumns(
  heading: readonly string[],
): readonly { readonly id: string; readonly name: string; readonly place: number }[] {
  return heading.flatMap((cell, place) => {
    const found = /^(.*?)\s*\[([A-Z0-9]+(?:\.[A-Z0-9]+){1,})\]$/i.exec(cell);
    if (found?.[2] !== undefined) return [{ id: found[2], name: found[1] ?? '', place }];
    if (/^[A-Z]{2}(?:\.[A-Z0-9]+){2,}$/.test(cell)) return [{ id: cell, name: '', place }];
    const id = titles.find(([title]) => cell.toLowerCase().includes(title))?.[1];
    return id === undefined ? [] : [{ id, name: cell, place }];
  });
}

/** How the Bank entitles the indicators that a comparison rests on. */
const titles = [
  ['merchandise exports (current us$)', 'TX.VAL.MRCH.CD.WT'],
  ['high-technology exports (current us$)', 'TX.VAL.TECH.CD'],
  ['high-technology exports (% of manufactured exports)', 'TX.VAL.TECH.MF.ZS'],
  ['export unit value index (20', 'TX.UVI.MRCH.XD.WD'],
  ['export volume index (20', 'TX.QTY.MRCH.XD.WD'],
] as const;

/** The column asked for, that of values by its name, or the only one with numbers beside the year. */
function valueColumn(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  asked: string | undefined,
  path: string,
): number {
  const wanted = asked === undefined ? names.value : [asked.trim().toLowerCase()];
  const named = heading.findIndex((cell) => (wanted as readonly string[]).includes(cell.toLowerCase()));
  if (named >= 0) return named;
  const known: readonly string[] = [
    ...names.country,
    ...names.indicator,
    ...names.indicatorName,
    ...names.year,
  ];
  const isNumber = (text: string) => /^-?[\d\s.,]*\d(?:e[+-]?\d+)?$/i.test(text);
  const numeric = heading
    .map((name, place) => ({ name, place }))
    .filter(
      ({ name, place }) =>
        !known.includes(name.toLowerCase()) && rows.some((row) => isNumber(missing(row[place]))),
    );
  const [only] = numeric;
  if (asked === undefined && only !== undefined && numeric.length === 1) return only.place;
  const list = (asked === undefined ? numeric.map(({ name }) => name) : heading)
    .map((name) => `«${name}»`)
    .join(', ');
  throw asked === undefined && numeric.length === 0
    ? unreadable(path, 'нет столбца с числами', 'no column holds numbers')
    : asked === undefined
      ? unreadable(
          path,
          `столбцов с числами несколько: ${list}; назовите столбец показателя: --value-column ИМЯ`,
          `several columns hold numbers: ${list}; name the column of the indicator: --value-column NAME`,
        )
      : unreadable(
          path,
          `столбца «${asked}» нет; есть: ${list}`,
          `there is no column “${asked}”; there are: ${list}`,
        );
}

function missing(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return trimmed === '..' || /^(?:null|n\/?a|nan)$/i.test(trimmed) ? '' : trimmed;
}

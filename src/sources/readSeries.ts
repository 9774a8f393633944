import { basename } from 'node:path';
import type { IndicatorSeries, IndicatorSystem } from '../domain/scorecard/indicatorSystem.ts';
import { seriesUnit } from '../domain/scorecard/seriesUnit.ts';
import type { SuppliedRate, SuppliedSeries, SuppliedValue } from '../domain/scorecard/suppliedSeries.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import { normalisedTerritoryName, territoryIndex } from '../domain/territoryIndex.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { readSmallFile } from '../files/grid.ts';
import { commaIsDecimal, numberOfText } from './numberOfText.ts';

const headings = {
  region: ['REGION', 'РЕГИОН', 'СУБЪЕКТ', 'СУБЪЕКТ РФ', 'ТЕРРИТОРИЯ'],
  year: ['YEAR', 'ГОД'],
  series: ['SERIES', 'РЯД', 'ПОКАЗАТЕЛЬ', 'КОД РЯДА', 'INDICATOR'],
  value: ['VALUE', 'ЗНАЧЕНИЕ'],
  unit: ['UNIT', 'ЕДИНИЦА', 'ЕДИНИЦА ИЗМЕРЕНИЯ', 'ЕД. ИЗМ.', 'ЕД ИЗМ'],
  currency: ['CURRENCY', 'ВАЛЮТА'],
  rate: ['RATE', 'КУРС', 'PER DOLLAR', 'ЗА ДОЛЛАР', 'КУРС ЗА ДОЛЛАР'],
} as const;
type Column = keyof typeof headings;

const plain = (text: string) => text.toUpperCase().replaceAll('Ё', 'Е').replace(/\s+/g, ' ').trim();

interface Row {
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly place: string;
}

/** Rows of the first sheet whose heading has all of the columns wanted, wherever it stands in the first thirty rows. */
async function rowsWith(
  path: string,
  wanted: readonly Column[],
): Promise<{ readonly rows: readonly Row[]; readonly sha256: string }> {
  const { sheets, sha256 } = await readSmallFile(path);
  for (const sheet of sheets) {
    for (let at = 0; at < Math.min(30, sheet.rows.length); at += 1) {
      const names = (sheet.rows[at] ?? []).map(plain);
      const place = (column: Column) =>
        names.findIndex((name) => (headings[column] as readonly string[]).includes(name));
      if (wanted.some((column) => place(column) < 0)) continue;
      const columns = (Object.keys(headings) as Column[]).filter((column) => place(column) >= 0);
      const rows = sheet.rows.slice(at + 1).flatMap((row, index): readonly Row[] => {
        const cells = Object.fromEntries(
          columns.map((column) => [column, (row[place(column)] ?? '').trim()]),
        );
        if (Object.values(cells).every((cell) => cell === '')) return [];
        const named = sheet.name === '' ? '' : `${sheet.name}, `;
        return [{ cells, place: `${basename(path)}: ${named}${at + index + 2}` }];
      });
      return { rows, sha256 };
    }
  }
  const names = wanted.map((column) => `${headings[column][1]} (${headings[column][0].toLowerCase()})`);
  throw new TrajectaError('missing-column', {
    ru: `В файле ${path} нет строки заголовка со столбцами ${names.join(', ')}. Образец: trajecta scorecard template.`,
    en: `The file ${path} has no heading row with the columns ${names.join(', ')}. A template: trajecta scorecard template.`,
  });
}

/**
 * The user's series: region, year, series, value, unit, as CSV (any of the usual encodings, decimal comma or point) or a
 * workbook. Rows without a value are left out: a template half filled in is read. Throws `bad-series` naming file, row,
 * what is wrong and what is accepted.
 */
export async function readSeries(
  paths: readonly string[],
  system: IndicatorSystem,
  territories: TerritoryDictionary,
): Promise<Omit<SuppliedSeries, 'rates'>> {
  const regionOf = territoryIndex(territories);
  const seriesOf = seriesIndex(system);
  const values: SuppliedValue[] = [];
  const files: { file: string; sha256: string }[] = [];
  for (const path of paths) {
    const { rows, sha256 } = await rowsWith(path, ['year', 'series', 'value']);
    const comma = commaIsDecimal(rows.map((row) => row.cells.value ?? ''));
    files.push({ file: basename(path), sha256 });
    for (const { cells, place } of rows) {
      if (isGap(cells.value ?? '')) continue;
      const series = seriesOf(cells.series ?? '');
      if (series === null)
        throw bad(place, 'series', cells.series ?? '', {
          ru: `ряда такого нет; есть ${system.series.map((one) => one.id).join(', ')}`,
          en: `there is no such series; there are ${system.series.map((one) => one.id).join(', ')}`,
        });
      values.push(valueOfRow(cells, place, series, regionOf, territories, comma));
    }
  }
  const keyed = new Map<string, SuppliedValue>();
  for (const one of values) {
    const key = `${one.series} ${one.region} ${one.year}`;
    const known = keyed.get(key);
    if (known !== undefined && (known.amount !== one.amount || known.currency !== one.currency))
      throw bad(one.place, 'value', one.printed, {
        ru: `для этого ряда, региона и года в строке ${known.place} стоит другое значение, ${known.printed}`,
        en: `the row ${known.place} has another value of this series, region and year, ${known.printed}`,
      });
    keyed.set(key, one);
  }
  return { values: [...keyed.values()], files };
}

function valueOfRow(
  cells: Row['cells'],
  place: string,
  series: IndicatorSeries,
  regionOf: ReturnType<typeof territoryIndex>,
  territories: TerritoryDictionary,
  comma: boolean,
): SuppliedValue {
  const { value: text = '', year: yearText = '', region: regionText = '', unit: unitText = '' } = cells;
  const amount = numberOfText(text, comma);
  if (amount === null)
    throw bad(place, 'value', text, {
      ru: 'это не число; принимаются 1234,5, 1 234,5, 1234.5',
      en: 'this is no number; accepted are 1234.5, 1,234.5, 1234,5',
    });
  if (amount < 0)
    throw bad(place, 'value', text, { ru: 'значение меньше нуля', en: 'the value is below zero' });
  const year = /^(?:19|20)\d{2}$/.exec(yearText.replace(/\s*г(?:од|\.)?\s*$/i, ''))?.[0];
  if (year === undefined)
    throw bad(place, 'year', yearText, { ru: 'нужен год, например 2019', en: 'a year is wanted, e.g. 2019' });
  const unit = seriesUnit(unitText === '' ? series.unit : unitText);
  if (series.kind === 'money' && (unit === null || unit.currency === null))
    throw bad(place, 'unit', unitText, {
      ru: `ряд «${series.id}» — деньги; нужна единица с валютой, например «млн руб.», «тыс. долл.»`,
      en: `the series "${series.id}" is money; a unit with a currency is wanted, e.g. "million RUB", "thousand USD"`,
    });
  const region = series.of === 'region' ? regionOf(regionText) : null;
  if (series.of === 'region' && (region === null || region.kind !== 'region'))
    throw bad(place, 'region', regionText, {
      ru: `региона такого нет в словаре (${territories.countryName.ru}); принимаются название, код ISO (RU-TOM) или ОКАТО`,
      en: `there is no such region in the dictionary (${territories.countryName.en}); accepted are its name, ISO code (RU-TOM) or OKATO`,
    });
  return {
    series: series.id,
    region: region?.id ?? '',
    year: Number(year),
    amount: amount * (unit?.scale ?? 1),
    currency: series.kind === 'money' ? (unit?.currency ?? null) : null,
    printed: text,
    unit: unitText === '' ? series.unit : unitText,
    place,
  };
}

/** Series by id or name in either language. */
function seriesIndex(system: IndicatorSystem): (text: string) => IndicatorSeries | null {
  const known = new Map(
    system.series.flatMap((one) =>
      [one.id, one.name.ru, one.name.en].map((name) => [normalisedTerritoryName(name), one] as const),
    ),
  );
  return (text) => known.get(normalisedTerritoryName(text)) ?? null;
}

/** Yearly average rates: year, currency, units of it for one dollar. Throws `bad-series`. */
export async function readRates(
  path: string,
): Promise<{ readonly rates: readonly SuppliedRate[]; readonly file: string; readonly sha256: string }> {
  const { rows, sha256 } = await rowsWith(path, ['year', 'currency', 'rate']);
  const comma = commaIsDecimal(rows.map((row) => row.cells.rate ?? ''));
  const rates = rows.flatMap(({ cells, place }): readonly SuppliedRate[] => {
    const { year = '', currency = '', rate = '' } = cells;
    if (isGap(rate)) return [];
    const perDollar = numberOfText(rate, comma);
    const code = seriesUnit(currency)?.currency ?? null;
    if (!/^(?:19|20)\d{2}$/.test(year))
      throw bad(place, 'year', year, { ru: 'нужен год, например 2019', en: 'a year is wanted, e.g. 2019' });
    if (perDollar === null || !(perDollar > 0))
      throw bad(place, 'rate', rate, {
        ru: 'нужно число больше нуля: единиц валюты за один доллар',
        en: 'a number above zero is wanted: units of the currency for one dollar',
      });
    if (code === null)
      throw bad(place, 'currency', currency, {
        ru: 'валюта не узнана; принимаются RUB, EUR, CNY, KZT, BYN, BRL, AUD и их названия',
        en: 'the currency is not known; accepted are RUB, EUR, CNY, KZT, BYN, BRL, AUD and their names',
      });
    return [{ year: Number(year), currency: code, perDollar, place }];
  });
  return { rates, file: basename(path), sha256 };
}

function isGap(text: string): boolean {
  return text === '' || /^[-–—.…]+$/.test(text) || /^(?:н\/?д|n\/?a|нет данных)$/i.test(text);
}

function bad(
  place: string,
  column: Column,
  text: string,
  what: { readonly ru: string; readonly en: string },
): TrajectaError {
  // "file.csv: 2" or "file.xlsx: sheet 2" (place) as a sentence.
  const row = (word: string) => place.replace(/: (.*?)(\d+)$/, `, $1${word} $2`);
  return new TrajectaError('bad-series', {
    ru: `${row('строка')}, столбец «${headings[column][1].toLowerCase()}»: «${text}» — ${what.ru}.`,
    en: `${row('row')}, column ${headings[column][0].toLowerCase()}: "${text}": ${what.en}.`,
  });
}

import { columnMeaningName } from '../domain/columnMeanings.ts';
import { encodingName } from '../domain/encodingName.ts';
import type { Language } from '../domain/formatNumber.ts';
import { formatNumber } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';

const names: Readonly<Record<string, TwoLanguages>> = {
  source: { ru: 'источник', en: 'source' },
  flow: { ru: 'направление', en: 'flow' },
  moneyUnit: { ru: 'единица стоимости', en: 'unit of the value' },
  decimalMark: { ru: 'десятичный знак', en: 'decimal mark' },
  edition: { ru: 'редакция ГС', en: 'edition of the HS' },
  layout: { ru: 'разрез', en: 'layout' },
  synthetic: { ru: 'синтетические данные', en: 'synthetic data' },
  container: { ru: 'вид файла', en: 'kind of file' },
  archive: { ru: 'архив', en: 'archive' },
  member: { ru: 'файл в архиве', en: 'file within the archive' },
  encoding: { ru: 'кодировка', en: 'encoding' },
  delimiter: { ru: 'разделитель', en: 'delimiter' },
  sheet: { ru: 'лист', en: 'sheet' },
  headingRow: { ru: 'строка с именами столбцов', en: 'row that names the columns' },
};

const values: Readonly<Record<string, Readonly<Record<string, TwoLanguages>>>> = {
  source: {
    fts: { ru: 'выгрузка ФТС России', en: "unload of Russia's customs service" },
    comexstat: { ru: 'Comex Stat (Бразилия)', en: 'Comex Stat (Brazil)' },
    comtrade: { ru: 'UN Comtrade', en: 'UN Comtrade' },
    table: { ru: 'таблица с файлом описания', en: 'table with a mapping file' },
  },
  flow: { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } },
  moneyUnit: {
    usd: { ru: 'доллары США', en: 'US dollars' },
    'thousand-usd': { ru: 'тысячи долларов США', en: 'thousands of US dollars' },
  },
  decimalMark: { ',': { ru: 'запятая', en: 'comma' }, '.': { ru: 'точка', en: 'point' } },
  edition: { calendar: { ru: 'по году данных', en: 'by the year of the data' } },
  layout: {
    states: { ru: 'по штатам', en: 'by state' },
    municipalities: { ru: 'по муниципалитетам', en: 'by municipality' },
  },
  container: {
    text: { ru: 'текст', en: 'text' },
    dbf: { ru: 'DBF', en: 'DBF' },
    xlsx: { ru: 'книга Excel', en: 'Excel workbook' },
    parquet: { ru: 'Parquet', en: 'Parquet' },
  },
  delimiter: {
    ',': { ru: 'запятая', en: 'comma' },
    ';': { ru: 'точка с запятой', en: 'semicolon' },
    '\t': { ru: 'табуляция', en: 'tab' },
    '|': { ru: 'вертикальная черта', en: 'vertical bar' },
  },
};

const t = {
  set: { ru: 'Задано', en: 'Set' },
  detected: { ru: 'Определено по файлу', en: 'Detected' },
  columns: { ru: 'Столбцы', en: 'Columns' },
  wide: { ru: 'широкая таблица: столбцов значений', en: 'wide table: columns of values' },
  yes: { ru: 'да', en: 'yes' },
} as const;

type Values = Readonly<Record<string, unknown>>;

/** What was set for an import, what was detected and which column was taken for what, a line each. */
export function importSettingsText(settings: Values, language: Language): readonly string[] {
  const { mapping, detected, columns: named, ...set } = settings;
  const { columns: found, wide, ...told } = (detected ?? {}) as Values;
  const columns = { ...((found ?? mappedColumns(mapping)) as object), ...((named ?? {}) as object) };
  const line = (title: TwoLanguages, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${title[language]}: ${texts.join('; ')}`];
  const cells = (wide as { readonly columns?: readonly unknown[] } | undefined)?.columns;
  return [
    ...line(t.set, said(set, language)),
    ...line(t.detected, [
      // What was set is not said again.
      ...said(Object.fromEntries(Object.entries(told).filter(([name]) => set[name] === undefined)), language),
      ...(cells === undefined ? [] : [`${t.wide[language]} ${formatNumber(cells.length, 0, language)}`]),
    ]),
    ...line(
      t.columns,
      Object.entries(columns).map(
        ([meaning, column]) =>
          `${columnMeaningName(meaning)[language]} — ${quoted(String(column), language)}`,
      ),
    ),
  ];
}

function mappedColumns(mapping: unknown): object {
  const { columns } = (mapping ?? {}) as { readonly columns?: Readonly<Record<string, string>> };
  const { netWeight, ...rest } = columns ?? {};
  return netWeight === undefined ? rest : { ...rest, net_weight: netWeight };
}

function said(given: Values, language: Language): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const title = names[name]?.[language] ?? name;
    if (value === false || value === null || value === undefined) return [];
    if (value === true) return [title];
    if (typeof value === 'object') return [`${title} — ${JSON.stringify(value)}`];
    if (name === 'encoding') return [`${title} — ${encodingName(String(value))}`];
    return [`${title} — ${values[name]?.[String(value)]?.[language] ?? String(value)}`];
  });
}

function quoted(text: string, language: Language): string {
  return language === 'ru' ? `«${text}»` : `"${text}"`;
}

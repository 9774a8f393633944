import type { RowText } from './importPlan.ts';

/** Spellings of column names in Russian, English, Portuguese and Spanish, by what the column holds. Compared without case, ё and signs. */
const spellings: Readonly<Record<RowText, readonly string[]>> = {
  flow: [
    'NAPR',
    'НАПР',
    'НАПРАВЛЕНИЕ',
    'НАПРАВЛЕНИЕ ПЕРЕМЕЩЕНИЯ',
    'НАПРАВЛЕНИЕ ТОРГОВЛИ',
    'FLOW',
    'DIRECTION',
    'TRADE FLOW',
    'FLOWCODE',
    'FLOW CODE',
    'FLOWDESC',
    'IMP EXP',
    'EXPORT IMPORT',
    'ЭКСПОРТ ИМПОРТ',
  ],
  period: [
    'PERIOD',
    'ПЕРИОД',
    'ДАТА',
    'DATE',
    'MONTH YEAR',
    'REF PERIOD',
    'TIME',
    'TIME PERIOD',
    'ОТЧЕТНЫЙ ПЕРИОД',
  ],
  year: ['YEAR', 'ГОД', 'CO ANO', 'ANO', 'AÑO', 'ANIO', 'REFYEAR', 'REF YEAR'],
  month: ['MONTH', 'МЕСЯЦ', 'CO MES', 'MES', 'REFMONTH', 'REF MONTH'],
  region: [
    'REGION',
    'РЕГИОН',
    'СУБЪЕКТ',
    'СУБЪЕКТ РФ',
    'СУБЪЕКТ РОССИЙСКОЙ ФЕДЕРАЦИИ',
    'КОД РЕГИОНА',
    'НАИМЕНОВАНИЕ РЕГИОНА',
    'STATE',
    'STATE CODE',
    'PROVINCE',
    'REGION CODE',
    'SG UF NCM',
    'SG UF MUN',
    'SG UF',
    'UF',
    'STATE OF ORIGIN',
    'OKATO',
    'ОКАТО',
  ],
  line: [
    'TNVED',
    'TN VED',
    'ТНВЭД',
    'ТН ВЭД',
    'ТН ВЭД ЕАЭС',
    'КОД ТНВЭД',
    'КОД ТН ВЭД',
    'КОД ТН ВЭД ЕАЭС',
    'КОД ТОВАРА',
    'HS',
    'HS CODE',
    'HS6',
    'HS8',
    'HS10',
    'HS4',
    'HSCODE',
    'COMMODITY',
    'COMMODITY CODE',
    'CMDCODE',
    'CMD CODE',
    'PRODUCT',
    'PRODUCT CODE',
    'CODE',
    'CO NCM',
    'NCM',
    'SH4',
    'SH6',
    'AHECC',
    'AHECC CODE',
    'CN8',
    'TARIFF LINE',
    'ITEM CODE',
  ],
  partner: [
    'STRANA',
    'СТРАНА',
    'NASTRANAPR',
    'КОД СТРАНЫ',
    'СТРАНА ПАРТНЕР',
    'СТРАНА КОНТРАГЕНТ',
    'СТРАНА НАЗНАЧЕНИЯ',
    'COUNTRY',
    'PARTNER',
    'PARTNER CODE',
    'PARTNERCODE',
    'PARTNERISO',
    'PARTNER COUNTRY',
    'COUNTRY OF DESTINATION',
    'DESTINATION',
    'CO PAIS',
  ],
  unit: [
    'EDIZM',
    'ЕДИЗМ',
    'ЕД ИЗМ',
    'ЕДИНИЦА ИЗМЕРЕНИЯ',
    'ДЕИ',
    'ДОПОЛНИТЕЛЬНАЯ ЕДИНИЦА ИЗМЕРЕНИЯ',
    'UNIT',
    'UNIT CODE',
    'UNIT OF QUANTITY',
    'QTYUNITCODE',
    'CO UNID',
  ],
  value: [
    'STOIM',
    'СТОИМОСТЬ',
    'СТАТИСТИЧЕСКАЯ СТОИМОСТЬ',
    'СУММА',
    'VALUE',
    'TRADE VALUE',
    'PRIMARYVALUE',
    'FOB VALUE',
    'FOB',
    'VALUE USD',
    'VALUE US',
    'VL FOB',
    'STVALUE',
    'AUD',
    'USD',
    'EUR',
  ],
  net_weight: [
    'NETTO',
    'НЕТТО',
    'ВЕС',
    'МАССА',
    'ВЕС НЕТТО',
    'МАССА НЕТТО',
    'NET WEIGHT',
    'NETWEIGHT',
    'NETWGT',
    'NET WGT',
    'NET MASS',
    'WEIGHT',
    'WEIGHT KG',
    'KG LIQUIDO',
  ],
  quantity: ['KOL', 'КОЛ', 'КОЛ ВО', 'КОЛИЧЕСТВО', 'КОЛИЧЕСТВО ДЕИ', 'QUANTITY', 'QTY', 'QT ESTAT'],
  edition: [],
  breakdown: [],
  contributor: ['INN', 'ИНН', 'CONTRIBUTOR', 'EXPORTER', 'EXPORTER ID', 'УЧАСТНИК ВЭД'],
};

/** A unit in brackets or behind a comma does not belong to the name. */
const tail = /[,(].*(?:КГ|KG|USD|US\$|ДОЛЛ|\$|ТЫС|ШТ|ЕД).*$/;

/** A column name without what does not tell columns apart. @example plainColumnName('Стоимость, тыс. долл. США') // 'СТОИМОСТЬ' */
export function plainColumnName(name: string): string {
  return name
    .toUpperCase()
    .replaceAll('Ё', 'Е')
    .replace(tail, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The code of goods in its longer names: КОД ТОВАРА ПО ТН ВЭД ЕАЭС, ТН ВЭД 10 ЗНАКОВ; not its description. */
const codeOfGoods =
  /^(?:КОД .*ТН ?ВЭД(?: ЕАЭС| ТС)?(?: \d+)?(?: ЗНАК\p{L}*)?|ТН ?ВЭД(?: ЕАЭС| ТС)? \d+(?: ЗНАК\p{L}*)?)$/u;

const meanings: ReadonlyMap<string, RowText> = new Map(
  Object.entries(spellings).flatMap(([text, names]) => names.map((name) => [name, text as RowText] as const)),
);

/** Words within a longer name that tell what a column holds, where no whole name does; the first that fits decides. */
const words: readonly (readonly [RegExp, RowText])[] = [
  [
    /\b(?:AHECC|NCM|TNVED|HTS|CN8|HS ?\d*|HSCODE|SH ?\d+|SITC)\b|ТН ВЭД|КОД ТОВАРА|PRODUCT CODE|COMMODITY CODE|C[OÓ]DIGO|^(?:КОД|CODE)$/,
    'line',
  ],
  [/\b(?:VALUE|VALOR|FOB|CIF|STOIM|EXPORTACIONES)\b|EXPORTAÇÕES|СТОИМОСТЬ/, 'value'],
  [/\b(?:NET WEIGHT|NETTO|KG)\b|НЕТТО/, 'net_weight'],
  [/\b(?:QUANTITY|QTY)\b|КОЛИЧЕСТВО/, 'quantity'],
  [/\b(?:PARTNER|DESTINATION|COUNTRY|PAIS)\b|PAÍS|СТРАНА/, 'partner'],
  [/\b(?:REGION|STATE|PROVINCE|PROVINCIA|ESTADO|DEPARTAMENTO)\b|РЕГИОН|СУБЪЕКТ/, 'region'],
];

/** What a column may hold by a word within its name, or null: for a draft that a person checks. @example likelyMeaning('ahecc_8') // 'line' */
export function likelyMeaning(name: string): RowText | null {
  const spaced = name
    .toUpperCase()
    .replaceAll('Ё', 'Е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.find(([word]) => word.test(spaced))?.[1] ?? null;
}

/** What a column holds by its name, or null. @example columnMeaning('Код ТН ВЭД') // 'line' */
export function columnMeaning(name: string): RowText | null {
  const plain = plainColumnName(name);
  return meanings.get(plain) ?? (codeOfGoods.test(plain) ? 'line' : null);
}

/** The first column of each meaning. */
export function recogniseColumns(columns: readonly string[]): Partial<Record<RowText, string>> {
  const found: Partial<Record<RowText, string>> = {};
  for (const column of columns) {
    const meaning = columnMeaning(column);
    if (meaning !== null) found[meaning] ??= column;
  }
  return found;
}

/** Units of the currency in one unit of a value column, as its heading tells; null: it does not. @example moneyUnitOf('Стоимость, тыс. долл.') // 1000 */
export function moneyUnitOf(name: string): number | null {
  if (/ТЫС|THOUSAND|'000|\b1000\b|\bMIL US/i.test(name)) return 1000;
  if (/МЛРД|BILLION|\bBN\b/i.test(name)) return 1_000_000_000;
  if (/МЛН|MILLION|\bMLN\b/i.test(name)) return 1_000_000;
  return /ДОЛЛ|USD|US\$|\$/i.test(name) ? 1 : null;
}

import type { TwoLanguages } from './territory.ts';

/** What a column of a table of trade can hold, whatever the source calls it. */
export const columnMeanings = [
  'flow',
  'period',
  'year',
  'month',
  'region',
  'line',
  'partner',
  'unit',
  'value',
  'net_weight',
  'quantity',
  'contributor',
  'edition',
  'breakdown',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

const names: Readonly<Record<ColumnMeaning, TwoLanguages>> = {
  flow: { ru: 'направление', en: 'flow' },
  period: { ru: 'период', en: 'period' },
  year: { ru: 'год', en: 'year' },
  month: { ru: 'месяц', en: 'month' },
  region: { ru: 'регион', en: 'region' },
  line: { ru: 'код товара', en: 'code of goods' },
  partner: { ru: 'партнёр', en: 'partner' },
  unit: { ru: 'единица измерения', en: 'unit of quantity' },
  value: { ru: 'стоимость', en: 'value' },
  net_weight: { ru: 'вес нетто', en: 'net weight' },
  quantity: { ru: 'количество', en: 'quantity' },
  contributor: { ru: 'участник', en: 'contributor' },
  edition: { ru: 'редакция классификации', en: 'edition of the classification' },
  breakdown: { ru: 'разбивка', en: 'breakdown' },
};

/** Columns that no text of a row is taken from as it is: breakdowns of UN Comtrade, and series by country. */
const others: Readonly<Record<string, TwoLanguages>> = {
  partner2: { ru: 'второй партнёр', en: 'second partner' },
  customs: { ru: 'таможенная процедура', en: 'customs procedure' },
  transport: { ru: 'вид транспорта', en: 'mode of transport' },
  territory: { ru: 'территория', en: 'territory' },
  indicator: { ru: 'показатель', en: 'indicator' },
};

/** What a column holds, in words. @example columnMeaningName('net_weight').en // 'net weight' */
export function columnMeaningName(meaning: string): TwoLanguages {
  if (Object.hasOwn(names, meaning)) return names[meaning as ColumnMeaning];
  return (Object.hasOwn(others, meaning) ? others[meaning] : undefined) ?? { ru: meaning, en: meaning };
}

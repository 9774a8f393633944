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

/** What a column holds, in words. @example columnMeaningName('net_weight').en // 'net weight' */
export function columnMeaningName(meaning: string): TwoLanguages {
  return Object.hasOwn(names, meaning) ? names[meaning as ColumnMeaning] : { ru: meaning, en: meaning };
}

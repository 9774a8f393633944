import { hsEditions } from '../domain/edition.ts';

/** Beginnings of other classifications' names, as texts of headings and files give them. */
const others: readonly (readonly [RegExp, string])[] = [
  [/\b(?:SITC[\s_,.]*(?:REV(?:ISION)?[\s_.]*)?4|S4)(?![0-9A-Z])/, 'SITC4'],
  [/\b(?:SITC[\s_,.]*(?:REV(?:ISION)?[\s_.]*)?3|S3)(?![0-9A-Z])/, 'SITC3'],
  [/\b(?:ISIC[\s_,.]*(?:REV(?:ISION)?[\s_.]*)?3\.?1|I31)(?![0-9A-Z])/, 'ISIC31'],
  [/\b(?:ISIC[\s_,.]*(?:REV(?:ISION)?[\s_.]*)?4|I4)(?![0-9A-Z])/, 'ISIC4'],
  [/\b(?:ISIC[\s_,.]*(?:REV(?:ISION)?[\s_.]*)?3|I3)(?![0-9A-Z])/, 'ISIC3'],
  [/\bBEC[\s_]*(?:REV[\s_.]*)?5\b/, 'BEC5'],
  [/\bBEC[\s_]*(?:REV[\s_.]*)?4?(?![0-9A-Z])/, 'BEC4'],
  [/TN ?VED|ТН ?ВЭД/, 'TNVED'],
];

/** Editions of the HS by year and by the short names of databases (H0 = HS1992 ... H6 = HS2022). */
const hsNames: readonly (readonly [RegExp, number])[] = [
  [/\bHS[\s_]*(?:1988\/92|1992|92)\b|\bH0(?![0-9A-Z])|\bHS0(?=[_ ])/, 0],
  [/\bHS[\s_]*(?:1996|96)\b|\bH1(?![0-9A-Z])|\bHS1(?=[_ ])/, 1],
  [/\bHS[\s_]*(?:2002|02)\b|\bH2(?![0-9A-Z])|\bHS2(?=[_ ])/, 2],
  [/\bHS[\s_]*(?:2007|07)\b|\bH3(?![0-9A-Z])|\bHS3(?=[_ ])/, 3],
  [/\bHS[\s_]*(?:2012|12)\b|\bH4(?![0-9A-Z])|\bHS4(?=[_ ])/, 4],
  [/\bHS[\s_]*(?:2017|17)\b|\bH5(?![0-9A-Z])|\bHS5(?=[_ ])/, 5],
  [/\bHS[\s_]*(?:2022|22)\b|\bH6(?![0-9A-Z])|\bHS6(?=[_ ])/, 6],
];

/**
 * Id of the classification that a text names, or null: `HS1992` … `HS2022`, `SITC3`, `SITC4`, `ISIC3`, `ISIC31`,
 * `ISIC4`, `BEC4`, `BEC5`, `TNVED`.
 * @example nomenclatureNamed('From HS 2017') // 'HS2017'
 */
export function nomenclatureNamed(text: string): string | null {
  return nomenclaturesNamed(text)[0] ?? null;
}

/** All classifications that a text names, in its order. @example nomenclaturesNamed('HS2017toSITC4') // ['HS2017', 'SITC4'] */
export function nomenclaturesNamed(text: string): readonly string[] {
  // Names run together in names of files: a word ends where digits meet letters.
  const spaced = text
    .toUpperCase()
    .replace(/(\d)(TO)(?=[A-Z])/g, '$1 $2 ')
    .replace(/CODE\b/g, ' CODE')
    .replace(/[-_](?=H\d|S\d|I\d|HS|SITC|ISIC)/g, ' ')
    .replace(/_(?=TO\b|TO_)/g, ' ')
    .replace(/_(?=[A-Z])/g, ' ');
  const found: { place: number; id: string; length: number }[] = [];
  for (const [pattern, index] of hsNames) {
    const match = pattern.exec(spaced);
    if (match !== null)
      found.push({ place: match.index, id: hsEditions[index] ?? '', length: match[0].length });
  }
  for (const [pattern, id] of others) {
    const match = pattern.exec(spaced);
    if (match !== null && !found.some((one) => one.place === match.index))
      found.push({ place: match.index, id, length: match[0].length });
  }
  return found.sort((a, b) => a.place - b.place).map((one) => one.id);
}

/** Editions of the HS and other ids accepted where a classification is named by hand. */
export const namedNomenclatures = [
  ...hsEditions,
  'SITC3',
  'SITC4',
  'ISIC3',
  'ISIC31',
  'ISIC4',
  'BEC4',
  'BEC5',
  'TNVED',
];

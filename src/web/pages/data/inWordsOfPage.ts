import type { Language } from '../../../domain/formatNumber.ts';
import { fieldNames } from './fieldNames.ts';

/** Options of the command line and what they are called on this page. */
const fields: readonly (readonly [RegExp, { ru: string; en: string }])[] = [
  [/(?:команда |trajecta )?status --quarantine/g, { ru: 'Карантин', en: 'Quarantine' }],
  [/--replaces ([0-9a-f]{6,})/g, fieldNames.replacesThat],
  [/--replaces/g, fieldNames.replaces],
  [/--whole/g, fieldNames.whole],
  [/--add/g, fieldNames.add],
  [/--accept-unknown-codes/g, fieldNames.acceptUnknownCodes],
  [/--encoding/g, fieldNames.encoding],
  [/--delimiter/g, fieldNames.delimiter],
  [/--sheet/g, fieldNames.sheet],
  [/--member/g, fieldNames.member],
  [/--heading-row/g, fieldNames.headingRow],
  [/--indicator (?:КОД|CODE)/g, fieldNames.indicator],
  [/trajecta scorecard template/g, { ru: 'образец', en: 'the template' }],
  [/--rates/g, { ru: 'таблица курсов', en: 'the table of rates' }],
  [/--value-column (?:ИМЯ|NAME)/g, fieldNames.valueColumn],
  [/--decimal-mark/g, fieldNames.decimalMark],
  [/--money-unit/g, fieldNames.moneyUnit],
  [/--edition/g, fieldNames.edition],
  [/--column/g, fieldNames.columns],
  [/--flow (?:export|import)(?: (?:или|or) --flow (?:export|import))?/g, fieldNames.flow],
  [/--flow/g, fieldNames.flow],
  [/trajecta import table \S+ --map \S+ \([^)]*--suggest-map[^)]*\)/g, fieldNames.otherTable],
];

/** A message that speaks of options of the command line, with the names that they have on this page. */
export function inWordsOfPage(message: string, language: Language): string {
  let said = message;
  for (const [option, name] of fields) {
    const text = name[language];
    said = said.replace(option, (_found, id: unknown) =>
      language === 'ru'
        ? `«${text}${typeof id === 'string' ? ` ${id}` : ''}»`
        : `“${text}${typeof id === 'string' ? ` ${id}` : ''}”`,
    );
  }
  return said;
}

/** Beginnings that spreadsheets take for a formula, blanks before them included, full-width forms too. */
export const formulaBeginning = '^[\\s]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]';

/** The same behind a delimiter: opened with another delimiter than it was written with, a text falls into cells. */
export const formulaWithin = '([,;\\t])(\\s*[=+\\-@＝＋－＠])';

const formula = new RegExp(formulaBeginning, 'u');
const within = new RegExp(formulaWithin, 'gu');

/**
 * A text that a spreadsheet would take for a formula is marked as text by an apostrophe before it.
 * @example harmlessText('=1+1') // "'=1+1"
 * @example harmlessText('Томская область') // 'Томская область'
 */
export function harmlessText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * The same for a cell of CSV, where a formula may also begin behind a delimiter within the text.
 * @example harmlessCell('a;=1+1') // "a;'=1+1"
 */
export function harmlessCell(text: string): string {
  return harmlessText(text).replace(within, "$1'$2");
}

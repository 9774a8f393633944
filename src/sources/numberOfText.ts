/** Whether a comma parts decimals in these texts: it does unless one of them has a point for that. */
export function commaIsDecimal(texts: readonly string[]): boolean {
  const stripped = texts.map(withoutSpaces);
  const comma = stripped.some((text) => /,\d{1,2}$|,\d{4,}$|^\d{4,},\d+$|\.\d{3},\d+$|^0,/.test(text));
  const point = stripped.some((text) => /,\d{3}\.\d+$|(?:,\d{3}){2,}/.test(text));
  return comma || !point;
}

/**
 * A number as people write it: spaces between thousands; of a comma and a point the last parts decimals; a comma alone
 * by `comma`; a mark that occurs twice parts thousands. Null for anything else.
 */
export function numberOfText(text: string, comma: boolean): number | null {
  let plain = withoutSpaces(text).replace('−', '-');
  const [commas, points] = [plain.split(',').length - 1, plain.split('.').length - 1];
  const drop = (mark: string) => {
    plain = plain.replaceAll(mark, '');
  };
  const grouped = (mark: string) => new RegExp(`^-?\\d{1,3}(?:\\${mark}\\d{3})+(?:\\D\\d+)?$`).test(plain);
  if (commas > 0 && points > 0) {
    const thousands = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? '.' : ',';
    if (!grouped(thousands)) return null;
    drop(thousands);
  } else if (commas > 1 || (commas === 1 && !comma)) {
    if (!grouped(',')) return null;
    drop(',');
  } else if (points > 1) {
    if (!grouped('.')) return null;
    drop('.');
  }
  plain = plain.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00A0\u202F']/g, '');
}

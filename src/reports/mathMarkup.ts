import temml from 'temml';

/**
 * A formula in TeX as MathML, which browsers draw by themselves. Names of several letters (RCA, pop) stand upright, as
 * one name; nothing of it needs a style sheet, a script or a font from elsewhere.
 */
export function mathMarkup(tex: string): string {
  return temml
    .renderToString(withUprightNames(tex), { displayMode: true, throwOnError: true })
    .replace(/ (?:style|class)="[^"]*"/g, '');
}

/** `RCA_{rp}` as `\mathrm{RCA}_{rp}`: indices of one letter each (`x_{rpm}`) stay what they are. */
function withUprightNames(tex: string): string {
  return tex
    .split(/(\\(?:text|mathrm)\{[^}]*\})/)
    .map((part, place) =>
      place % 2 === 1
        ? part
        : part.replace(
            /(?<![\\A-Za-z])(?:[A-Z]{2,}|[a-z]{4,}|pop|new)(?![A-Za-z])/g,
            (name) => String.raw`\mathrm{${name}}`,
          ),
    )
    .join('');
}

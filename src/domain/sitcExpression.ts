/** One term of an expression: codes that begin with `code`, less those that begin with one of `except`. */
export interface SitcTerm {
  readonly code: string;
  readonly except: readonly string[];
}

/**
 * Parses a list of SITC codes in the OECD's way of writing: codes side by side, `(714 − 71489 − 71499)` for a code
 * less some of its parts. A code stands for all codes that begin with it. Both minus signs are understood.
 * Throws RangeError naming the piece that is no code.
 * @example parseSitcExpression('7921 (714 − 71489)') // [{ code: '7921', except: [] }, { code: '714', except: ['71489'] }]
 */
export function parseSitcExpression(expression: string): readonly SitcTerm[] {
  const pieces = expression.match(/\([^)]*\)|[^\s()]+/g) ?? [];
  const terms = pieces.map((piece) => {
    const [code = '', ...except] = piece
      .replace(/[()]/g, '')
      .split(/[−-]/)
      .map((part) => part.trim());
    for (const part of [code, ...except]) {
      if (!/^\d{1,5}$/.test(part))
        throw new RangeError(`"${piece}" in "${expression}" is not a SITC code of 1 to 5 digits`);
    }
    const stranger = except.find((part) => !part.startsWith(code));
    if (stranger !== undefined) throw new RangeError(`"${stranger}" in "${piece}" is not a part of ${code}`);
    return { code, except };
  });
  if (terms.length === 0) throw new RangeError('The expression holds no code');
  return terms;
}

/**
 * Leaves (basic headings) that an expression covers, in the order of `leaves`.
 * @example expandSitcExpression('(87 − 871)', ['8711', '872', '873']) // ['872', '873']
 */
export function expandSitcExpression(expression: string, leaves: readonly string[]): readonly string[] {
  const terms = parseSitcExpression(expression);
  return leaves.filter((leaf) =>
    terms.some((term) => leaf.startsWith(term.code) && !term.except.some((part) => leaf.startsWith(part))),
  );
}

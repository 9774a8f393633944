/**
 * Codes without a longer code below them, sorted. @example leafCodes(['54', '541', '5413', '542']) // ['5413', '542']
 */
export function leafCodes(codes: readonly string[]): readonly string[] {
  const parents = new Set(
    codes.flatMap((code) =>
      Array.from({ length: code.length - 1 }, (_, length) => code.slice(0, length + 1)),
    ),
  );
  return codes.filter((code) => !parents.has(code)).sort();
}

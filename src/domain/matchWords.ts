/** Text as searching sees it: small letters, ё as е, no marks over letters, words apart. @example searchWords('Élevage: Ёлки') // ['elevage', 'елки'] */
export function searchWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Shortest word whose ending may differ: «самолёты» finds «Самолёт», "engines" finds "engine". */
const inflected = 5;

/**
 * How well words asked for are found among those of a name: 0 not at all; else between 0 and 1, the more the earlier
 * and the more whole the words stand. Every word asked for must begin a word of the name, its ending apart.
 * @example matchWords(['томск'], ['томская', 'область']) > 0 // true
 */
export function matchWords(asked: readonly string[], name: readonly string[]): number {
  if (asked.length === 0) return 0;
  let sum = 0;
  for (const word of asked) {
    let best = 0;
    name.forEach((candidate, place) => {
      const fit = fitOf(word, candidate) / (1 + 0.1 * place);
      if (fit > best) best = fit;
    });
    if (best === 0) return 0;
    sum += best;
  }
  return sum / asked.length;
}

function fitOf(word: string, candidate: string): number {
  if (candidate === word) return 1;
  if (candidate.startsWith(word)) return 0.8;
  const stem = word.length >= inflected + 1 ? word.slice(0, -2) : word.slice(0, -1);
  return word.length >= inflected && candidate.startsWith(stem) ? 0.5 : 0;
}

/** Numbers that look random and follow from a name alone, so that the made-up data is the same on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Approximately normal with mean 0 and deviation 1: a sum of twelve uniform numbers, less six. */
  normal(): number;
}

/** @example random('a').next() === random('a').next() // true */
export function random(name: string): Random {
  let state = 2166136261;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
  return { next, normal: () => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6) };
}

/**
 * Splits a whole number into whole parts in proportion to weights; the parts sum to it exactly.
 * @example split(10, [1, 1, 1]) // [3, 3, 4]
 */
export function split(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  let given = 0;
  let reached = 0;
  return weights.map((weight) => {
    reached += weight;
    const upTo = reached >= sum ? total : Math.floor((total * reached) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

/**
 * Numbers from 0 up to, not including, 1 that follow from a seed alone, the same on every machine: xoshiro128**
 * (Blackman, Vigna 2018), 32 bits a number, its state filled from the seed by SplitMix32.
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): () => number {
  let mixing = seed | 0;
  return xoshiro128(
    [0, 0, 0, 0].map(() => {
      mixing = (mixing + 0x9e3779b9) | 0;
      let word = Math.imul(mixing ^ (mixing >>> 16), 0x21f0aaad);
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
      return (word ^ (word >>> 15)) >>> 0;
    }) as [number, number, number, number],
  );
}

/**
 * The generator from a state of four 32-bit words, not all 0; each number is its 32-bit word over 2^32.
 * @example xoshiro128([1, 2, 3, 4])() * 2 ** 32 // 11520
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return word / 4294967296;
  };
}

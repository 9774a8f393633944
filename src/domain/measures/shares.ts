/** Sum of numbers. Throws RangeError naming the first that is negative, NaN or infinite. @example sumOf([1, 2]) // 3 */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] as number;
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY))
      throw new RangeError(`Value ${i + 1} is ${x}; numbers of 0 or more are wanted`);
    sum += x;
  }
  return sum;
}

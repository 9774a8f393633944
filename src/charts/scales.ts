const steps = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8];

/** Class of the trajectory index, 1 (weakest) to 8; T = 1 begins class 5. @example indexClass(1) // 5 */
export function indexClass(index: number): number {
  return 1 + steps.filter((step) => index >= step).length;
}

/** Borders of six classes that hold about as many values each. */
export function sequentialBreaks(values: readonly number[]): readonly number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return [1, 2, 3, 4, 5].map((place) => at(place / 6));
}

/** Class 1 to 6 of a value by the breaks. @example sequentialClass(3, [1, 2, 3, 4, 5]) // 4 */
export function sequentialClass(value: number, breaks: readonly number[]): number {
  return 1 + breaks.filter((one) => value >= one).length;
}

/** Place of a value on a logarithmic axis, 0 to 1, held at its ends. */
export function logPlace(value: number, from: number, to: number): number {
  const place = (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from));
  return Math.min(1, Math.max(0, place));
}

/** Round numbers from 0 to at least `most`, three to six of them. @example niceTicks(157) // [0, 50, 100, 150, 200] */
export function niceTicks(most: number): readonly number[] {
  // Below the normal numbers a quarter of it may be 0.
  if (!(most > 1e-300)) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)));
}

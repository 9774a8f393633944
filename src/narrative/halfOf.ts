/** How many of the largest values make half of them all. @example halfOf([6, 3, 1]) // 1 */
export function halfOf(values: readonly number[]): number {
  const sized = [...values].sort((a, b) => b - a);
  const total = sized.reduce((sum, one) => sum + one, 0);
  let held = 0;
  return (
    1 +
    sized.findIndex((one) => {
      held += one;
      return held >= total / 2;
    })
  );
}

/**
 * The form of a Russian noun that goes with a whole number: one, two to four, five and more.
 * @example plural(21, ['товар', 'товара', 'товаров']) // 'товар'
 */
export function plural(count: number, [one, few, many]: readonly [string, string, string]): string {
  const [unit, ten] = [count % 10, count % 100];
  if (unit === 1 && ten !== 11) return one;
  return unit >= 2 && unit <= 4 && (ten < 12 || ten > 14) ? few : many;
}

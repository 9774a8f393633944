import type { MeasureContext } from './measureContext.ts';

/**
 * The group of each product: as the table of groups says, else the first digits of its code.
 * @example groupsOfProducts(measureContext(tradeMatrixOfRows([])), ['8471', '8542']) // ['84', '85']
 */
export function groupsOfProducts(context: MeasureContext, products: readonly string[]): readonly string[] {
  const { groups, groupDigits = 2 } = context.options;
  return products.map((code) => groups?.get(code) ?? code.slice(0, groupDigits));
}

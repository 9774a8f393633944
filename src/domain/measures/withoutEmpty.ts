import { diversityOf, type Presence, ubiquityOf, withColumns } from './presence.ts';

/**
 * The presence of regions and products that have any, with their numbers in the presence given.
 * @example withoutEmpty(withColumns(['A', 'B'], ['x'], new Int32Array([0, 1, 1]), new Int32Array([0]))).regions.length // 1
 */
export function withoutEmpty(presence: Presence): {
  readonly matrix: Presence;
  readonly regions: Int32Array;
  readonly products: Int32Array;
} {
  const some = (counts: Int32Array) =>
    Int32Array.from([...counts.keys()].filter((place) => (counts[place] as number) > 0));
  const regions = some(diversityOf(presence));
  const products = some(ubiquityOf(presence));
  const numberOf = new Int32Array(presence.products.length).fill(-1);
  products.forEach((product, place) => {
    numberOf[product] = place;
  });
  const rowStart = new Int32Array(regions.length + 1);
  regions.forEach((region, place) => {
    rowStart[place + 1] =
      (rowStart[place] as number) +
      (presence.rowStart[region + 1] as number) -
      (presence.rowStart[region] as number);
  });
  const matrix = withColumns(
    [...regions].map((region) => presence.regions[region] ?? ''),
    [...products].map((product) => presence.products[product] ?? ''),
    rowStart,
    presence.column.map((product) => numberOf[product] as number),
  );
  return { matrix, regions, products };
}

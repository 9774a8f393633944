import { highTechnologyCodes } from '../../classifications/highTechnologyAlignment.ts';

export type ProductCube =
  | 'cube_region_product'
  | 'cube_region_chapter'
  | 'cube_product'
  | 'cube_region_high_technology';

let known: ReadonlySet<string> | undefined;

/**
 * The smallest cube of whole years without partners that answers a question: `columns` are those by which it groups or
 * chooses (flow, year, re_export, edition, status, currency and chapter are in all of them), `codes` the six-digit
 * codes that it asks for (null: it does not choose by them).
 */
export function productCube(columns: readonly string[], codes: readonly string[] | null): ProductCube {
  const isByProduct = codes !== null || columns.includes('hs6') || columns.includes('heading');
  if (!isByProduct) return 'cube_region_chapter';
  if (!columns.includes('region') && !columns.includes('six_digits')) return 'cube_product';
  return areHighTechnology(codes) ? 'cube_region_high_technology' : 'cube_region_product';
}

/** Only codes that the cubes of high technology hold; all codes (null) are more. */
export function areHighTechnology(codes: readonly string[] | null): boolean {
  known ??= new Set(highTechnologyCodes());
  return codes?.every((code) => known?.has(code)) === true;
}

/** Rows of the detail behind a row of such a cube that are in cells without dollars. */
export function rowsWithoutUsd(cube: ProductCube): string {
  return cube === 'cube_region_chapter' || cube === 'cube_product'
    ? 'rows_without_usd'
    : 'CASE WHEN value_usd IS NULL THEN rows ELSE 0 END';
}

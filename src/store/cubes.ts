import { highTechnologyCodes } from '../classifications/highTechnologyAlignment.ts';
import {
  cubeProductColumns,
  cubeRegionChapterColumns,
  cubeRegionHeadingPartnerColumns,
  cubeRegionProductColumns,
  cubeRegionProductPartnerColumns,
  valueUsdExpression,
} from './cube.ts';
import type { PartKind } from './manifest.ts';
import { literal } from './queries/literal.ts';

/** Cubes that the detail is added up to. */
export const cubeKinds = [
  'cube_region_product',
  'cube_region_heading_partner',
  'cube_region_product_partner',
] as const satisfies readonly PartKind[];

/**
 * Cubes that the cube by region and product is added up to: nearly nothing beside it on the disk and to make, and most
 * questions need no more. A workspace may lack them: then the cube by region and product answers.
 */
export const smallCubeKinds = [
  'cube_region_chapter',
  'cube_product',
  'cube_region_high_technology',
] as const satisfies readonly PartKind[];

export type SmallCubeKind = (typeof smallCubeKinds)[number];
export type CubeKind = (typeof cubeKinds)[number] | SmallCubeKind;

export function isSmallCube(kind: PartKind): kind is SmallCubeKind {
  return (smallCubeKinds as readonly PartKind[]).includes(kind);
}

export const cubeColumns: Readonly<Record<CubeKind, Readonly<Record<string, string>>>> = {
  cube_region_product: cubeRegionProductColumns,
  cube_region_heading_partner: cubeRegionHeadingPartnerColumns,
  cube_region_product_partner: cubeRegionProductPartnerColumns,
  cube_region_chapter: cubeRegionChapterColumns,
  cube_product: cubeProductColumns,
  cube_region_high_technology: cubeRegionProductColumns,
};

const money = `sum(value) AS value,
  CASE WHEN count(usd_rate) = count(*) THEN sum(${valueUsdExpression}) END AS value_usd,
  sum(net_weight_kg) AS net_weight_kg, count(*) AS rows`;

const place = 'vintage, flow, re_export, year, region';
const product = 'hs6, heading, chapter, edition, status, currency';
const byProduct = `${place}, ${product}`;

/** Columns by which each cube adds up, in the order of its rows. */
export const cubeKeys: Readonly<Record<CubeKind, string>> = {
  cube_region_product: byProduct,
  cube_region_heading_partner: `${place}, heading, chapter, edition, status, currency, partner`,
  cube_region_product_partner: `${byProduct}, partner`,
  cube_region_chapter: `${place}, chapter, edition, status, six_digits, currency`,
  cube_product: `vintage, flow, re_export, year, ${product}`,
  cube_region_high_technology: byProduct,
};

/**
 * A cube as a sum over a relation with the columns of the detail, in no order. Dollars are exact: value (4 decimals) ×
 * rate (8 decimals) fits the 12 decimals of `value_usd`, so converting before or after adding gives the same; null
 * where any row lacks a rate. The partner cube by product holds the codes that any high-technology list touches.
 */
export function cubeQuery(kind: CubeKind, relation: string): string {
  if (isSmallCube(kind))
    return smallCubeQuery(kind, `(${cubeQuery('cube_region_product', relation)}) products`);
  const keys = cubeKeys[kind];
  const chosen =
    kind === 'cube_region_product_partner' ? ` WHERE partner <> '' AND ${isHighTechnology()}` : '';
  return `SELECT ${keys}, ${money} FROM ${relation}${chosen} GROUP BY ${keys}`;
}

/** A small cube as a sum over a relation with the columns of the cube by region and product, in no order. */
export function smallCubeQuery(kind: SmallCubeKind, relation: string): string {
  const keys = cubeKeys[kind];
  if (kind === 'cube_region_high_technology')
    return `SELECT ${Object.keys(cubeColumns[kind]).join(', ')} FROM ${relation} WHERE ${isHighTechnology()}`;
  const columns = keys.replace('six_digits', "hs6 <> '' AS six_digits");
  const groups = keys.replace('six_digits', "hs6 <> ''");
  return `SELECT ${columns}, sum(value) AS value, sum(value_usd) AS value_usd, sum(net_weight_kg) AS net_weight_kg,
  CAST(sum(rows) AS BIGINT) AS rows, CAST(sum(CASE WHEN value_usd IS NULL THEN rows ELSE 0 END) AS BIGINT) AS rows_without_usd
  FROM ${relation} GROUP BY ${groups}`;
}

function isHighTechnology(): string {
  return `hs6 IN (${highTechnologyCodes().map(literal).join(', ')})`;
}

import { highTechnologyCodes } from '../classifications/highTechnologyAlignment.ts';
import { valueUsdExpression } from './cube.ts';
import type { PartKind } from './manifest.ts';
import { literal } from './queries/literal.ts';

export const cubeKinds = [
  'cube_region_product',
  'cube_region_heading_partner',
  'cube_region_product_partner',
] as const satisfies readonly PartKind[];
export type CubeKind = (typeof cubeKinds)[number];

const money = `sum(value) AS value,
  CASE WHEN count(usd_rate) = count(*) THEN sum(${valueUsdExpression}) END AS value_usd,
  sum(net_weight_kg) AS net_weight_kg, count(*) AS rows`;

const place = 'vintage, flow, re_export, year, region';
const byProduct = `${place}, hs6, heading, chapter, edition, status, currency`;

/** Columns by which each cube adds up, in the order of its rows. */
export const cubeKeys: Readonly<Record<CubeKind, string>> = {
  cube_region_product: byProduct,
  cube_region_heading_partner: `${place}, heading, chapter, edition, status, currency, partner`,
  cube_region_product_partner: `${byProduct}, partner`,
};

/**
 * A cube as a sum over a relation with the columns of the detail, in no order. Dollars are exact: value (4 decimals) ×
 * rate (8 decimals) fits the 12 decimals of `value_usd`, so converting before or after adding gives the same; null
 * where any row lacks a rate. The partner cube by product holds the codes that any high-technology list touches.
 */
export function cubeQuery(kind: CubeKind, relation: string): string {
  const keys = cubeKeys[kind];
  const chosen =
    kind === 'cube_region_product_partner'
      ? ` WHERE partner <> '' AND hs6 IN (${highTechnologyCodes().map(literal).join(', ')})`
      : '';
  return `SELECT ${keys}, ${money} FROM ${relation}${chosen} GROUP BY ${keys}`;
}

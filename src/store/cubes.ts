import { valueUsdExpression } from './cube.ts';
import type { PartKind } from './manifest.ts';
import { literal } from './queries/literal.ts';

const money = `sum(value) AS value,
  CASE WHEN count(usd_rate) = count(*) THEN sum(${valueUsdExpression}) END AS value_usd,
  sum(net_weight_kg) AS net_weight_kg, count(*) AS rows`;

/**
 * The compact cubes, each a sum over table `stored`. Dollars are exact: value (4 decimals) × rate (8 decimals) fits
 * the 12 decimals of `value_usd`, so converting before or after adding gives the same; null where any row lacks a rate.
 * The partner cube by product holds the codes that any high-technology list touches.
 */
export function cubeQueries(partnerCodes: readonly string[]): readonly { kind: PartKind; sql: string }[] {
  const keys = 'vintage, flow, re_export, year, region';
  const byProduct = `${keys}, hs6, heading, chapter, edition, status, currency`;
  const byHeading = `${keys}, heading, chapter, edition, status, currency, partner`;
  const codes = partnerCodes.length === 0 ? "''" : partnerCodes.map(literal).join(', ');
  return [
    {
      kind: 'cube_region_product',
      sql: `SELECT ${byProduct}, ${money} FROM stored GROUP BY ${byProduct} ORDER BY ${byProduct}`,
    },
    {
      kind: 'cube_region_heading_partner',
      sql: `SELECT ${byHeading}, ${money} FROM stored GROUP BY ${byHeading} ORDER BY ${byHeading}`,
    },
    {
      kind: 'cube_region_product_partner',
      sql: `SELECT ${byProduct}, partner, ${money} FROM stored WHERE partner <> '' AND hs6 IN (${codes})
        GROUP BY ${byProduct}, partner ORDER BY ${byProduct}, partner`,
    },
  ];
}

import type { Flow } from '../cube.ts';
import { literal } from './literal.ts';
import { productCube } from './productCube.ts';

export interface RegionProductsQuestion {
  readonly flow: Flow;
  readonly fromYear: number;
  readonly toYear: number;
  readonly product: 'hs6' | 'heading';
  readonly reExports: 'exclude' | 'include';
}

/**
 * Dollars of whole years by region and product: `year`, `edition`, `region`, `product`, `value_usd`. Secret
 * lines have no product and are left out, as are codes shorter than the depth asked for.
 */
export function regionProducts(question: RegionProductsQuestion): string {
  const { flow, fromYear, toYear, product, reExports } = question;
  const conditions = [
    `flow = ${literal(flow)}`,
    `year BETWEEN ${fromYear} AND ${toYear}`,
    `${product} <> ''`,
    `status <> 'confidential'`,
    ...(reExports === 'exclude' ? ['NOT re_export'] : []),
  ];
  return `SELECT year, edition, region, ${product} AS product, sum(value_usd) AS value_usd
FROM ${productCube(['region', product], null)} WHERE ${conditions.join(' AND ')} GROUP BY year, edition, region, ${product}
ORDER BY year, edition, region, ${product}`;
}

import type { Period } from '../../domain/period.ts';
import type { Flow } from '../cube.ts';
import { valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';
import { productCube, rowsWithoutUsd } from './productCube.ts';

export interface TradeRowsQuestion {
  readonly flows: readonly Flow[];
  readonly period: Period;
  /** The code that products are told by; null: products do not matter. */
  readonly product: 'line' | 'hs6' | 'heading' | 'chapter' | null;
  readonly partner: boolean;
  /** Kilograms beside the value. */
  readonly netWeight: boolean;
  readonly reExports: 'exclude' | 'include';
}

/**
 * Dollars by flow, year and region, and by product and partner where asked: `flow`, `year`, `region`, `product`,
 * `partner`, `edition`, `value_usd`, `net_weight_kg`, `without_rate`. Whole years without partners are answered from a
 * cube, the rest (national lines too) from the detail. Secret lines have no product and stand out where products matter.
 */
export function tradeRows(question: TradeRowsQuestion): string {
  const { flows, period, product, partner } = question;
  const fromCube = period.months === null && !partner && product !== 'line';
  const keys = [
    'flow',
    'year',
    'region',
    ...(product === null ? [] : ['product', 'edition']),
    ...(partner ? ['partner'] : []),
  ];
  const conditions = [
    `flow IN (${flows.map(literal).join(', ')})`,
    `year BETWEEN ${period.fromYear} AND ${period.toYear}`,
    ...(period.months === null ? [] : [`month BETWEEN ${period.months.from} AND ${period.months.to}`]),
    ...(product === null ? [] : [`${product} <> ''`, `status <> 'confidential'`]),
    ...(question.reExports === 'exclude' ? ['NOT re_export'] : []),
  ];
  const columns = keys.map((key) => (key === 'product' ? `${product} AS product` : key)).join(', ');
  const value = fromCube ? 'value_usd' : valueUsdExpression;
  const cube = productCube(['region', product ?? 'chapter'], null);
  const rateless = fromCube ? rowsWithoutUsd(cube) : 'CASE WHEN usd_rate IS NULL THEN 1 ELSE 0 END';
  const weight = question.netWeight ? ', sum(net_weight_kg) AS net_weight_kg' : '';
  return `SELECT ${columns}, sum(${value}) AS value_usd${weight}, sum(${rateless}) AS without_rate
FROM ${fromCube ? cube : 'detail'} WHERE ${conditions.join(' AND ')} GROUP BY ${keys.map((key) => (key === 'product' ? (product as string) : key)).join(', ')}
ORDER BY ${keys.join(', ')}`;
}

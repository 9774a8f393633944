import type { Period } from '../../domain/period.ts';
import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';

export interface QuantitySumsQuestion {
  readonly flow: Flow;
  readonly period: Period;
  readonly reExports: 'exclude' | 'include';
  /** Condition on the codes, by `codeCondition` or a list of six-digit codes. */
  readonly codes: string;
  readonly by: readonly ('hs6' | 'region' | 'partner')[];
}

/**
 * Value and quantity of rows that tell both, by the dimensions asked for and the unit: `unit` is kg for the net weight,
 * else the supplementary unit. A row that tells both counts under each. From the detail.
 */
export function quantitySums({ flow, period, reExports, codes, by }: QuantitySumsQuestion): string {
  const conditions = [
    `flow = ${literal(flow)}`,
    `year BETWEEN ${period.fromYear} AND ${period.toYear}`,
    ...(period.months === null ? [] : [`month BETWEEN ${period.months.from} AND ${period.months.to}`]),
    ...(reExports === 'exclude' ? ['NOT re_export'] : []),
    "status = 'product'",
    'value > 0',
    'usd_rate IS NOT NULL',
    codes,
  ].join(' AND ');
  const dimensions = by.join(', ');
  const value = `sum(${valueUsdExpression}) AS value_usd`;
  return `SELECT ${dimensions}, 'kg' AS unit, ${value}, sum(net_weight_kg) AS quantity FROM detail WHERE ${conditions} AND net_weight_kg > 0 GROUP BY ${dimensions}
UNION ALL
SELECT ${dimensions}, unit, ${value}, sum(quantity) AS quantity FROM detail WHERE ${conditions} AND quantity > 0 AND unit NOT IN ('', 'kg') GROUP BY ${dimensions}, unit`;
}

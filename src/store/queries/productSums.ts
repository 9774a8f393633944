import type { Period } from '../../domain/period.ts';
import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';
import { productCube } from './productCube.ts';

export interface ProductSumsQuestion {
  readonly flow: Flow;
  readonly period: Period;
  readonly reExports: 'exclude' | 'include';
  /** null: all. */
  readonly regions: readonly string[] | null;
  readonly by: readonly ('edition' | 'chapter' | 'heading' | 'hs6' | 'status' | 'partner' | 'line')[];
  /** Only these six-digit codes; null: all lines. */
  readonly codes: readonly string[] | null;
}

/**
 * Dollars of some regions together by the dimensions asked for: the dimensions, `value_usd`. Whole years are answered
 * from a cube: with partners that of the codes asked for (high technology, partners stated), or, for all lines, that
 * of headings; months and national lines from the detail.
 */
export function productSums(question: ProductSumsQuestion): string {
  const { flow, period, regions, by, codes } = question;
  const conditions = [`flow = ${literal(flow)}`, `year BETWEEN ${period.fromYear} AND ${period.toYear}`];
  if (period.months !== null) conditions.push(`month BETWEEN ${period.months.from} AND ${period.months.to}`);
  if (question.reExports === 'exclude') conditions.push('NOT re_export');
  if (regions !== null) conditions.push(oneOf('region', regions));
  if (codes !== null) conditions.push(oneOf('hs6', codes));
  const relation =
    period.months !== null || by.includes('line')
      ? 'detail'
      : !by.includes('partner')
        ? productCube([...by, ...(regions === null ? [] : ['region'])], codes)
        : codes === null
          ? 'cube_region_heading_partner'
          : 'cube_region_product_partner';
  const value = relation === 'detail' ? valueUsdExpression : 'value_usd';
  const dimensions = by.join(', ');
  return `SELECT ${dimensions}, sum(${value}) AS value_usd FROM ${relation} WHERE ${conditions.join(' AND ')} GROUP BY ${dimensions} ORDER BY ${dimensions}`;
}

function oneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN (${values.map(literal).join(', ')})`;
}

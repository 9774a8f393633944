import type { Period } from '../../domain/period.ts';
import { type Flow, valueUsdExpression } from '../cube.ts';
import { codeColumn, codeCondition } from './codeCondition.ts';
import { literal } from './literal.ts';
import { productCube } from './productCube.ts';

export interface CodeSumsQuestion {
  readonly flow: Flow;
  readonly period: Period;
  readonly reExports: 'exclude' | 'include';
  /** null: all goods. */
  readonly code: string | null;
  readonly by: readonly ('year' | 'region' | 'partner' | 'edition' | 'heading' | 'hs6' | 'line' | 'status')[];
}

/**
 * Dollars of one code, or of everything, by the dimensions asked for. Whole years without partners and national lines
 * are answered from a cube by product; partners of a heading from theirs; the rest from the detail.
 */
export function codeSums({ flow, period, reExports, code, by }: CodeSumsQuestion): string {
  const column = code === null ? null : codeColumn(code);
  const conditions = [
    `flow = ${literal(flow)}`,
    `year BETWEEN ${period.fromYear} AND ${period.toYear}`,
    ...(period.months === null ? [] : [`month BETWEEN ${period.months.from} AND ${period.months.to}`]),
    ...(reExports === 'exclude' ? ['NOT re_export'] : []),
    ...(code === null ? [] : [codeCondition(code)]),
  ];
  const needsDetail = period.months !== null || column === 'line' || by.includes('line');
  const relation = needsDetail
    ? 'detail'
    : !by.includes('partner')
      ? productCube([...by, column ?? 'chapter'], column === 'hs6' ? [code ?? ''] : null)
      : column === 'hs6' || by.includes('hs6')
        ? 'detail'
        : 'cube_region_heading_partner';
  const value = relation === 'detail' ? valueUsdExpression : 'value_usd';
  const dimensions = by.join(', ');
  return `SELECT ${dimensions}, sum(${value}) AS value_usd FROM ${relation} WHERE ${conditions.join(' AND ')} GROUP BY ${dimensions} ORDER BY ${dimensions}`;
}

import type { Period } from '../../domain/period.ts';
import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';

/** Dollars by region, edition, six-digit code and stated partner, of the codes asked for; answered from the detail. */
export function partnerSums(question: {
  readonly flow: Flow;
  readonly period: Period;
  readonly reExports: 'exclude' | 'include';
  readonly codes: readonly string[];
}): string {
  const { fromYear, toYear, months } = question.period;
  const keys = 'region, edition, hs6, partner';
  const conditions = [
    `flow = ${literal(question.flow)}`,
    `year BETWEEN ${fromYear} AND ${toYear}`,
    "partner <> ''",
    'usd_rate IS NOT NULL',
    question.codes.length === 0 ? '1 = 0' : `hs6 IN (${question.codes.map(literal).join(', ')})`,
  ];
  if (months !== null) conditions.push(`month BETWEEN ${months.from} AND ${months.to}`);
  if (question.reExports === 'exclude') conditions.push('NOT re_export');
  return `SELECT ${keys}, sum(${valueUsdExpression}) AS value_usd FROM detail WHERE ${conditions.join(' AND ')} GROUP BY ${keys} ORDER BY ${keys}`;
}

import type { Period } from '../../domain/period.ts';
import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';

/** Which rows of the detail a sum is made of. */
export interface RowsQuestion {
  readonly flow: Flow;
  readonly period: Period;
  readonly reExports: 'exclude' | 'include' | 'only';
  /** null: all regions. */
  readonly regions: readonly string[] | null;
  /** Codes that count, by edition, with their weights; null: all. */
  readonly codes:
    | readonly {
        readonly edition: string;
        readonly by: 'hs6' | 'heading' | 'chapter';
        readonly code: string;
        readonly weight: number;
      }[]
    | null;
  /** Only rows of this kind; `short`: products of fewer than six digits; `no-product`: those that tell of none. */
  readonly status?: 'confidential' | 'unallocated' | 'short' | 'product' | 'no-product';
  /** Only rows of this partner; `not-stated`: those that name none. */
  readonly partner?: string;
}

const columns =
  'vintage, file, row_number, year, month, region, line, edition, partner, status, value, currency, usd_rate, contributor';

/**
 * Rows of the detail that a sum is made of, each once, with `weight`, `value_usd`, and `counted_usd`, their product in
 * exact decimals (whole weights) or to eight decimals of a dollar (parts of codes). Rows without a dollar rate are in
 * no sum and are left out.
 */
export function contributingRows(question: RowsQuestion): string {
  const { fromYear, toYear, months } = question.period;
  const conditions = [
    `flow = ${literal(question.flow)}`,
    `year BETWEEN ${fromYear} AND ${toYear}`,
    'usd_rate IS NOT NULL',
  ];
  if (months !== null) conditions.push(`month BETWEEN ${months.from} AND ${months.to}`);
  if (question.reExports === 'exclude') conditions.push('NOT re_export');
  if (question.reExports === 'only') conditions.push('re_export');
  if (question.regions !== null) conditions.push(oneOf('region', question.regions));
  if (question.status === 'short') conditions.push("status = 'product'", "hs6 = ''");
  else if (question.status === 'no-product')
    conditions.push("(status IN ('confidential', 'unallocated') OR chapter = '')");
  else if (question.status === 'product') conditions.push("status = 'product'", "chapter <> ''");
  else if (question.status !== undefined) conditions.push(`status = ${literal(question.status)}`);
  if (question.partner !== undefined)
    conditions.push(`partner = ${literal(question.partner === 'not-stated' ? '' : question.partner)}`);
  const where = conditions.join(' AND ');
  const rows = `SELECT ${columns}, hs6, heading, chapter, ${valueUsdExpression} AS value_usd FROM detail WHERE ${where}`;
  const plain = `SELECT ${columns}, value_usd, 1 AS weight, value_usd AS counted_usd FROM (${rows}) chosen`;
  if (question.codes === null) return plain;
  const isWhole = question.codes.every(({ weight }) => Number.isInteger(weight));
  const joins = (['hs6', 'heading', 'chapter', 'line'] as const).flatMap((by) => {
    const wanted = (question.codes ?? []).filter((code) => (code.code.length > 6 ? 'line' : code.by) === by);
    if (wanted.length === 0) return [];
    const list = wanted
      .map(
        ({ edition, code, weight }) =>
          `(${literal(edition)}, ${literal(code)}, CAST(${literal(weight)} AS ${isWhole ? 'INTEGER' : 'DOUBLE'}))`,
      )
      .join(', ');
    const match =
      by === 'line'
        ? 'substr(chosen.line, 1, length(wanted.code)) = wanted.code'
        : `chosen.${by} = wanted.code`;
    return [
      `SELECT chosen.*, wanted.weight FROM (${rows}) chosen JOIN (SELECT * FROM (VALUES ${list}) AS codes(edition, code, weight)) wanted
       ON chosen.edition = wanted.edition AND ${match}`,
    ];
  });
  if (joins.length === 0) return `${plain} WHERE 1 = 0`;
  const counted = isWhole
    ? 'CAST(sum(weight) AS INTEGER) * value_usd'
    : 'CAST(value_usd AS DECIMAL(24,8)) * CAST(sum(weight) AS DECIMAL(14,12))';
  return `SELECT ${columns}, value_usd, sum(weight) AS weight, ${counted} AS counted_usd FROM (${joins.join(' UNION ALL ')}) matched
    GROUP BY ${columns}, value_usd HAVING sum(weight) <> 0`;
}

function oneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN (${values.map(literal).join(', ')})`;
}

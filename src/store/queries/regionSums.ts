import type { Period } from '../../domain/period.ts';
import type { Flow } from '../cube.ts';
import { valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';
import { productCube, rowsWithoutUsd } from './productCube.ts';

export interface RegionSumsQuestion {
  readonly flow: Flow;
  readonly period: Period;
  /** Dimensions beyond region; a national line is answered from the detail. `six_digits`: 1 where the line has as many, else 0. */
  readonly by: readonly (
    | 'year'
    | 'edition'
    | 'hs6'
    | 'heading'
    | 'chapter'
    | 'line'
    | 'status'
    | 're_export'
    | 'six_digits'
  )[];
  /** Only these six-digit codes; null: all lines. */
  readonly codes: readonly string[] | null;
  /** All regions together. */
  readonly everywhere?: boolean;
}

/**
 * Dollars by region and the dimensions asked for: `region`, the dimensions, `value_usd`, `without_rate` (rows without
 * a dollar value). Whole years are answered from a cube, months from the detail.
 */
export function regionSums(question: RegionSumsQuestion): string {
  const { fromYear, toYear, months } = question.period;
  const dimensions = [...(question.everywhere === true ? [] : ['region']), ...question.by];
  const conditions = [`flow = ${literal(question.flow)}`, `year BETWEEN ${fromYear} AND ${toYear}`];
  if (months !== null) conditions.push(`month BETWEEN ${months.from} AND ${months.to}`);
  if (question.codes !== null)
    conditions.push(
      question.codes.length === 0 ? '1 = 0' : `hs6 IN (${question.codes.map(literal).join(', ')})`,
    );
  const fromCube = months === null && !question.by.includes('line');
  const cube = productCube(dimensions, question.codes);
  const sixDigits = `CASE WHEN ${fromCube && cube === 'cube_region_chapter' ? 'six_digits' : "hs6 <> ''"} THEN 1 ELSE 0 END`;
  const columns = dimensions.map((name) => (name === 'six_digits' ? `${sixDigits} AS six_digits` : name));
  const groups = dimensions.map((name) => (name === 'six_digits' ? sixDigits : name));
  const value = fromCube ? 'value_usd' : valueUsdExpression;
  const relation = fromCube ? cube : 'detail';
  const rateless = fromCube ? rowsWithoutUsd(cube) : 'CASE WHEN usd_rate IS NULL THEN 1 ELSE 0 END';
  return `SELECT ${columns.join(', ')}, sum(${value}) AS value_usd, sum(${rateless}) AS without_rate
FROM ${relation} WHERE ${conditions.join(' AND ')} GROUP BY ${groups.join(', ')} ORDER BY ${dimensions.join(', ')}`;
}

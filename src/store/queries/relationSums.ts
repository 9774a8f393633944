import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';
import { productCube } from './productCube.ts';

export interface RelationSumsQuestion {
  readonly flow: Flow;
  readonly years: readonly number[];
  readonly reExports: 'exclude' | 'include';
  /** Depth of the product code. */
  readonly by: 'line' | 'hs6' | 'heading' | 'chapter';
  /** Parted by partner too. */
  readonly partners: boolean;
  /** Regions that are the territory; null: all are. */
  readonly regions: readonly string[] | null;
  /** Only these six-digit codes; null: all. */
  readonly codes: readonly string[] | null;
  /** `rows`: from the detail, whatever cube would answer. */
  readonly from: 'cubes' | 'rows';
  /** Rows at most; left out: all. */
  readonly most?: number;
}

/**
 * Dollars of the territory (`own` = 1) and of all other regions (`own` = 0) by year, edition and product code, and by
 * partner where asked: products with a code of that depth and a dollar value only.
 */
export function relationSums(question: RelationSumsQuestion): string {
  const { by, partners, regions, codes } = question;
  const own =
    regions === null
      ? '1'
      : regions.length === 0
        ? '0'
        : `CASE WHEN region IN (${regions.map(literal).join(', ')}) THEN 1 ELSE 0 END`;
  const relation =
    question.from === 'rows' || by === 'line' || (partners && (by === 'hs6' || codes !== null))
      ? 'detail'
      : partners
        ? 'cube_region_heading_partner'
        : productCube([by, ...(regions === null ? [] : ['region'])], codes);
  const value = relation === 'detail' ? valueUsdExpression : 'value_usd';
  const conditions = [
    `flow = ${literal(question.flow)}`,
    `year IN (${question.years.map(literal).join(', ')})`,
    "status = 'product'",
    `${by} <> ''`,
    relation === 'detail' ? 'usd_rate IS NOT NULL' : 'value_usd IS NOT NULL',
  ];
  if (question.reExports === 'exclude') conditions.push('NOT re_export');
  if (codes !== null)
    conditions.push(codes.length === 0 ? '1 = 0' : `hs6 IN (${codes.map(literal).join(', ')})`);
  const partner = partners ? ', partner' : '';
  const inner = `SELECT year, edition, ${by} AS code${partner}, ${own} AS own, ${value} AS usd FROM ${relation} WHERE ${conditions.join(' AND ')}`;
  const keys = `year, edition, code${partner}, own`;
  return `SELECT ${keys}, sum(usd) AS value_usd FROM (${inner}) lines GROUP BY ${keys} ORDER BY ${keys}${question.most === undefined ? '' : ` LIMIT ${Number(question.most)}`}`;
}

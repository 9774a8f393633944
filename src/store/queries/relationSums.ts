import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';
import { areHighTechnology, productCube } from './productCube.ts';

export interface RelationSumsQuestion {
  readonly flow: Flow;
  readonly years: readonly number[];
  /** Years in which all other regions are read too; null: in all. */
  readonly restIn: readonly number[] | null;
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
 * partner where asked (an empty one: not stated): products with a code of that depth and a dollar value only.
 */
export function relationSums(question: RelationSumsQuestion): string {
  const { partners, years, restIn, regions } = question;
  const keys = `year, edition, code${partners ? ', partner' : ''}, own`;
  const both = restIn === null || regions === null ? years : years.filter((year) => restIn.includes(year));
  const alone = years.filter((year) => !both.includes(year));
  // Years of the territory alone are a part of their own, so that no other region is read for them.
  const lines = [
    linesOf(question, both, null),
    ...(alone.length === 0 ? [] : [linesOf(question, alone, regions)]),
  ];
  const chosen = relationOf(question) === partnerCube ? " HAVING partner <> '' OR sum(usd) <> 0" : '';
  const most = question.most === undefined ? '' : ` LIMIT ${Number(question.most)}`;
  return `SELECT ${keys}, sum(usd) AS value_usd FROM (${lines.join(' UNION ALL ')}) lines GROUP BY ${keys}${chosen} ORDER BY ${keys}${most}`;
}

const partnerCube = 'cube_region_product_partner';

/** What answers: the smallest cube that can, else the detail. */
function relationOf({ from, by, partners, regions, codes }: RelationSumsQuestion): string {
  if (from === 'rows' || by === 'line') return 'detail';
  if (!partners) return productCube([by, ...(regions === null ? [] : ['region'])], codes);
  if (areHighTechnology(codes)) return partnerCube;
  return by === 'hs6' || codes !== null ? 'detail' : 'cube_region_heading_partner';
}

/** Lines of some years, of all regions or of those named. */
function linesOf(
  question: RelationSumsQuestion,
  years: readonly number[],
  only: readonly string[] | null,
): string {
  const { by, partners, regions, codes } = question;
  const relation = relationOf(question);
  const conditions = [
    `flow = ${literal(question.flow)}`,
    years.length === 0 ? '1 = 0' : `year IN (${years.map(literal).join(', ')})`,
    "status = 'product'",
    `${by} <> ''`,
    relation === 'detail' ? 'usd_rate IS NOT NULL' : 'value_usd IS NOT NULL',
  ];
  if (question.reExports === 'exclude') conditions.push('NOT re_export');
  if (codes !== null)
    conditions.push(codes.length === 0 ? '1 = 0' : `hs6 IN (${codes.map(literal).join(', ')})`);
  if (only !== null) conditions.push(isIn(only));
  const own = regions === null ? '1' : `CASE WHEN ${isIn(regions)} THEN 1 ELSE 0 END`;
  const select = (partner: string, usd: string, source: string) =>
    `SELECT year, edition, ${by} AS code${partners ? `, ${partner} AS partner` : ''}, ${own} AS own, ${usd} AS usd FROM ${source} WHERE ${conditions.join(' AND ')}`;
  if (relation !== partnerCube)
    return select('partner', relation === 'detail' ? valueUsdExpression : 'value_usd', relation);
  // The cube by product and partner holds stated partners only: what is left of a product has none.
  return [
    select('partner', 'value_usd', partnerCube),
    select("''", 'value_usd', 'cube_region_high_technology'),
    select("''", '-value_usd', partnerCube),
  ].join(' UNION ALL ');
}

function isIn(regions: readonly string[]): string {
  return regions.length === 0 ? '1 = 0' : `region IN (${regions.map(literal).join(', ')})`;
}

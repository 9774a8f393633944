import { contributingRows, type RowsQuestion } from './contributingRows.ts';
import { literal } from './literal.ts';

/** A place whose contributors are counted, and the regions that make it. */
export interface Place {
  readonly id: string;
  readonly regions: readonly string[];
}

/**
 * For each place: `contributors`, `value_usd`, and the `largest` contributions with their rank `n`. Who contributes is
 * what the source says; where it does not, each row of it stands for itself.
 */
export function contributions(
  question: RowsQuestion,
  places: readonly Place[],
  largest: number,
): { readonly sums: string; readonly top: string } {
  const members = places.flatMap(({ id, regions }) =>
    regions.map((region) => `(${literal(id)}, ${literal(region)})`),
  );
  const who = `CASE WHEN contributor = '' THEN concat(vintage, ':', CAST(row_number AS VARCHAR), ':', line) ELSE contributor END`;
  const rows = `SELECT region, ${who} AS who, counted_usd AS usd FROM (${contributingRows(question)}) counted`;
  const perContributor = `SELECT place, who, sum(usd) AS usd FROM (${rows}) named
    JOIN (SELECT * FROM (VALUES ${members.join(', ')}) AS members(place, member)) places ON named.region = places.member GROUP BY place, who`;
  return {
    sums: `SELECT place, count(*) AS contributors, sum(usd) AS value_usd FROM (${perContributor}) summed GROUP BY place ORDER BY place`,
    top: `SELECT place, usd, n FROM (SELECT place, usd, row_number() OVER (PARTITION BY place ORDER BY usd DESC, who) AS n FROM (${perContributor}) summed) ranked WHERE n <= ${largest} ORDER BY place, n`,
  };
}

import { contributingRows, type RowsQuestion } from './contributingRows.ts';

/** Of the rows that a sum is made of, per vintage: `row_count`, `value_usd` (of what counts). */
export function contributingSums(question: RowsQuestion): string {
  return `SELECT vintage, count(*) AS row_count, sum(counted_usd) AS value_usd FROM (${contributingRows(question)}) counted GROUP BY vintage ORDER BY vintage`;
}

/** The rows that count most in a sum, the largest first. */
export function largestContributions(question: RowsQuestion, limit: number): string {
  return `SELECT * FROM (${contributingRows(question)}) counted ORDER BY abs(counted_usd) DESC, vintage, row_number, status LIMIT ${Number(limit)}`;
}

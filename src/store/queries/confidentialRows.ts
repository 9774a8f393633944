import type { Period } from '../../domain/period.ts';
import type { Flow } from '../cube.ts';
import { literal } from './literal.ts';

/** How many rows a national line hides as secret: `row_count`. */
export function confidentialRows(question: {
  readonly flow: Flow;
  readonly period: Period;
  readonly line: string;
}): string {
  const { fromYear, toYear, months } = question.period;
  const within = months === null ? '' : ` AND month BETWEEN ${months.from} AND ${months.to}`;
  return `SELECT count(*) AS row_count FROM detail WHERE flow = ${literal(question.flow)} AND year BETWEEN ${fromYear} AND ${toYear}${within} AND status = 'confidential' AND line = ${literal(question.line)}`;
}

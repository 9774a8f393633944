import type { AssessmentRow } from '../api/assessment.ts';

type Level = AssessmentRow['level'];

/** What the rows of an answer are ranked among, and the level of the whole: regions of a country, or countries of the world. */
export function levelsOf(rows: readonly Pick<AssessmentRow, 'level'>[]): {
  readonly member: Level;
  readonly whole: Level;
} {
  return rows.some((row) => row.level === 'world')
    ? { member: 'country', whole: 'world' }
    : { member: 'region', whole: 'country' };
}

/** Rows of what is ranked: regions, or countries of the world. */
export function memberRows<Row extends Pick<AssessmentRow, 'level'>>(rows: readonly Row[]): readonly Row[] {
  const { member } = levelsOf(rows);
  return rows.filter((row) => row.level === member);
}

/** Rows of the whole: the country, or the world. */
export function wholeRows<Row extends Pick<AssessmentRow, 'level'>>(rows: readonly Row[]): readonly Row[] {
  const { whole } = levelsOf(rows);
  return rows.filter((row) => row.level === whole);
}

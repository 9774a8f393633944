import type { AssessmentRow } from '../api/assessment.ts';
import type { NoValue } from '../charts/noValue.ts';

/** Why a row has no index to show, or null where it has one: nothing exported is not undefined, hidden is neither. */
export function noValueOf(row: AssessmentRow): NoValue | null {
  if (row.suppressed !== null || row.totalSuppressed !== null || row.trajectoryIndexReason === 'suppressed')
    return 'confidential';
  if (row.trajectoryIndex === null) return 'undefined';
  return row.segmentValueUsd === 0 ? 'no-exports' : null;
}

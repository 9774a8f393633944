import type { AssessmentRow } from '../api/assessment.ts';
import { noValueMark } from '../charts/noValue.ts';
import type { Language } from '../domain/formatNumber.ts';
import { indexText } from '../domain/quantityText.ts';
import { noValueOf } from './noValueOf.ts';

/** The index as text, or the mark of why there is none. */
export function indexOrMark(row: AssessmentRow, language: Language): string {
  const none = noValueOf(row);
  return none === null && row.trajectoryIndex !== null
    ? indexText(row.trajectoryIndex, language)
    : noValueMark(none ?? 'undefined', language);
}

import type { WorkspaceSummary } from '../../api/workspaceSummary.ts';
import type { Question } from '../question.ts';
import { assessQuestion } from '../questions/assessQuestion.ts';
import { highTechQuestion } from '../questions/highTechQuestion.ts';

export interface FirstAsked {
  readonly question: Question;
  readonly query: Readonly<Record<string, string>>;
  /** Long work that leaves nothing behind for other questions: better not done in the thread that serves readers. */
  readonly aside?: boolean;
}

/** What the overview asks where nothing has been chosen: the same options are the same question, and the same address. */
export function firstOfOverview({
  lastWholeYear,
  coverage,
}: WorkspaceSummary['data']): readonly FirstAsked[] {
  if (lastWholeYear === null) return [];
  const year = String(lastWholeYear);
  const hasBefore = coverage.some((one) => one.flow === 'export' && one.year === lastWholeYear - 1);
  return [
    {
      question: assessQuestion,
      query: { ...(hasBefore ? { compareWithPrevious: 'true' } : {}), period: year },
    },
    { question: highTechQuestion, query: { reExports: 'exclude', segments: 'four', to: year } },
  ];
}

export function addressOf({ question, query }: FirstAsked): string {
  return `/api/v1/${question.id}?${new URLSearchParams(query)}`;
}

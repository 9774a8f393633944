import { setTimeout as delay } from 'node:timers/promises';
import type { WorkspaceSummary } from '../../api/workspaceSummary.ts';
import { worldReporter } from '../../domain/territory.ts';
import type { Answers } from '../answers.ts';
import { assessQuestion } from '../questions/assessQuestion.ts';
import { trajectoryQuestion } from '../questions/trajectoryQuestion.ts';
import { workspaceQuestion } from '../questions/workspaceQuestion.ts';
import { askedNext } from './askedNext.ts';
import { type FirstAsked, firstOfOverview } from './firstOfOverview.ts';

/** The address of the server is not held back longer than this. */
const mostMilliseconds = 1500;

/**
 * Opens the workspace, and computes what the first page asks as far as that takes no longer than a moment: who follows
 * the address has the page at once.
 */
export async function openAhead(
  answers: Answers,
  compute: (asked: FirstAsked) => Promise<void>,
): Promise<WorkspaceSummary['data']> {
  const { answer } = await answers.answer(workspaceQuestion, {});
  const summary = (answer as unknown as WorkspaceSummary).data;
  const first = firstOfOverview(summary).map((one) => compute(one).catch(() => undefined));
  await Promise.race([Promise.all(first), delay(mostMilliseconds, undefined, { ref: false })]);
  return summary;
}

/**
 * What a server computes without being asked, first of all: what the first page still lacks and its last years, then
 * what the pages of a region rest on: sums of all years, of which each region takes its own.
 */
export function askedLater(summary: WorkspaceSummary['data']): readonly FirstAsked[] {
  const { lastWholeYear: year, territories, coverage } = summary;
  const region = territories.find((one) => one.kind === 'region' && one.to === null)?.id;
  const overview = firstOfOverview(summary);
  if (year === null || region === undefined || summary.country === worldReporter) return overview;
  const to = String(year);
  const earlier = coverage
    .filter((one) => one.flow === 'export' && one.year < year)
    .map((one) => one.year)
    .sort((a, b) => b - a);
  // Of what the overview asks only the assessment is another in another year.
  const assessed = earlier.flatMap((one) => firstOfOverview({ ...summary, lastWholeYear: one }).slice(0, 1));
  return [
    ...overview,
    ...assessed.slice(0, 3),
    { question: trajectoryQuestion, query: { territories: region, to } },
    ...askedNext(assessQuestion, { period: to }, summary),
    ...assessed.slice(3),
  ];
}

import { setTimeout as delay } from 'node:timers/promises';
import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import { worldReporter } from '../domain/territory.ts';
import type { Answers } from './answers.ts';
import { type FirstAsked, firstOfOverview } from './firstOfOverview.ts';
import { opportunitiesQuestion } from './questions/opportunitiesQuestion.ts';
import { productSpaceQuestion } from './questions/productSpaceQuestion.ts';
import { scorecardQuestion } from './questions/scorecardQuestion.ts';
import { trajectoryQuestion } from './questions/trajectoryQuestion.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';
import { readOptions } from './readOptions.ts';

/** Readers go first: nothing is computed ahead until none has asked anything for so long. */
const quietMilliseconds = 300;

/** The address of the server is not held back longer than this. */
const mostMilliseconds = 1500;

/**
 * Opens the workspace, and computes what the first page asks as far as that takes no longer than a moment: who follows
 * the address has the page at once.
 */
export async function openAhead(answers: Answers): Promise<WorkspaceSummary['data']> {
  const { answer } = await answers.answer(workspaceQuestion, {});
  const summary = (answer as unknown as WorkspaceSummary).data;
  const first = firstOfOverview(summary).map(({ question, query }) =>
    answers.ahead(question, readOptions(question, query).options).catch(() => undefined),
  );
  await Promise.race([Promise.all(first), delay(mostMilliseconds, undefined, { ref: false })]);
  return summary;
}

/**
 * Computes in quiet moments, one after the other, what the first page still lacks and its last years, then what the
 * pages of a region rest on: sums of all years, of which each region takes its own. Stops where the server does.
 */
export async function warmUp(
  answers: Answers,
  summary: WorkspaceSummary['data'],
  isClosing: () => boolean,
): Promise<void> {
  // The first reader follows the address that has just been told.
  if (!isClosing()) await delay(quietMilliseconds);
  for (const { question, query } of askedLater(summary)) {
    await quiet(answers, isClosing);
    if (isClosing()) return;
    // What cannot be answered is refused again, with its reason, when it is asked.
    await answers.ahead(question, readOptions(question, query).options).catch(() => undefined);
  }
}

function askedLater(summary: WorkspaceSummary['data']): readonly FirstAsked[] {
  const { lastWholeYear: year, territories, coverage } = summary;
  const region = territories.find((one) => one.kind === 'region' && one.to === null)?.id;
  const overview = firstOfOverview(summary);
  if (year === null || region === undefined || summary.country === worldReporter) return overview;
  const to = String(year);
  // Other years of the overview: of what it asks only the assessment is another.
  const earlier = coverage
    .filter((one) => one.flow === 'export' && one.year < year)
    .sort((a, b) => b.year - a.year)
    .map((one) => firstOfOverview({ ...summary, lastWholeYear: one.year }).slice(0, 1));
  return [
    ...overview,
    ...earlier.slice(0, 3).flat(),
    { question: trajectoryQuestion, query: { territories: region, to } },
    { question: scorecardQuestion, query: { year: to } },
    { question: opportunitiesQuestion, query: { territory: region, year: to } },
    { question: productSpaceQuestion, query: { year: to } },
    ...earlier.slice(3).flat(),
  ];
}

async function quiet(answers: Answers, isClosing: () => boolean): Promise<void> {
  while (!isClosing() && answers.idle() < quietMilliseconds)
    await delay(Math.max(10, quietMilliseconds - answers.idle()));
}

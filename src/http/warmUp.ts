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

/** Opens the workspace: what it holds every page tells, and which questions the first page asks. */
export async function openAhead(answers: Answers): Promise<WorkspaceSummary['data']> {
  const { answer } = await answers.answer(workspaceQuestion, {});
  return (answer as unknown as WorkspaceSummary).data;
}

/**
 * Computes in quiet moments, one after the other, what the first page will ask, then what the pages of a region rest on:
 * sums of all years, of which each region takes its own. Stops where the server does.
 */
export async function warmUp(
  answers: Answers,
  summary: WorkspaceSummary['data'],
  isClosing: () => boolean,
): Promise<void> {
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
  const earlier = coverage.filter((one) => one.flow === 'export' && one.year < year).map((one) => one.year);
  return [
    ...overview,
    // Other years of the overview: of what it asks only the assessment is another.
    ...earlier
      .sort((a, b) => b - a)
      .flatMap((one) => firstOfOverview({ ...summary, lastWholeYear: one }).slice(0, 1)),
    { question: trajectoryQuestion, query: { territories: region, to } },
    { question: scorecardQuestion, query: { year: to } },
    { question: opportunitiesQuestion, query: { territory: region, year: to } },
    { question: productSpaceQuestion, query: { year: to } },
  ];
}

async function quiet(answers: Answers, isClosing: () => boolean): Promise<void> {
  while (!isClosing() && answers.idle() < quietMilliseconds)
    await delay(Math.max(10, quietMilliseconds - answers.idle()));
}

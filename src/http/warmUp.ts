import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import { worldReporter } from '../domain/territory.ts';
import type { Answers } from './answers.ts';
import { firstOfOverview } from './firstOfOverview.ts';
import type { Question } from './question.ts';
import { productSpaceQuestion } from './questions/productSpaceQuestion.ts';
import { scorecardQuestion } from './questions/scorecardQuestion.ts';
import { trajectoryQuestion } from './questions/trajectoryQuestion.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';
import { readOptions } from './readOptions.ts';

/**
 * Opens the workspace and computes what the first page will ask, so that the first reader need not wait for it. What is
 * refused now is refused again when it is asked, with its reason.
 */
export async function warmUp(answers: Answers): Promise<WorkspaceSummary['data']> {
  const { answer } = await answers.answer(workspaceQuestion, {});
  const asked = firstOfOverview((answer as unknown as WorkspaceSummary).data);
  await Promise.all(
    asked.map(({ question, query }) => answers.answer(question, readOptions(question, query).options)),
  );
  return (answer as unknown as WorkspaceSummary).data;
}

/**
 * Then, one after the other, what the pages of a region rest on: sums of all years, of which each region takes its own.
 * Stops where the server does.
 */
export async function warmRegions(
  answers: Answers,
  summary: WorkspaceSummary['data'],
  isClosing: () => boolean,
): Promise<void> {
  const { lastWholeYear: year, territories } = summary;
  const region = territories.find((one) => one.kind === 'region' && one.to === null)?.id;
  if (year === null || region === undefined || summary.country === worldReporter) return;
  const asked: readonly (readonly [Question, Readonly<Record<string, string>>])[] = [
    [trajectoryQuestion, { territories: region, to: String(year) }],
    [scorecardQuestion, { year: String(year) }],
    [productSpaceQuestion, { year: String(year) }],
  ];
  for (const [question, query] of asked) {
    if (isClosing()) return;
    // What cannot be answered is refused again, with its reason, when it is asked.
    await answers.answer(question, readOptions(question, query).options).catch(() => undefined);
  }
}

import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import type { Answers } from './answers.ts';
import { assessQuestion } from './questions/assessQuestion.ts';
import { highTechQuestion } from './questions/highTechQuestion.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';
import { readOptions } from './readOptions.ts';

/**
 * Opens the workspace and computes what the first page will ask, so that the first reader need not wait for it. What is
 * refused now is refused again when it is asked, with its reason.
 */
export async function warmUp(answers: Answers): Promise<void> {
  const { answer } = await answers.answer(workspaceQuestion, {});
  const { lastWholeYear: year, coverage } = (answer as unknown as WorkspaceSummary).data;
  if (year === null) return;
  const hasBefore = coverage.some((one) => one.flow === 'export' && one.year === year - 1);
  // As the overview asks: the same options are the same question.
  const asked = [
    [assessQuestion, { period: String(year), ...(hasBefore ? { compareWithPrevious: 'true' } : {}) }],
    [highTechQuestion, { reExports: 'exclude', segments: 'four', to: String(year) }],
  ] as const;
  await Promise.all(
    asked.map(([question, query]) => answers.answer(question, readOptions(question, query).options)),
  );
}

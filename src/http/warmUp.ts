import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import type { Answers } from './answers.ts';
import { firstOfOverview } from './firstOfOverview.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';
import { readOptions } from './readOptions.ts';

/**
 * Opens the workspace and computes what the first page will ask, so that the first reader need not wait for it. What is
 * refused now is refused again when it is asked, with its reason.
 */
export async function warmUp(answers: Answers): Promise<void> {
  const { answer } = await answers.answer(workspaceQuestion, {});
  const asked = firstOfOverview((answer as unknown as WorkspaceSummary).data);
  await Promise.all(
    asked.map(({ question, query }) => answers.answer(question, readOptions(question, query).options)),
  );
}

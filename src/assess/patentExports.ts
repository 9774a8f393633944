import type { Assessment } from '../api/assessment.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { assess } from './assess.ts';

/** Assessments of the years of patents that the workspace holds exports of: what stands beside the patents. */
export async function patentExports(
  workspace: WorkspaceReader,
  records: readonly { readonly year: number }[],
): Promise<readonly Assessment[]> {
  const years = [...new Set(records.map((one) => one.year))]
    .filter((year) => workspace.coverage.some((entry) => entry.flow === 'export' && entry.year === year))
    .sort();
  const answers: Assessment[] = [];
  for (const year of years) answers.push(await assess(workspace, { period: String(year) }));
  return answers;
}

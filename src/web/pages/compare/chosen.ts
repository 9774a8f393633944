import type { AssessmentRow } from '../../../api/assessment.ts';
import type { WorkspaceSummary } from '../../../api/workspaceSummary.ts';
import { memberRows } from '../../../narrative/levels.ts';

export const mostCompared = 6;

/** Territories that the address names, in its order; unknown and repeated ones left out. */
export function namedTerritories(
  text: string | undefined,
  workspace: WorkspaceSummary['data'],
): readonly string[] {
  const known = new Set(workspace.territories.filter((one) => one.kind !== 'union').map((one) => one.id));
  const named = (text ?? '').split(',').filter((id) => known.has(id));
  return [...new Set(named)].slice(0, mostCompared);
}

/** Where nobody is named: the four largest exporters of high technology. */
export function largestTerritories(rows: readonly AssessmentRow[]): readonly string[] {
  const values = new Map<string, number>();
  for (const row of memberRows(rows))
    if (row.rank !== null)
      values.set(row.territory, (values.get(row.territory) ?? 0) + (row.segmentValueUsd ?? 0));
  return [...values]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
    .map(([id]) => id);
}

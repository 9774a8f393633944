import type { AssessmentRow } from '../../api/assessment.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { BoundValues } from '../boundValues.ts';
import {
  type AssessOptions,
  type KnownDefinitions,
  type ResolvedOptions,
  resolveOptions,
} from '../options.ts';
import { type PreparedAssessment, prepareAssessment } from '../prepareAssessment.ts';
import { segmentRows } from '../segmentRows.ts';
import type { IndexVariant } from './indexVariants.ts';

/** Rows of regions under a variant; null where its list is not known for an edition of the period. */
export async function variantRows(
  workspace: WorkspaceReader,
  options: AssessOptions,
  known: KnownDefinitions,
  variant: IndexVariant,
): Promise<readonly AssessmentRow[] | null> {
  const plain = await resolveOptions({ ...options, ...variant.change }, known, workspace.territories);
  const factor = variant.thresholds ?? 1;
  const rule = {
    ...plain.rule,
    conditions: plain.rule.conditions.map((one) => ({ ...one, threshold: one.threshold * factor })),
  };
  const resolved = { ...plain, rule };
  return regionRows(await prepareAssessment(workspace, resolved), resolved, variant.bound ?? 'chosen');
}

/** Rows of the regions of a prepared period, its figures read under one bound of the list. */
export function regionRows(
  prepared: PreparedAssessment,
  options: ResolvedOptions,
  bound: 'lower' | 'chosen' | 'upper',
): readonly AssessmentRow[] | null {
  const rows: AssessmentRow[] = [];
  for (const segment of options.system.segments) {
    const values = prepared.values(segment).get(bound) ?? null;
    if (values === null) return null;
    const under: BoundValues = new Map([['chosen', values]]);
    rows.push(
      ...segmentRows({
        options,
        territories: prepared.territories,
        segment,
        values: under,
        totals: prepared.totals,
        baseOf: (region, of) => prepared.baseOf(region, of, bound),
        members: prepared.members,
        unions: prepared.unions,
        run: '',
      }).filter((row) => row.level === 'region'),
    );
  }
  return rows;
}

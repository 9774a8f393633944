import type { HighTechRow } from '../../api/assessment.ts';
import {
  type DisclosureRule,
  primarySuppression,
  secondarySuppression,
} from '../../domain/disclosureControl.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import type { Place } from '../../store/queries/contributions.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { EditionList } from '../lists/editionList.ts';
import {
  cellId,
  everything,
  type Finding,
  namedContributors,
  protectedCells,
  type Question,
  suppressionFinding,
  territorySums,
} from './protectedCells.ts';

/** Rows of high technology by group and year with what may not be shown taken out. */
export async function protectHighTech(
  workspace: WorkspaceReader,
  input: {
    readonly rule: DisclosureRule;
    readonly question: Omit<Question, 'period'>;
    readonly segments: readonly Segment[];
    readonly lists: (segment: Segment) => EditionList;
    readonly editions: readonly HsEdition[];
    readonly regions: readonly string[];
    readonly rows: readonly HighTechRow[];
  },
): Promise<{ data: HighTechRow[]; findings: Finding[] }> {
  const { rule, rows, segments } = input;
  const data: HighTechRow[] = [];
  const findings: Finding[] = [];
  for (const year of [...new Set(rows.map((row) => row.year))]) {
    const ofYear = rows.filter((row) => row.year === year);
    const question = { ...input.question, period: { fromYear: year, toYear: year, months: null } };
    const places: Place[] = [
      { id: workspace.country, regions: input.regions },
      ...input.regions.map((region) => ({ id: region, regions: [region] })),
    ];
    const lists = new Map<string, EditionList | null>([
      [everything, null],
      ...segments.map((segment) => [segment.id, input.lists(segment)] as const),
    ]);
    const cells = await protectedCells(workspace, question, lists, places, input.editions, rule);
    const groups = segments.filter((segment) => segment.id !== 'all').map((segment) => segment.id);
    const relations = [
      ...[...lists.keys()].flatMap((segment) =>
        territorySums(segment, workspace.country, input.regions, new Map()),
      ),
      ...places.map((place) => ({
        total: cellId('all', place.id),
        parts: groups.map((group) => cellId(group, place.id)),
      })),
    ];
    const shown = new Set(ofYear.map((row) => row.territory));
    // The country's figures are taken as published elsewhere where this table does not show them, unless they are hidden themselves.
    const fixed = new Set(cells.map((cell) => cell.id).filter((id) => !shown.has(id.split('\t')[1] ?? '')));
    const hidden = secondarySuppression(cells, relations, primarySuppression(cells, rule), fixed);
    for (const row of ofYear) {
      const suppressed = hidden.get(cellId(row.group, row.territory)) ?? null;
      const totalSuppressed = hidden.get(cellId(everything, row.territory)) ?? null;
      data.push({
        ...row,
        suppressed,
        totalSuppressed,
        ...(suppressed === null
          ? {}
          : {
              valueUsd: null,
              valueReason: 'suppressed',
              lowerUsd: null,
              upperUsd: null,
              boundsReason: 'suppressed',
            }),
        ...(totalSuppressed === null ? {} : { totalUsd: null }),
        ...(suppressed === null && totalSuppressed === null ? {} : { shareOfTotal: null }),
      });
    }
    findings.push(...suppressionFinding(cells, hidden, rule, await namedContributors(workspace, question)));
  }
  return {
    data: [...data],
    findings: findings
      .slice(0, 1)
      .map((one) => ({ ...one, count: findings.reduce((sum, each) => sum + (each.count ?? 0), 0) })),
  };
}

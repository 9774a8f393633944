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
  groupSums,
  namedContributors,
  protectedCells,
  type Question,
  suppressionFinding,
  territorySums,
  withGroupCells,
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
    /** Groups that the rows are of, with their members, in a year; empty where the rows are of regions or the whole. */
    readonly groups: (year: number) => ReadonlyMap<string, readonly string[]>;
    /** The groups part the whole: the country less them is what belongs to none. */
    readonly partsWhole: boolean;
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
    const grouped = input.groups(year);
    // A table of groups hides what the table of their members hides.
    const shown = new Set(grouped.size > 0 ? input.regions : ofYear.map((row) => row.territory));
    // The country's figures are taken as published elsewhere where this table does not show them, unless they are hidden themselves.
    const fixed = new Set(cells.map((cell) => cell.id).filter((id) => !shown.has(id.split('\t')[1] ?? '')));
    const alone = secondarySuppression(cells, relations, primarySuppression(cells, rule), fixed);
    const groupPlaces = [...grouped].map(([id, regions]) => ({ id, regions }));
    const groupSystem = {
      cells:
        grouped.size === 0
          ? []
          : await protectedCells(workspace, question, lists, groupPlaces, input.editions, rule),
      relations: [
        ...groupSums(lists.keys(), grouped),
        ...groupPlaces.map((place) => ({
          total: cellId('all', place.id),
          parts: groups.map((group) => cellId(group, place.id)),
        })),
        ...(input.partsWhole
          ? [...lists.keys()].flatMap((list) =>
              territorySums(list, workspace.country, input.regions, grouped),
            )
          : []),
      ],
    };
    const hidden =
      grouped.size === 0 ? alone : withGroupCells({ cells, relations }, alone, groupSystem, rule);
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
    findings.push(
      ...suppressionFinding(
        [...cells, ...groupSystem.cells],
        hidden,
        rule,
        await namedContributors(workspace, question),
      ),
    );
  }
  return {
    data: [...data],
    findings: findings
      .slice(0, 1)
      .map((one) => ({ ...one, count: findings.reduce((sum, each) => sum + (each.count ?? 0), 0) })),
  };
}

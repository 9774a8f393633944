import type { AssessmentRow } from '../../api/assessment.ts';
import {
  type DisclosureRule,
  primarySuppression,
  type Suppression,
  secondarySuppression,
} from '../../domain/disclosureControl.ts';
import type { Place } from '../../store/queries/contributions.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { EditionList } from '../lists/editionList.ts';
import type { ResolvedOptions } from '../options.ts';
import type { PreparedAssessment } from '../prepareAssessment.ts';
import {
  type CellSystem,
  cellId,
  everything,
  type Finding,
  groupSums,
  namedContributors,
  protectedCells,
  suppressionFinding,
  territorySums,
  withGroupCells,
} from './protectedCells.ts';

/** Rows of an assessment with what may not be shown taken out, and what was done. */
export async function protectAssessment(
  workspace: WorkspaceReader,
  prepared: PreparedAssessment,
  options: ResolvedOptions,
  rows: readonly AssessmentRow[],
): Promise<{ data: AssessmentRow[]; findings: Finding[] }> {
  const rule = options.disclosure;
  if (rule === null) return { data: [...rows], findings: [] };
  const everyone = [...prepared.totals.keys()].sort();
  const known = new Set(prepared.territories.territories.map((one) => one.id));
  // The same at every level: a table of districts hides what the table of their regions hides, and no less.
  const shown = new Set([
    workspace.country,
    ...prepared.members.keys(),
    ...everyone.filter((one) => known.has(one)),
  ]);
  const places: Place[] = [
    { id: workspace.country, regions: everyone },
    ...[...prepared.members].map(([id, regions]) => ({ id, regions })),
    ...everyone.map((region) => ({ id: region, regions: [region] })),
  ];
  const lists = new Map<string, EditionList | null>([[everything, null]]);
  for (const segment of options.system.segments) lists.set(segment.id, prepared.lists(segment, 'chosen'));
  const cells = await protectedCells(workspace, options, lists, places, prepared.editions, rule);
  const relations = [...lists.keys()].flatMap((segment) =>
    territorySums(segment, workspace.country, everyone, prepared.members),
  );
  // What stands in no row (region not stated) is told as a caveat: readers know it.
  const fixed = new Set(cells.map((cell) => cell.id).filter((id) => !shown.has(id.split('\t')[1] ?? '')));
  const alone = secondarySuppression(cells, relations, primarySuppression(cells, rule), fixed);
  const groups = await groupCells(workspace, prepared, options, lists, rule);
  const hidden = groups === null ? alone : withGroupCells({ cells, relations }, alone, groups, rule);
  const all = [...cells, ...(groups?.cells ?? [])];
  const of = (segment: string, place: string) => hidden.get(cellId(segment, place)) ?? null;
  const safe = rows.map((row) => hideFigures(row, of, options));
  return {
    data: [...inShownOrder(safe, options)],
    findings: suppressionFinding(all, hidden, rule, await namedContributors(workspace, options)),
  };
}

/** Cells of the unions that the rows are of, or that they are held against; null where there are none. */
async function groupCells(
  workspace: WorkspaceReader,
  prepared: PreparedAssessment,
  options: ResolvedOptions,
  lists: ReadonlyMap<string, EditionList | null>,
  rule: DisclosureRule,
): Promise<CellSystem | null> {
  const isHeldAgainst = (union: string) => options.external !== true && options.union === union;
  const groups = new Map(
    [...prepared.unions].filter(([union]) => options.level === 'union' || isHeldAgainst(union)),
  );
  if (groups.size === 0) return null;
  const places = [...groups].map(([id, regions]) => ({ id, regions }));
  return {
    cells: await protectedCells(workspace, options, lists, places, prepared.editions, rule),
    relations: groupSums(lists.keys(), groups),
  };
}

const derivedFromSegment = [
  'trajectoryIndex',
  'trajectoryIndexLower',
  'trajectoryIndexUpper',
  'symmetricIndex',
  'normalisedIndex',
  'additiveIndex',
  'segmentValueUsd',
  'segmentValueUsdLower',
  'segmentValueUsdUpper',
  'shareOfCountrySegment',
  'shareOfReferenceSegment',
  'segmentShareOfTerritory',
  'segmentShareOfTerritoryLower',
  'segmentShareOfTerritoryUpper',
  'shareOfDistrictSegment',
  'rank',
] as const;
const derivedFromTotal = [
  'trajectoryIndex',
  'trajectoryIndexLower',
  'trajectoryIndexUpper',
  'symmetricIndex',
  'normalisedIndex',
  'additiveIndex',
  'totalValueUsd',
  'shareOfCountryTotal',
  'segmentShareOfTerritory',
  'segmentShareOfTerritoryLower',
  'segmentShareOfTerritoryUpper',
] as const;
const indices = [
  'trajectoryIndex',
  'trajectoryIndexLower',
  'trajectoryIndexUpper',
  'symmetricIndex',
] as const;

/** A rank or a place between two others tells bounds of a hidden index: hidden regions stand last, unranked and uncounted. */
function inShownOrder(
  rows: readonly AssessmentRow[],
  { level, dataLevel }: Pick<ResolvedOptions, 'level' | 'dataLevel'>,
): readonly AssessmentRow[] {
  const isHidden = (row: AssessmentRow) => row.level === level && row.trajectoryIndexReason === 'suppressed';
  const keys = [...new Set(rows.map((row) => row.segment))];
  return keys.flatMap((segment) => {
    const ofSegment = rows.filter((row) => row.segment === segment);
    const shown = ofSegment.filter((row) => !isHidden(row));
    const oriented = shown.filter((row) => row.level === level && row.verdict === 'yes');
    const ranked = shown.filter((row) => row.level === level && row.trajectoryIndex !== null);
    const hidden = ofSegment.filter(isHidden).sort((a, b) => (a.territory < b.territory ? -1 : 1));
    return [...shown, ...hidden].map((row) => {
      if (row.level !== level && level !== dataLevel) return row;
      if (row.level === level) return { ...row, rank: row.rank === null ? null : ranked.indexOf(row) + 1 };
      const inside = oriented.filter((one) => row.level !== 'district' || one.district === row.territory);
      return { ...row, orientedRegions: inside.length };
    });
  });
}

/** Takes out of a row all that would give a hidden cell away. */
function hideFigures(
  row: AssessmentRow,
  of: (segment: string, place: string) => Suppression | null,
  options: ResolvedOptions,
): AssessmentRow {
  const suppressed = of(row.segment, row.territory);
  const totalSuppressed = of(everything, row.territory);
  const hidden = new Set<string>();
  if (suppressed !== null) for (const field of derivedFromSegment) hidden.add(field);
  if (totalSuppressed !== null) for (const field of derivedFromTotal) hidden.add(field);
  // A share of the district's segment tells the district's value beside the region's own.
  const districtHidden = row.district !== null && of(row.segment, row.district) !== null;
  if (districtHidden) hidden.add('shareOfDistrictSegment');
  if (districtHidden && options.reference === 'district')
    for (const field of [...indices, 'shareOfReferenceSegment']) hidden.add(field);
  // An index against a union tells what the union exports.
  const { union } = options;
  const unionHidden =
    union !== null &&
    options.external !== true &&
    (of(row.segment, union) !== null || of(everything, union) !== null);
  if (unionHidden) for (const field of [...indices, 'shareOfReferenceSegment']) hidden.add(field);
  // A reference that leaves a hidden region out tells its value; so does a base that sums segments with a hidden one.
  const leftOut = options.leaveOut.some(
    (region) => of(row.segment, region) !== null || of(everything, region) !== null,
  );
  const inBase =
    options.base !== 'total' &&
    options.system.segments.some((segment) => of(segment.id, row.territory) !== null);
  if (leftOut || inBase) for (const field of indices) hidden.add(field);
  if (hidden.size === 0) return { ...row, suppressed, totalSuppressed };
  const nulls = Object.fromEntries([...hidden].map((field) => [field, null]));
  const noIndex = hidden.has('trajectoryIndex');
  return {
    ...row,
    ...nulls,
    suppressed,
    totalSuppressed,
    ...(noIndex ? { trajectoryIndexReason: 'suppressed', rank: null } : {}),
    ...(noIndex || hidden.has('segmentValueUsd') ? { boundsReason: 'suppressed' } : {}),
    conditions: row.conditions.map((condition) =>
      hidden.has(condition.measure) ? { ...condition, value: null, held: null, near: false } : condition,
    ),
    ...(suppressed === null
      ? {}
      : {
          verdict: 'undefined' as const,
          verdictReason: 'suppressed',
          verdictNear: false,
          verdictFlips: false,
        }),
  };
}

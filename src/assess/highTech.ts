import type { HighTech, HighTechRow } from '../api/assessment.ts';
import { highTechnologyGroups, loadSegmentSystem } from '../classifications/segmentSystems.ts';
import type { Alignment, Revision } from '../domain/highTechnologyList.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Flow } from '../store/cube.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { assessmentFindings } from './assessmentFindings.ts';
import { type CodeSum, readCodeSums, readStatusSums, type StatusSum } from './readSums.ts';
import { runManifest } from './runManifest.ts';
import { allCodes, bounds, type SegmentCodes, segmentLists } from './segmentLists.ts';

export interface HighTechOptions {
  readonly level?: 'country' | 'region';
  readonly from: number;
  readonly to: number;
  readonly flow?: Flow;
  /** `nine` (default), `eight`, `four`, or a JSON file. */
  readonly segments?: string;
  readonly revision?: Revision;
  readonly alignment?: Alignment;
  readonly reExports?: 'exclude' | 'include';
}

/**
 * High-technology exports by year and group, and `all` for the whole list, computed for itself, not as a sum of
 * groups. The country holds regions not stated and not disclosed, and re-exports unless excluded.
 */
export async function highTech(workspace: WorkspaceReader, options: HighTechOptions): Promise<HighTech> {
  const {
    from,
    to,
    level = 'country',
    flow = 'export',
    reExports = 'include',
    revision = 4,
    alignment = 'resolved',
  } = options;
  if (!(from <= to)) {
    throw new TrajectaError('bad-option', {
      ru: `--from ${from} позже --to ${to}.`,
      en: `--from ${from} is later than --to ${to}.`,
    });
  }
  const period = { fromYear: from, toYear: to, months: null };
  const system = loadSegmentSystem(options.segments ?? 'nine');
  const statusSums = await readStatusSums(workspace, flow, period);
  if (statusSums.length === 0) {
    const years = workspace.coverage.filter((entry) => entry.flow === flow).map((entry) => entry.year);
    throw new TrajectaError('no-data', {
      ru: `Данных за ${from}–${to} нет. Есть: ${years.join(', ')}.`,
      en: `There is no data for ${from}–${to}. There is: ${years.join(', ')}.`,
    });
  }
  const lists = segmentLists({ revision, alignment });
  const all: Segment = {
    id: 'all',
    name: { ru: 'Весь перечень', en: 'The whole list' },
    ...wholeOf(system.segments, system.id),
  };
  const segments = [...system.segments, all];
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const sums = (
    await readCodeSums(workspace, flow, period, 'hs6', allCodes(lists, segments, editions))
  ).filter((sum) => reExports === 'include' || !sum.reExport);
  const counted = statusSums.filter((sum) => reExports === 'include' || !sum.reExport);
  const territories = level === 'country' ? [null] : regionsOf(workspace, counted);
  const data: HighTechRow[] = [];
  for (const territory of territories) {
    const mine = (sum: { region: string }) => territory === null || sum.region === territory;
    for (const year of [...new Set(counted.map((sum) => sum.year))].sort()) {
      const lines = sums.filter((sum) => sum.year === year && mine(sum));
      const totals = counted.filter((sum) => sum.year === year && mine(sum));
      if (totals.length === 0) continue;
      for (const segment of segments)
        data.push(rowOf({ workspace, level, territory, year, flow, segment, lists, lines, totals }));
    }
  }
  const findings = assessmentFindings({
    workspace,
    options: { flow, period, reExports },
    statusSums,
    data: [],
    editions,
  });
  const definitions = { revision, alignment, reExports, segments: system };
  return { data, findings, manifest: runManifest(workspace, 'high-tech', { ...options }, definitions) };
}

/** The union of the segments: all nine groups for a system of groups, all codes for a system of codes. */
function wholeOf(segments: readonly Segment[], systemId: string): Pick<Segment, 'groups' | 'codes'> {
  const codes = segments.flatMap((segment) => segment.codes ?? []);
  if (codes.length > 0) return { groups: [], codes };
  if (systemId === 'nine') return { groups: highTechnologyGroups().map((group) => group.id) };
  return { groups: [...new Set(segments.flatMap((segment) => segment.groups))] };
}

function regionsOf(workspace: WorkspaceReader, sums: readonly StatusSum[]): readonly string[] {
  const regions = workspace.territories.territories
    .filter((territory) => territory.kind === 'region')
    .map((territory) => territory.id);
  return [...new Set(sums.map((sum) => sum.region))].filter((region) => regions.includes(region)).sort();
}

function rowOf(input: {
  workspace: WorkspaceReader;
  level: 'country' | 'region';
  territory: string | null;
  year: number;
  flow: Flow;
  segment: Segment;
  lists: SegmentCodes;
  lines: readonly CodeSum[];
  totals: readonly StatusSum[];
}): HighTechRow {
  const { workspace, segment, lists, lines, totals } = input;
  const unrated = totals.every((sum) => sum.withoutRate > 0 && sum.valueUsd === 0);
  const editions = [...new Set(totals.map((sum) => sum.edition))];
  const [lower, chosen, upper] = bounds.map((bound) => {
    if (editions.some((edition) => lists(segment, edition, bound) === null)) return null;
    return lines
      .filter((line) => lists(segment, line.edition, bound)?.has(line.code))
      .reduce((sum, line) => sum + line.valueUsd, 0);
  });
  const totalUsd = totals.reduce((sum, one) => sum + one.valueUsd, 0);
  const value = chosen ?? 0;
  const range = lower == null || upper == null ? null : [lower, value, upper];
  const id = input.territory ?? workspace.country;
  return {
    level: input.level,
    year: input.year,
    territory: id,
    territoryName:
      input.territory === null
        ? workspace.territories.countryName
        : (workspace.territories.territories.find((territory) => territory.id === id)?.name ?? {
            ru: id,
            en: id,
          }),
    flow: input.flow,
    group: segment.id,
    groupName: segment.name,
    valueUsd: unrated ? null : value,
    valueReason: unrated ? 'no-rate' : null,
    lowerUsd: unrated || range === null ? null : Math.min(...range),
    upperUsd: unrated || range === null ? null : Math.max(...range),
    boundsReason: unrated ? 'no-rate' : range === null ? 'no-correlation-table' : null,
    totalUsd: unrated ? null : totalUsd,
    shareOfTotal: unrated || totalUsd === 0 ? null : value / totalUsd,
  };
}

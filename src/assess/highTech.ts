import type { HighTech, HighTechRow } from '../api/assessment.ts';
import type { LinkWeights } from '../classifications/concordanceBetween.ts';
import { highTechnologyGroups, loadSegmentSystem } from '../classifications/segmentSystems.ts';
import { loadTerritoryGroups } from '../classifications/territoryGroups.ts';
import type { DisclosureRule } from '../domain/disclosureControl.ts';
import type { HsEdition } from '../domain/edition.ts';
import type { Alignment, Revision } from '../domain/highTechnologyList.ts';
import { membersAt } from '../domain/membersAt.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { withGroups } from '../domain/withGroups.ts';
import type { Flow } from '../store/cube.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { assessmentFindings } from './assessmentFindings.ts';
import { protectHighTech } from './disclosure/protectHighTech.ts';
import { districtsOf, type Level, levelChoice, topLevel } from './levels.ts';
import { editionBridges, noBridges } from './lists/bridges.ts';
import type { EditionList } from './lists/editionList.ts';
import { bounds, type SegmentLists, segmentLists } from './lists/segmentLists.ts';
import { memberFindings } from './memberFindings.ts';
import { editionChoice, type KnownDefinitions } from './options.ts';
import { plainFinding } from './plainFinding.ts';
import { readStatusSums, type StatusSum, sumsOf, sumsOfWhole } from './readSums.ts';
import { type SelectedSums, selectedSums } from './selectedSums.ts';
import { rowId } from './trace/figureId.ts';
import { runManifest, withChecksum } from './trace/runManifest.ts';

export interface HighTechOptions {
  /** Left out: the whole of the data (the country, or the world). */
  readonly level?: Level;
  /** A file of groups of your own (JSON), for level `union`. */
  readonly groups?: string;
  readonly from: number;
  readonly to: number;
  readonly flow?: Flow;
  /** `nine` (default), `eight`, `four`, or a JSON file. */
  readonly segments?: string;
  readonly revision?: Revision;
  readonly alignment?: Alignment;
  readonly reExports?: 'exclude' | 'include';
  /** Edition in which all years are read; left out: each in its own. */
  readonly inEdition?: HsEdition;
  readonly weights?: LinkWeights;
  /** Hides cells that few stand behind, and others so that those cannot be computed. */
  readonly disclosure?: DisclosureRule;
}

/**
 * High-technology exports by year and group, and `all` for the whole list, computed for itself, not as a sum of
 * groups. The country holds regions not stated and not disclosed, and re-exports unless excluded.
 */
export async function highTech(
  workspace: WorkspaceReader,
  options: HighTechOptions,
  known: KnownDefinitions = {},
): Promise<HighTech> {
  const { from, to, flow = 'export', reExports = 'include', revision = 4, alignment = 'resolved' } = options;
  if (!(from <= to)) {
    throw new TrajectaError('bad-option', {
      ru: `--from ${from} позже --to ${to}.`,
      en: `--from ${from} is later than --to ${to}.`,
    });
  }
  const period = { fromYear: from, toYear: to, months: null };
  const system = known.segments ?? (await loadSegmentSystem(options.segments ?? 'nine'));
  const statusSums = await readStatusSums(workspace, flow, period);
  if (statusSums.length === 0) {
    const years = workspace.coverage.filter((entry) => entry.flow === flow).map((entry) => entry.year);
    throw new TrajectaError('no-data', {
      ru: `Данных за ${from}–${to} нет. Есть: ${years.join(', ')}.`,
      en: `There is no data for ${from}–${to}. There is: ${years.join(', ')}.`,
    });
  }
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const inEdition = editionChoice(options.inEdition, system);
  const weights = options.weights ?? 'conversion';
  const bridges =
    inEdition === null
      ? noBridges
      : await editionBridges(workspace, { flow, period, weights }, editions, inEdition);
  const lists = segmentLists({ revision, alignment, inEdition }, workspace.concordances, bridges);
  const all: Segment = {
    id: 'all',
    name: { ru: 'Весь перечень', en: 'The whole list' },
    ...wholeOf(system.segments, system.id),
  };
  const segments = [...system.segments, all];
  const wanted = segments.flatMap((segment) => bounds.map((bound) => lists(segment, bound)));
  const counted = statusSums.filter((sum) => reExports === 'include' || !sum.reExport);
  const groups =
    known.groups ?? (options.groups === undefined ? [] : await loadTerritoryGroups(options.groups));
  const dictionary = withGroups(workspace.territories, groups);
  const level = levelChoice(dictionary, options.level ?? topLevel(dictionary)).level;
  const isWhole = level === topLevel(dictionary);
  const source = isWhole ? sumsOfWhole(workspace) : sumsOf(workspace);
  const sums = await selectedSums(workspace, { flow, period, reExports }, wanted, editions, source);
  const disclosure = options.disclosure ?? null;
  const definitions = {
    revision,
    alignment,
    reExports,
    system,
    inEdition,
    weights,
    disclosure,
    level,
    groups,
  };
  const manifest = runManifest(workspace, 'high-tech', { ...options }, definitions);
  const data: HighTechRow[] = [];
  const years = [...new Set(counted.map((sum) => sum.year))].sort();
  const everyone = [...new Set(counted.map((sum) => sum.region))].sort();
  for (const territory of territoriesAt(dictionary, level, everyone)) {
    for (const year of years) {
      const members = new Set(membersIn(dictionary, territory, year, everyone));
      const totals = counted.filter((sum) => sum.year === year && members.has(sum.region));
      // Sums of the whole are not parted by region.
      if (isWhole) members.add('');
      if (totals.length === 0) continue;
      for (const segment of segments)
        data.push(
          rowOf({
            dictionary,
            run: manifest.run,
            level,
            territory,
            members,
            year,
            flow,
            segment,
            lists,
            sums,
            totals,
          }),
        );
    }
  }
  const findings = assessmentFindings({
    workspace,
    options: { flow, period, reExports },
    statusSums,
    data: [],
    editions,
  });
  findings.push(...bridges.findings.map((one) => ({ ...one, examples: [...(one.examples ?? [])] })));
  if (level === 'district' || level === 'union')
    findings.push(...(groupFindings(dictionary, level, { from, to }, everyone) as typeof findings));
  if (options.disclosure === undefined) return withChecksum({ data, findings, manifest });
  const safe = await protectHighTech(workspace, {
    rule: options.disclosure,
    question: { flow, reExports },
    segments,
    lists: (segment) => lists(segment, 'chosen'),
    editions,
    regions: [...new Set(counted.map((sum) => sum.region))].sort(),
    groups: (year) =>
      level === 'district' || level === 'union'
        ? new Map(
            territoriesAt(dictionary, level, everyone).map((id) => [
              id,
              membersIn(dictionary, id, year, everyone),
            ]),
          )
        : new Map(),
    partsWhole: level === 'district',
    rows: data,
  });
  return withChecksum({ data: safe.data, findings: [...safe.findings, ...findings], manifest });
}

/** The union of the segments: all nine groups for a system of groups, all codes for a system of codes. */
export function wholeOf(segments: readonly Segment[], systemId: string): Pick<Segment, 'groups' | 'codes'> {
  const codes = segments.flatMap((segment) => segment.codes ?? []);
  if (codes.length > 0) return { groups: [], codes };
  if (systemId === 'nine') return { groups: highTechnologyGroups().map((group) => group.id) };
  return { groups: [...new Set(segments.flatMap((segment) => segment.groups))] };
}

/** The territories of a level, of those that there can be rows of. */
function territoriesAt(
  dictionary: TerritoryDictionary,
  level: Level,
  everyone: readonly string[],
): readonly string[] {
  if (level === topLevel(dictionary)) return [dictionary.country];
  const known = dictionary.territories;
  if (level === 'district') return districtsOf(dictionary);
  if (level === 'union') return known.filter((one) => one.kind === 'union').map((one) => one.id);
  const regions = new Set(known.filter((one) => one.kind === 'region').map((one) => one.id));
  return everyone.filter((region) => regions.has(region));
}

/** The regions that a territory is the sum of in a year; membership is that of December. */
function membersIn(
  dictionary: TerritoryDictionary,
  territory: string,
  year: number,
  everyone: readonly string[],
): readonly string[] {
  if (territory === dictionary.country) return everyone;
  return everyone.includes(territory) ? [territory] : membersAt(dictionary, territory, `${year}-12`);
}

/** Members of the groups of a level without data in the last year, and changes of membership between the years. */
function groupFindings(
  dictionary: TerritoryDictionary,
  level: 'district' | 'union',
  years: { readonly from: number; readonly to: number },
  everyone: readonly string[],
): HighTech['findings'] {
  const groups = new Map(territoriesAt(dictionary, level, everyone).map((id) => [id, [id]] as const));
  const none = new Map<string, readonly string[]>();
  return memberFindings(
    {
      territories: dictionary,
      totals: new Map(everyone.map((region) => [region, 0])),
      members: level === 'district' ? groups : none,
      unions: level === 'union' ? groups : none,
    },
    { period: { fromYear: years.from, toYear: years.to, months: null }, level, reference: 'country' },
    { yearly: true },
  ).map(plainFinding);
}

function rowOf(input: {
  run: string;
  dictionary: TerritoryDictionary;
  level: Level;
  territory: string;
  members: ReadonlySet<string>;
  year: number;
  flow: Flow;
  segment: Segment;
  lists: SegmentLists;
  sums: SelectedSums;
  totals: readonly StatusSum[];
}): HighTechRow {
  const { dictionary, segment, lists, sums, totals, members, territory: id } = input;
  const rateless = totals.some((sum) => sum.withoutRate > 0);
  const unrated = rateless && totals.every((sum) => sum.valueUsd === 0);
  const editions = [...new Set(totals.map((sum) => sum.edition))];
  const [lower, chosen, upper] = bounds.map((bound) => {
    const list = lists(segment, bound);
    // A year without many-to-many sheets has no range, whatever other years of the answer have.
    if (editions.some((edition) => list(edition) === null)) return null;
    const known: EditionList = (edition) => list(edition) ?? { by: 'hs6', weights: new Map() };
    const byRegion = sums(known, input.year) ?? new Map<string, number>();
    return [...byRegion].reduce((sum, [region, value]) => sum + (members.has(region) ? value : 0), 0);
  });
  const totalUsd = totals.reduce((sum, one) => sum + one.valueUsd, 0);
  const value = chosen ?? 0;
  const range = lower == null || upper == null ? null : [lower, value, upper];
  return {
    id: rowId(input.run, String(input.year), segment.id, id),
    level: input.level,
    year: input.year,
    territory: id,
    territoryName:
      id === dictionary.country
        ? dictionary.countryName
        : (dictionary.territories.find((territory) => territory.id === id)?.name ?? { ru: id, en: id }),
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
    suppressed: null,
    totalSuppressed: null,
  };
}

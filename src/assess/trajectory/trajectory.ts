import type { AssessmentRow } from '../../api/assessment.ts';
import type { Path, PathBreak, PathPoint, Trajectory, TrajectoryOptions } from '../../api/trajectory.ts';
import type { DirectionName } from '../../domain/direction.ts';
import type { Finding } from '../../domain/finding.ts';
import { periodText } from '../../domain/period.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { requireKnownRegions } from '../assess.ts';
import { assessmentFindings } from '../assessmentFindings.ts';
import { type FoundTerritory, findTerritory } from '../findTerritory.ts';
import { listFindings } from '../lists/compareLists.ts';
import {
  type AssessOptions,
  given,
  type KnownDefinitions,
  type ResolvedOptions,
  resolveOptions,
} from '../options.ts';
import { plainFinding } from '../plainFinding.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { commonBreaks, memberBreaks, spanText } from './pathBreaks.ts';
import { pathDirections } from './pathDirections.ts';
import { type YearlyRows, yearlyRows, yearsOfSpan } from './yearlyRows.ts';

/** Options of a trajectory with the rule of disclosure control, which each year is protected by. */
export type ProtectedTrajectoryOptions = TrajectoryOptions & Pick<AssessOptions, 'disclosure'>;

/** Options of the yearly assessments behind a trajectory. */
export function yearlyOptions(
  options: ProtectedTrajectoryOptions,
): Omit<ProtectedTrajectoryOptions, 'territories' | 'from' | 'to'> {
  const { territories: _territories, from: _from, to: _to, ...rest } = options;
  return rest;
}

/**
 * Paths over years: for each segment and territory asked for (or all regions) index, shares and rank of each year, the
 * direction of index and shares with its test, and the breaks. Each year is assessed as `assess` does. Throws
 * `bad-option` for an unknown territory and `no-data` naming the years there are.
 */
export async function trajectory(
  workspace: WorkspaceReader,
  options: ProtectedTrajectoryOptions,
  known: KnownDefinitions = {},
): Promise<Trajectory> {
  const asked = options.territories?.map((text) => findTerritory(workspace.territories, text)) ?? null;
  const span = yearsOfSpan(workspace, options);
  const rest = given(yearlyOptions(options));
  const period = { fromYear: span[0] ?? 0, toYear: span.at(-1) ?? 0, months: null };
  const resolved = await resolveOptions(
    { ...rest, period: periodText(period) },
    known,
    workspace.territories,
    workspace.world?.territories,
  );
  requireKnownRegions(workspace, resolved.leaveOut);
  const { period: _period, disclosure: _disclosure, rule, system, ...definitions } = resolved;
  const manifest = runManifest(workspace, 'trajectory', { ...options }, { ...definitions, system, rule });
  const years = await yearlyRows(workspace, span, rest, { segments: system, rule }, manifest.run);
  const usable = years.filter((one) => !one.withoutRate).map((one) => one.year);
  if (usable.length === 0) throw noRate(span);
  const shown = { fromYear: usable[0] ?? 0, toYear: usable.at(-1) ?? 0, months: null };
  const common = commonBreaks(years, workspace.territories, resolved.inEdition !== null);
  const territories = asked ?? regionsOf(years);
  const data = system.segments.flatMap((segment) =>
    placed(
      territories.map((territory) =>
        pathOf({ segment, territory, years, common, resolved, period: periodText(shown), run: manifest.run }),
      ),
    ),
  );
  return withChecksum({ data, findings: findingsOf(workspace, years, resolved), manifest });
}

function regionsOf(years: readonly YearlyRows[]): readonly FoundTerritory[] {
  const found = new Map<string, FoundTerritory>();
  for (const row of years.flatMap((one) => one.rows))
    if (row.level === 'region')
      found.set(row.territory, { id: row.territory, level: 'region', name: row.territoryName });
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function pathOf(input: {
  segment: Segment;
  territory: FoundTerritory;
  years: readonly YearlyRows[];
  common: readonly PathBreak[];
  resolved: ResolvedOptions;
  period: string;
  run: string;
}): Path {
  const { segment, territory, years, resolved, period, run } = input;
  const points = years.flatMap((one): PathPoint[] => {
    const row = one.rows.find((other) => other.segment === segment.id && other.territory === territory.id);
    const ranked = one.rows.filter((other) => other.segment === segment.id && other.rank !== null).length;
    return row === undefined ? [] : [pointOf(row, one, ranked)];
  });
  const absent = years
    .filter((one) => !one.withoutRate && !points.some((point) => point.year === one.year))
    .map((one) => one.year);
  const own: PathBreak[] = absent.map((year) => ({
    year,
    kind: 'no-data',
    message: { ru: 'у территории в этом году данных нет', en: 'the territory has no data in the year' },
  }));
  const members = territory.level === 'district' ? memberBreaks(years, territory.id) : [];
  const isSelf = territory.level === 'country';
  return {
    id: rowId(run, period, segment.id, territory.id),
    level: territory.level,
    period,
    flow: resolved.flow,
    segment: segment.id,
    segmentName: segment.name,
    territory: territory.id,
    territoryName: territory.name,
    place: null,
    directions: pathDirections(
      points,
      (measure) =>
        isSelf &&
        (measure === 'shareOfCountrySegment' ||
          (measure === 'trajectoryIndex' && resolved.leaveOut.length === 0 && !resolved.withoutSelf)),
    ),
    points,
    breaks: [...input.common, ...members, ...own].sort((a, b) => a.year - b.year),
  };
}

function noRate(years: readonly number[]): TrajectaError {
  return new TrajectaError('no-data', {
    ru: `За ${spanText(years)} нет курса к доллару: показателей в долларах нет. Курсы задают при загрузке (currency.usdPerUnit).`,
    en: `There is no dollar rate for ${spanText(years)}: no figure in dollars. Rates are given at import (currency.usdPerUnit).`,
  });
}

function pointOf(row: AssessmentRow, year: YearlyRows, ranked: number): PathPoint {
  return {
    id: row.id,
    year: year.year,
    editions: [...year.editions],
    trajectoryIndex: row.trajectoryIndex,
    trajectoryIndexLower: row.trajectoryIndexLower,
    trajectoryIndexUpper: row.trajectoryIndexUpper,
    trajectoryIndexReason: row.trajectoryIndexReason,
    boundsReason: row.boundsReason,
    segmentValueUsd: row.segmentValueUsd,
    segmentValueUsdLower: row.segmentValueUsdLower,
    segmentValueUsdUpper: row.segmentValueUsdUpper,
    totalValueUsd: row.totalValueUsd,
    shareOfCountrySegment: row.shareOfCountrySegment,
    segmentShareOfTerritory: row.segmentShareOfTerritory,
    segmentShareOfTerritoryLower: row.segmentShareOfTerritoryLower,
    segmentShareOfTerritoryUpper: row.segmentShareOfTerritoryUpper,
    shareOfCountryTotal: row.shareOfCountryTotal,
    rank: row.rank,
    ranked,
    verdict: row.verdict,
  };
}

const order: readonly (DirectionName | null)[] = ['rising', 'stable', 'volatile', 'falling', null];

/** Rising paths first, then stable, volatile, falling, and those without direction; within each by growth. */
function placed(paths: readonly Path[]): readonly Path[] {
  const index = (path: Path) => path.directions.find((one) => one.measure === 'trajectoryIndex');
  const sorted = [...paths].sort(
    (a, b) =>
      order.indexOf(index(a)?.direction ?? null) - order.indexOf(index(b)?.direction ?? null) ||
      (index(b)?.slope ?? 0) - (index(a)?.slope ?? 0) ||
      (a.territory < b.territory ? -1 : 1),
  );
  if (paths.some((path) => path.level !== 'region') || paths.length < 2) return paths;
  return sorted.map((path, place) => (index(path)?.direction == null ? path : { ...path, place: place + 1 }));
}

function findingsOf(
  workspace: WorkspaceReader,
  years: readonly YearlyRows[],
  options: ResolvedOptions,
): Trajectory['findings'] {
  const editions = [...new Set(years.flatMap((one) => one.editions))].sort();
  const findings = assessmentFindings({
    workspace,
    options,
    statusSums: years.flatMap((one) => one.statusSums),
    data: years.flatMap((one) => one.rows),
    editions,
  });
  const converted = years.flatMap((one) => one.findings.map((finding) => ({ finding, year: one.year })));
  const hidden = years.flatMap((one) => one.hidden);
  const cells = hidden.reduce((sum, one) => sum + (one.count ?? 0), 0);
  return [
    // Told of the year with most hidden cells; counted over all years, whose lists differ in length.
    ...hidden
      .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
      .slice(0, 1)
      .map((one) => ({ ...one, count: cells, share: null })),
    ...findings.filter((finding) => finding.code !== 'printed-index'),
    ...largestByCode(converted).map(plainFinding),
    ...listFindings(options.system, editions, options.system.id).map(plainFinding),
  ];
}

/** Findings of the years' conversions, one for each code: of the year in which most is concerned. */
function largestByCode(
  findings: readonly { readonly finding: Finding; readonly year: number }[],
): readonly Finding[] {
  const found = new Map<string, { readonly finding: Finding; readonly year: number }>();
  for (const one of findings) {
    const known = found.get(one.finding.code);
    if (known === undefined || (one.finding.share ?? 0) > (known.finding.share ?? 0))
      found.set(one.finding.code, one);
  }
  return [...found.values()].map(({ finding, year }) => ({
    ...finding,
    message: {
      ru: `${finding.message.ru} Год с наибольшей долей: ${year}.`,
      en: `${finding.message.en} Year with the largest share: ${year}.`,
    },
  }));
}

import type { HsEdition } from '../domain/edition.ts';
import type { Finding } from '../domain/finding.ts';
import { lastMonth, type Period, periodText } from '../domain/period.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import { parentAt } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { BaseOf, BoundValues } from './boundValues.ts';
import { type BaseLists, baseLists } from './lists/baseLists.ts';
import { editionBridges, noBridges } from './lists/bridges.ts';
import { bounds, type SegmentLists, segmentLists } from './lists/segmentLists.ts';
import type { ResolvedOptions } from './options.ts';
import { readStatusSums, type StatusSum } from './readSums.ts';
import { type SelectedSums, selectedSums } from './selectedSums.ts';

/** Everything that the rows of one period are computed from. */
export interface PreparedAssessment {
  readonly statusSums: readonly StatusSum[];
  readonly editions: readonly HsEdition[];
  /** All exports by region, reserved codes included. */
  readonly totals: ReadonlyMap<string, number>;
  readonly lists: SegmentLists;
  readonly bases: BaseLists;
  readonly values: (segment: Segment) => BoundValues;
  readonly baseOf: BaseOf;
  /** Regions with any exports, by district. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Findings of bringing the data to one edition. */
  readonly findings: readonly Finding[];
}

/** Reads the sums of a period and prepares lists and bases. Throws `no-data` naming the years there are. */
export async function prepareAssessment(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
): Promise<PreparedAssessment> {
  const statusSums = await readStatusSums(workspace, options.flow, options.period);
  if (statusSums.length === 0) throw noData(workspace, options);
  const totals = addTotals(statusSums.filter((sum) => options.reExports === 'include' || !sum.reExport));
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const bridges =
    options.inEdition === null
      ? noBridges
      : await editionBridges(workspace, options, editions, options.inEdition);
  const lists = segmentLists(options, workspace.concordances, bridges);
  const bases = baseLists(options, lists, bridges);
  const wanted = options.system.segments.flatMap((segment) =>
    bounds.flatMap((bound) => [lists(segment, bound), bases(segment, bound)]),
  );
  const known = wanted.filter((list) => list !== null);
  const sums = await selectedSums(workspace, options, known, editions);
  return {
    statusSums,
    editions,
    totals,
    lists,
    bases,
    values: (segment) => new Map(bounds.map((bound) => [bound, sums(lists(segment, bound))])),
    baseOf: baseReader(bases, sums, totals),
    members: membersByDistrict(workspace, options.period, totals),
    findings: bridges.findings,
  };
}

/** Bases by region, added up once for each segment and bound. */
function baseReader(bases: BaseLists, sums: SelectedSums, totals: ReadonlyMap<string, number>): BaseOf {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (region, segment, bound) => {
    const key = `${segment.id} ${bound}`;
    const list = bases(segment, bound);
    const found = known.get(key) ?? (list === null ? totals : (sums(list) ?? new Map<string, number>()));
    known.set(key, found);
    return found.get(region) ?? 0;
  };
}

function addTotals(sums: readonly StatusSum[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const sum of sums) totals.set(sum.region, (totals.get(sum.region) ?? 0) + sum.valueUsd);
  return totals;
}

/** Regions with any exports, by the district where they belonged in the period's last month. */
function membersByDistrict(
  workspace: WorkspaceReader,
  period: Period,
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const region of [...totals.keys()].sort()) {
    const district = parentAt(workspace.territories, region, lastMonth(period));
    if (district !== null) members.set(district, [...(members.get(district) ?? []), region]);
  }
  return members;
}

function noData(workspace: WorkspaceReader, options: ResolvedOptions): TrajectaError {
  const years = workspace.coverage.filter((entry) => entry.flow === options.flow).map((entry) => entry.year);
  const flow = { ru: options.flow === 'export' ? 'вывоза' : 'ввоза', en: `${options.flow}s` };
  const there = years.length === 0 ? null : `${years[0]}–${years.at(-1)}`;
  return new TrajectaError('no-data', {
    ru: `Данных ${flow.ru} за ${periodText(options.period)} нет. ${there === null ? 'Данных такого направления в рабочей области нет вовсе.' : `Есть ${there}.`}`,
    en: `There is no data of ${flow.en} for ${periodText(options.period)}. ${there === null ? 'The workspace holds no data of this flow.' : `There is ${there}.`}`,
  });
}

import type { HsEdition } from '../domain/edition.ts';
import type { Finding } from '../domain/finding.ts';
import { membersAt } from '../domain/membersAt.ts';
import { lastMonth, type Period, periodText } from '../domain/period.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import { parentAt, type TerritoryDictionary, worldReporter } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { withGroups } from '../domain/withGroups.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { BaseOf, BoundValues } from './boundValues.ts';
import type { ExternalSums } from './externalSums.ts';
import { type BaseLists, baseLists } from './lists/baseLists.ts';
import { editionBridges, noBridges } from './lists/bridges.ts';
import { bounds, type SegmentLists, segmentLists } from './lists/segmentLists.ts';
import type { ResolvedOptions } from './options.ts';
import { type StatusSum, type SumSource, sumsOf } from './readSums.ts';
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
  /** The dictionary with the groups of the question. */
  readonly territories: TerritoryDictionary;
  /** Regions with any exports, by district. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** The same by union: unions may overlap. */
  readonly unions: ReadonlyMap<string, readonly string[]>;
  /** The reference, where it is of the workspace of the world. */
  readonly external?: ExternalSums;
  /** Findings of bringing the data to one edition. */
  readonly findings: readonly Finding[];
}

/** Reads the sums of a period and prepares lists and bases. Throws `no-data` naming the years there are. */
export async function prepareAssessment(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  source: SumSource = sumsOf(workspace),
): Promise<PreparedAssessment> {
  const statusSums = await source.status(options.flow, options.period);
  if (statusSums.length === 0) throw noData(workspace, options);
  const territories = withGroups(workspace.territories, options.groups);
  if (workspace.country === worldReporter) requireSixDigits(statusSums);
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
  const sums = await selectedSums(workspace, options, known, editions, source);
  return {
    statusSums,
    editions,
    totals,
    lists,
    bases,
    values: (segment) => new Map(bounds.map((bound) => [bound, sums(lists(segment, bound))])),
    baseOf: baseReader(bases, sums, totals),
    territories,
    members: membersByDistrict(territories, options.period, totals),
    unions: membersByUnion(territories, options.period, totals),
    findings: bridges.findings,
  };
}

/** Bases by region, added up once for each segment and bound. */
function baseReader(bases: BaseLists, sums: SelectedSums, totals: ReadonlyMap<string, number>): BaseOf {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (region, segment, bound) => {
    const key = `${segment.id} ${bound}`;
    let found = known.get(key);
    if (found === undefined) {
      const list = bases(segment, bound);
      found = list === null ? totals : (sums(list) ?? new Map<string, number>());
      known.set(key, found);
    }
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
  territories: TerritoryDictionary,
  period: Period,
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const region of [...totals.keys()].sort()) {
    const district = parentAt(territories, region, lastMonth(period));
    if (district !== null) members.set(district, [...(members.get(district) ?? []), region]);
  }
  return members;
}

/** Regions with any exports, by the unions to which they belonged in the period's last month. */
function membersByUnion(
  territories: TerritoryDictionary,
  period: Period,
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    territories.territories
      .filter((one) => one.kind === 'union')
      .map(
        ({ id }) =>
          [id, membersAt(territories, id, lastMonth(period)).filter((one) => totals.has(one))] as const,
      )
      .filter(([, members]) => members.length > 0),
  );
}

/** Segments are lists of six-digit codes: of shorter ones nothing can be said. */
function requireSixDigits(sums: readonly StatusSum[]): void {
  if (sums.some((sum) => sum.status === 'product' && sum.sixDigits && sum.valueUsd !== 0)) return;
  throw new TrajectaError('no-data', {
    ru: 'В данных по странам за этот период нет шестизначных кодов, а сегменты — перечни шестизначных кодов ГС. Нужна таблица «страна × шестизначный код». По кодам в два или четыре знака считает trajecta measure … --digits 4.',
    en: 'The data by country has no six-digit codes for this period, and segments are lists of six-digit HS codes. It takes a table of country × six-digit code. Over codes of two or four digits: trajecta measure … --digits 4.',
  });
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

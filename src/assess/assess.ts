import type { Assessment, AssessmentRow, RunManifest } from '../api/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import { lastMonth, type Period, periodBefore, periodText } from '../domain/period.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import { parentAt } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { assessmentFindings } from './assessmentFindings.ts';
import { type BaseLists, baseLists } from './baseLists.ts';
import type { BaseOf, BoundValues } from './boundValues.ts';
import { editionBridges, noBridges } from './bridges.ts';
import { type AssessOptions, type ResolvedOptions, resolveOptions } from './options.ts';
import { readStatusSums, type StatusSum } from './readSums.ts';
import { runManifest } from './runManifest.ts';
import { bounds, segmentLists } from './segmentLists.ts';
import { type SegmentInput, segmentRows } from './segmentRows.ts';
import { type SelectedSums, selectedSums } from './selectedSums.ts';

/**
 * The assessment of a period: for each segment the country, its districts and its regions with index, shares,
 * verdict and range. Throws `no-data` naming the years there are.
 */
export async function assess(workspace: WorkspaceReader, options: AssessOptions): Promise<Assessment> {
  const resolved = await resolveOptions(options);
  requireKnownRegions(workspace, resolved.leaveOut);
  const manifest: RunManifest = runManifest(workspace, 'assess', { ...options }, resolved);
  const answer = await assessPeriod(workspace, resolved);
  if (options.compareWithPrevious !== true) return { ...answer, manifest };
  const before = await assessPeriod(workspace, { ...resolved, period: periodBefore(resolved.period) });
  return { data: [...answer.data, ...before.data], findings: answer.findings, manifest };
}

async function assessPeriod(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
): Promise<{ data: AssessmentRow[]; findings: Assessment['findings'] }> {
  const statusSums = await readStatusSums(workspace, options.flow, options.period);
  if (statusSums.length === 0) throw noData(workspace, options);
  const counted = statusSums.filter((sum) => options.reExports === 'include' || !sum.reExport);
  const totals = addTotals(counted);
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const bridges =
    options.inEdition === null
      ? noBridges
      : await editionBridges(workspace, options, editions, options.inEdition);
  const lists = segmentLists(options, workspace.concordances, bridges);
  const bases = baseLists(options, lists, bridges);
  const choices = options.system.segments.flatMap((segment) =>
    bounds.map((bound) => [segment, bound] as const),
  );
  const wanted = choices.flatMap(([segment, bound]) => [lists(segment, bound), bases(segment, bound)]);
  const sums = await selectedSums(
    workspace,
    options,
    wanted.filter((list) => list !== null),
    editions,
  );
  const values = (segment: Segment): BoundValues =>
    new Map(bounds.map((bound) => [bound, sums(lists(segment, bound))]));
  const baseOf = baseReader(bases, sums, totals);
  const input = {
    options,
    territories: workspace.territories,
    totals,
    baseOf,
    members: membersByDistrict(workspace, options.period, totals),
  };
  const data = options.system.segments.flatMap((segment) =>
    segmentRows({ ...input, segment, values: values(segment) } satisfies SegmentInput),
  );
  const findings = assessmentFindings({ workspace, options, statusSums, data, editions });
  return { data, findings: [...findings, ...bridges.findings].map(mutable) };
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

function mutable(finding: Finding): Assessment['findings'][number] {
  const { examples, ...rest } = finding;
  return { ...rest, ...(examples === undefined ? {} : { examples: [...examples] }) };
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

function requireKnownRegions(workspace: WorkspaceReader, regions: readonly string[]): void {
  const known = workspace.territories.territories
    .filter((territory) => territory.kind === 'region')
    .map((territory) => territory.id);
  const unknown = regions.find((region) => !known.includes(region));
  if (unknown === undefined) return;
  throw new TrajectaError('bad-option', {
    ru: `Региона «${unknown}» в словаре нет. Принимаются коды: ${known.join(', ')}.`,
    en: `There is no region "${unknown}" in the dictionary. Accepted codes: ${known.join(', ')}.`,
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

import type { Assessment, AssessmentRow } from '../api/assessment.ts';
import { periodBefore } from '../domain/period.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { assessmentFindings } from './assessmentFindings.ts';
import { protectAssessment } from './disclosure/protectAssessment.ts';
import { listFindings } from './lists/compareLists.ts';
import { memberFindings } from './memberFindings.ts';
import {
  type AssessOptions,
  type KnownDefinitions,
  type ResolvedOptions,
  resolveOptions,
} from './options.ts';
import { plainFinding } from './plainFinding.ts';
import type { PreparedAssessment } from './prepareAssessment.ts';
import { prepareReferred } from './prepareReferred.ts';
import { segmentRows } from './segmentRows.ts';
import { runManifest, withChecksum } from './trace/runManifest.ts';

/**
 * The assessment of a period: for each segment the country, its districts and its regions with index, shares,
 * verdict and range. `known` gives lists and rule as they were instead of by name. Throws `no-data` naming the years
 * there are.
 */
export async function assess(
  workspace: WorkspaceReader,
  options: AssessOptions,
  known: KnownDefinitions = {},
): Promise<Assessment> {
  const resolved = await resolveOptions(options, known, workspace.territories, workspace.world?.territories);
  requireKnownRegions(workspace, resolved.leaveOut);
  const manifest = runManifest(workspace, 'assess', { ...options }, resolved);
  const answer = await assessPeriod(workspace, resolved, manifest.run);
  if (options.compareWithPrevious !== true) return withChecksum({ ...answer, manifest });
  const earlier = { ...resolved, period: periodBefore(resolved.period) };
  const before = await assessPeriod(workspace, earlier, manifest.run);
  return withChecksum({ data: [...answer.data, ...before.data], findings: answer.findings, manifest });
}

async function assessPeriod(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  run: string,
): Promise<{ data: AssessmentRow[]; findings: Assessment['findings'] }> {
  const prepared = await prepareReferred(workspace, options);
  const { statusSums, editions } = prepared;
  const data = rowsOfPeriod(prepared, options, run);
  const findings = assessmentFindings({ workspace, options, statusSums, data, editions });
  const safe = await protectAssessment(workspace, prepared, options, data);
  const lists = listFindings(options.system, editions, options.system.id);
  return {
    data: safe.data,
    findings: [
      ...safe.findings,
      ...findings,
      ...[...memberFindings(prepared, options), ...prepared.findings, ...lists].map(plainFinding),
    ],
  };
}

/** Rows of all segments of a prepared period. */
export function rowsOfPeriod(
  prepared: PreparedAssessment,
  options: ResolvedOptions,
  run: string,
): AssessmentRow[] {
  const { territories, totals, baseOf, members, unions, external } = prepared;
  const input = {
    options,
    territories,
    totals,
    baseOf,
    members,
    unions,
    run,
    ...(external === undefined ? {} : { external }),
  };
  return options.system.segments.flatMap((segment) =>
    segmentRows({ ...input, segment, values: prepared.values(segment) }),
  );
}

/** Throws `bad-option` for a region that the dictionary does not have. */
export function requireKnownRegions(workspace: WorkspaceReader, regions: readonly string[]): void {
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

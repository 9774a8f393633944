import type { Assessment, HighTech, RunManifest } from '../../api/assessment.ts';
import type { Scorecard, ScorecardOptions } from '../../api/scorecard.ts';
import type { IndicatorSystem } from '../../domain/scorecard/indicatorSystem.ts';
import type { SuppliedSeries } from '../../domain/scorecard/suppliedSeries.ts';
import type { SegmentSystem } from '../../domain/segmentSystem.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type ScorecardGiven, scorecard } from '../scorecard/scorecard.ts';
import { runTablesAgain } from './explainedRun.ts';

/** Definitions and series as the manifest of a scorecard holds them. */
export function scorecardGiven(manifest: RunManifest): ScorecardGiven {
  const { system, indicators, supplied } = manifest.definitions as {
    system: SegmentSystem;
    indicators: IndicatorSystem;
    supplied: SuppliedSeries;
  };
  return { segments: system, indicators, supplied };
}

/** Makes the run of a manifest again on a workspace, whatever its command. */
export async function runAgain(
  workspace: WorkspaceReader,
  manifest: RunManifest,
): Promise<Assessment | HighTech | Scorecard> {
  return manifest.command === 'scorecard'
    ? scorecard(workspace, manifest.options as ScorecardOptions, scorecardGiven(manifest))
    : runTablesAgain(workspace, manifest);
}

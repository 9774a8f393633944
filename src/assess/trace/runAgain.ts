import type { Assessment, HighTech, RunManifest } from '../../api/assessment.ts';
import type { Composition, CompositionOptions } from '../../api/composition.ts';
import type { Diversification, DiversificationOptions } from '../../api/diversification.ts';
import type { Opportunities, OpportunitiesOptions } from '../../api/opportunities.ts';
import type { Partners, PartnersOptions } from '../../api/partners.ts';
import type { Product, ProductOptions } from '../../api/product.ts';
import type { Scorecard, ScorecardOptions } from '../../api/scorecard.ts';
import type { Trajectory, TrajectoryOptions } from '../../api/trajectory.ts';
import type { Uncertainty, UncertaintyOptions } from '../../api/uncertainty.ts';
import type { UnitValues, UnitValuesOptions } from '../../api/unitValues.ts';
import type { IndicatorSystem } from '../../domain/scorecard/indicatorSystem.ts';
import type { SuppliedSeries } from '../../domain/scorecard/suppliedSeries.ts';
import type { SegmentSystem } from '../../domain/segmentSystem.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { assess } from '../assess.ts';
import { diversify } from '../diversify/diversify.ts';
import { type HighTechOptions, highTech } from '../highTech.ts';
import { opportunities } from '../opportunities/opportunities.ts';
import type { AssessOptions } from '../options.ts';
import { composition } from '../profile/composition.ts';
import { partners } from '../profile/partners.ts';
import { product } from '../profile/product.ts';
import { unitValues } from '../profile/unitValues.ts';
import { type ScorecardGiven, scorecard } from '../scorecard/scorecard.ts';
import { trajectory } from '../trajectory/trajectory.ts';
import { uncertainty } from '../uncertainty/uncertainty.ts';
import { definitionsOf } from './definitionsOf.ts';

/** Answers that have a run's manifest. */
export type RunAnswer =
  | Assessment
  | HighTech
  | Trajectory
  | Diversification
  | Opportunities
  | Uncertainty
  | Scorecard
  | Composition
  | Partners
  | Product
  | UnitValues;

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
export async function runAgain(workspace: WorkspaceReader, manifest: RunManifest): Promise<RunAnswer> {
  const known = definitionsOf(manifest);
  const options = manifest.options as unknown;
  switch (manifest.command) {
    case 'assess':
      return assess(workspace, options as AssessOptions, known);
    case 'high-tech':
      return highTech(workspace, options as HighTechOptions, known);
    case 'trajectory':
      return trajectory(workspace, options as TrajectoryOptions, known);
    case 'uncertainty':
      return uncertainty(workspace, options as UncertaintyOptions, known);
    case 'diversify':
      return diversify(workspace, options as DiversificationOptions, known);
    case 'opportunities':
      return opportunities(workspace, options as OpportunitiesOptions, known);
    case 'scorecard':
      return scorecard(workspace, options as ScorecardOptions, scorecardGiven(manifest));
    case 'composition':
      return composition(workspace, options as CompositionOptions, known);
    case 'partners':
      return partners(workspace, options as PartnersOptions, known);
    case 'product':
      return product(workspace, options as ProductOptions, known);
    case 'unit-values':
      return unitValues(workspace, options as UnitValuesOptions, known);
  }
}

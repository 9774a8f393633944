import type { Assessment, HighTech, RunManifest } from '../../api/assessment.ts';
import type { Composition, CompositionOptions } from '../../api/composition.ts';
import type { Diversification, DiversificationOptions } from '../../api/diversification.ts';
import type { Opportunities, OpportunitiesOptions } from '../../api/opportunities.ts';
import type { Partners, PartnersOptions } from '../../api/partners.ts';
import type { Patents } from '../../api/patents.ts';
import type { Product, ProductOptions } from '../../api/product.ts';
import type { Scorecard, ScorecardOptions } from '../../api/scorecard.ts';
import type { Sectors } from '../../api/sectors.ts';
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
import { type IndustryFigure, industryStatistics, type TableFile } from '../industryStatistics.ts';
import { opportunities } from '../opportunities/opportunities.ts';
import type { AssessOptions } from '../options.ts';
import { patentExports } from '../patentExports.ts';
import { type PatentCount, patents } from '../patents.ts';
import { composition } from '../profile/composition.ts';
import { partners } from '../profile/partners.ts';
import { product } from '../profile/product.ts';
import { unitValues } from '../profile/unitValues.ts';
import { type ScorecardGiven, scorecard } from '../scorecard/scorecard.ts';
import { type SectorOptions, sectors } from '../sectors.ts';
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
  | UnitValues
  | Sectors
  | Patents;

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
    case 'sectors': {
      const table = manifest.definitions as unknown as TableFile & {
        readonly figures?: readonly IndustryFigure[];
      };
      const { figures, file, sha256 } = table;
      return figures === undefined
        ? sectors(workspace, options as SectorOptions)
        : industryStatistics(figures, { file, sha256 });
    }
    case 'patents':
      return patentsAgain(workspace, manifest);
  }
}

/** Records of patents as the manifest holds them, beside the exports of the workspace, where there was one. */
async function patentsAgain(workspace: WorkspaceReader, manifest: RunManifest): Promise<Patents> {
  const { records, file, sha256 } = manifest.definitions as unknown as TableFile & {
    readonly records: readonly PatentCount[];
  };
  if (manifest.workspace.vintages.length === 0)
    return patents(records, null, [], { file, sha256, workspace: null });
  const beside = await patentExports(workspace, records);
  const rows = beside.flatMap((answer) => answer.data);
  return patents(records, workspace.territories, rows, { file, sha256, workspace });
}

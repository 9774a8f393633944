import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { keptWith } from '../keptWith.ts';
import { regionSpace } from './regionSpace.ts';
import { type SpaceQuestion, type YearTrade, yearMatrices } from './spaceQuestion.ts';

/** Exports by region and product of a year, and what follows from them for all regions. */
export interface YearSpace extends YearTrade {
  /** Under the complexity of the regions themselves. */
  readonly space: ReturnType<typeof regionSpace>;
}

/** The same for every region, so that the second one asked for need not wait for it. */
const kept = keptWith<WorkspaceReader, YearSpace | null>(4);

/** Null: no exports by product in that year. */
export function yearSpace(workspace: WorkspaceReader, question: SpaceQuestion): Promise<YearSpace | null> {
  const { year, digits, threshold, resolved } = question;
  const { flow, reExports } = resolved;
  return kept(workspace, canonicalJson({ year, digits, threshold, flow, reExports }), async () => {
    const trade = (await yearMatrices(workspace, question, year, year)).get(year);
    return trade === undefined ? null : { ...trade, space: regionSpace(trade.matrix, threshold, undefined) };
  });
}

import type { AssessmentRow } from '../../api/assessment.ts';
import type { UncertaintyOptions, UncertaintyRow } from '../../api/uncertainty.ts';
import { lastMonth, periodText } from '../../domain/period.ts';
import { ranksOf } from '../../domain/ranksOf.ts';
import { seededRandom } from '../../domain/seededRandom.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import { parentAt } from '../../domain/territory.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { AssessOptions, KnownDefinitions, ResolvedOptions } from '../options.ts';
import { type PreparedAssessment, prepareAssessment } from '../prepareAssessment.ts';
import { referenceRegions } from '../segmentRows.ts';
import { rowId } from '../trace/figureId.ts';
import { bootstrapIndex, type JudgedRegion } from './bootstrapIndex.ts';
import { type IndexLines, indexLines } from './indexLines.ts';
import { indexVariants } from './indexVariants.ts';
import { regionRows, variantRows } from './variantRows.ts';

type Variants = UncertaintyRow['variants'];

/** Uncertainty of index, rank and verdict of all regions, segment by segment. */
export async function indexUncertainty(
  workspace: WorkspaceReader,
  options: UncertaintyOptions,
  assessOptions: AssessOptions,
  resolved: ResolvedOptions,
  known: KnownDefinitions,
  run: string,
): Promise<{ readonly data: UncertaintyRow[]; readonly prepared: PreparedAssessment }> {
  const prepared = await prepareAssessment(workspace, resolved);
  const chosen = regionRows(prepared, resolved, 'chosen') ?? [];
  const variants = indexVariants(options, prepared.members.size > 0);
  const answers = new Map<string, readonly AssessmentRow[] | null>();
  for (const variant of variants)
    answers.set(variant.id, await variantRows(workspace, assessOptions, known, variant));
  const data: UncertaintyRow[] = [];
  for (const segment of resolved.system.segments) {
    const rows = chosen.filter((row) => row.segment === segment.id && (row.segmentValueUsd ?? 0) > 0);
    if (rows.length === 0) continue;
    const lines = await indexLines(workspace, resolved, prepared, segment, options.over ?? 'products');
    const judged = rows.map((row) => judgedRegion(workspace, resolved, prepared, lines, row.territory));
    const random = seededRandom((options.seed ?? 1) + seedOf(segment));
    const summaries = bootstrapIndex(
      lines,
      judged,
      resolved.rule,
      lines.names.length === 0 ? 0 : (options.draws ?? 1000),
      random,
    );
    const ranks = ranksOf(rows.map((row) => row.trajectoryIndex));
    const found = variants.map((variant) => {
      const answer = (answers.get(variant.id) ?? []).filter((row) => row.segment === segment.id);
      return { variant, answer, ranks: ranksOf(answer.map((row) => row.trajectoryIndex)) };
    });
    rows.forEach((row, place) => {
      const under = found.map(({ variant, answer, ranks: of }): Variants[number] => {
        const at = answer.findIndex((other) => other.territory === row.territory);
        return {
          variant: variant.id,
          dimension: variant.dimension,
          name: variant.name,
          value: answer[at]?.trajectoryIndex ?? null,
          rank: of[at] ?? null,
          verdict: answer[at]?.verdict ?? null,
        };
      });
      const summary = summaries[place];
      if (summary === undefined) throw new Error(`No draws of ${row.territory}`);
      data.push({
        id: rowId(run, periodText(resolved.period), segment.id, row.territory),
        period: periodText(resolved.period),
        segment: segment.id,
        segmentName: segment.name,
        territory: row.territory,
        territoryName: row.territoryName,
        measure: 'trajectory-index',
        value: row.trajectoryIndex,
        reason: row.trajectoryIndexReason,
        rank: ranks[place] ?? null,
        ranked: ranks.filter((rank) => rank !== null).length,
        verdict: row.verdict,
        lines: lines.names.length,
        ...summary,
        ...spread(row.trajectoryIndex, ranks[place] ?? null, under),
        verdictChanges: under
          .filter((one) => one.verdict !== null && one.verdict !== row.verdict)
          .map((one) => one.variant),
        variants: under,
      });
    });
  }
  return { data, prepared };
}

/** Smallest and largest value, best and worst rank over the variants and the choice made. */
export function spread(
  value: number | null,
  rank: number | null,
  variants: Variants,
): Pick<
  UncertaintyRow,
  'sensitivityLower' | 'sensitivityUpper' | 'sensitivityRankBest' | 'sensitivityRankWorst'
> {
  const values = [value, ...variants.map((one) => one.value)].filter((one) => one !== null);
  const ranks = [rank, ...variants.map((one) => one.rank)].filter((one) => one !== null);
  return {
    sensitivityLower: values.length === 0 ? null : Math.min(...values),
    sensitivityUpper: values.length === 0 ? null : Math.max(...values),
    sensitivityRankBest: ranks.length === 0 ? null : Math.min(...ranks),
    sensitivityRankWorst: ranks.length === 0 ? null : Math.max(...ranks),
  };
}

/** Each segment draws numbers of its own, whatever other segments are asked for. */
function seedOf(segment: Segment): number {
  let sum = 0;
  for (const character of segment.id) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}

function judgedRegion(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  prepared: PreparedAssessment,
  lines: IndexLines,
  region: string,
): JudgedRegion {
  const district = parentAt(workspace.territories, region, lastMonth(options.period));
  const { reference, held } = referenceRegions(options, 'region', {
    members: [region],
    everyone: lines.regions,
    districtMembers: district === null ? null : (prepared.members.get(district) ?? null),
    unionMembers: options.union === null ? null : (prepared.unions.get(options.union) ?? null),
  });
  const places = (of: readonly string[]) =>
    of.map((one) => lines.regions.indexOf(one)).filter((place) => place >= 0);
  return { self: lines.regions.indexOf(region), reference: places(reference), held: places(held) };
}

import type { HsEdition } from '../../domain/edition.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import { partnerSums } from '../../store/queries/partnerSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { EditionList } from '../lists/editionList.ts';
import type { ResolvedOptions } from '../options.ts';
import type { PreparedAssessment } from '../prepareAssessment.ts';
import { readCodeSums } from '../readSums.ts';

/** What a segment is made of, line by line: product lines or partners. */
export interface IndexLines {
  readonly names: readonly string[];
  /** Regions with any exports, reserved codes included. */
  readonly regions: readonly string[];
  /** Of line l and region r at l · regions + r: what counts in the segment, in the base, in all exports. */
  readonly segment: Float64Array;
  readonly base: Float64Array;
  readonly total: Float64Array;
  /** Base and all exports of each region outside the lines: they stay as they are. */
  readonly restBase: Float64Array;
  readonly restTotal: Float64Array;
}

interface LineSum {
  readonly name: string;
  readonly region: string;
  readonly edition: HsEdition;
  readonly code: string;
  readonly usd: number;
}

/** Reads the lines of a segment once; everything after is arithmetic on arrays. Throws nothing; a segment may have no line. */
export async function indexLines(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  prepared: PreparedAssessment,
  segment: Segment,
  over: 'products' | 'partners',
): Promise<IndexLines> {
  const list = prepared.lists(segment, 'chosen');
  const base = prepared.bases(segment, 'chosen');
  const codes = [
    ...new Set(prepared.editions.flatMap((edition) => [...(list(edition)?.weights.keys() ?? [])])),
  ];
  const sums = await readLines(workspace, options, codes, over);
  const regions = [...prepared.totals.keys()].sort();
  const regionAt = new Map(regions.map((region, place) => [region, place]));
  const kept = sums.filter((sum) => sum.usd !== 0 && weightIn(list, sum) !== 0);
  const names = [...new Set(kept.map((sum) => sum.name))].sort();
  const lineAt = new Map(names.map((name, place) => [name, place]));
  const [n, m] = [regions.length, names.length];
  const lines = {
    segment: new Float64Array(n * m),
    base: new Float64Array(n * m),
    total: new Float64Array(n * m),
  };
  const restBase = Float64Array.from(regions, (region) => prepared.baseOf(region, segment, 'chosen'));
  const restTotal = Float64Array.from(regions, (region) => prepared.totals.get(region) ?? 0);
  const add = (into: Float64Array, at: number, value: number) => {
    into[at] = (into[at] as number) + value;
  };
  for (const sum of kept) {
    const r = regionAt.get(sum.region);
    if (r === undefined) continue;
    const at = (lineAt.get(sum.name) ?? 0) * n + r;
    const inBase = base === null ? sum.usd : weightIn(base, sum) * sum.usd;
    add(lines.segment, at, weightIn(list, sum) * sum.usd);
    add(lines.base, at, inBase);
    add(lines.total, at, sum.usd);
    add(restBase, r, -inBase);
    add(restTotal, r, -sum.usd);
  }
  return { names, regions, ...lines, restBase, restTotal };
}

/** The part of a code that a list counts. */
function weightIn(list: EditionList, sum: LineSum): number {
  const selection = list(sum.edition);
  if (selection === null) return 0;
  const digits = selection.by === 'chapter' ? 2 : selection.by === 'heading' ? 4 : 6;
  return selection.weights.get(sum.code.slice(0, digits)) ?? 0;
}

async function readLines(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  codes: readonly string[],
  over: 'products' | 'partners',
): Promise<readonly LineSum[]> {
  const { flow, period, reExports } = options;
  if (over === 'products') {
    const sums = await readCodeSums(workspace, flow, period, 'hs6', codes);
    return sums
      .filter((sum) => reExports === 'include' || !sum.reExport)
      .map(({ code, region, edition, valueUsd }) => ({ name: code, code, region, edition, usd: valueUsd }));
  }
  const rows = await workspace.engine.query(partnerSums({ flow, period, reExports, codes }));
  return rows.map((row) => ({
    name: String(row.partner),
    code: String(row.hs6),
    region: String(row.region),
    edition: String(row.edition) as HsEdition,
    usd: Number(row.value_usd ?? 0),
  }));
}

import type { Composition, CompositionOptions, CompositionRow } from '../../api/composition.ts';
import { chapterName, headingName } from '../../classifications/names.ts';
import { periodText } from '../../domain/period.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { productSums } from '../../store/queries/productSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given, type KnownDefinitions } from '../options.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { profileDefinitions } from './profileDefinitions.ts';
import { requireSixDigits } from './requireSixDigits.ts';
import { type TerritoryScope, territoryScope } from './territoryScope.ts';

const restName: TwoLanguages = { ru: 'Остальные товары', en: 'All other goods' };
const noProductName: TwoLanguages = { ru: 'Товар не назван', en: 'No product told' };

/** Place in an id of what no product can be told of. */
export const noProduct = 'no-product';

type Row = Omit<CompositionRow, 'id'>;

interface ProductSum {
  readonly edition: string;
  readonly chapter: string;
  readonly heading: string;
  readonly hs6: string;
  readonly status: string;
  readonly valueUsd: number;
}

/**
 * What the exports of a region, a district or the country are made of in a period: each segment by six-digit code, all
 * other goods by chapter, and what no product can be told of (secret codes, unallocated lines). The rows sum to the
 * total where no code is in two segments. Throws `no-data`, and `bad-option` for lists with national lines.
 */
export async function composition(
  workspace: WorkspaceReader,
  asked: CompositionOptions,
  known: KnownDefinitions = {},
): Promise<Composition> {
  const scope = await territoryScope(workspace, given(asked), known);
  const { options, regions, territory, editions } = scope;
  const period = periodText(options.period);
  const run = runManifest(
    workspace,
    'composition',
    { ...asked, territory: territory.id, period },
    profileDefinitions(options),
  );
  const rows = await workspace.engine.query(
    productSums({
      flow: options.flow,
      period: options.period,
      reExports: options.reExports,
      regions,
      by: ['edition', 'chapter', 'heading', 'hs6', 'status'],
      codes: null,
    }),
  );
  const sums = rows.map(
    (row): ProductSum => ({
      edition: String(row.edition),
      chapter: String(row.chapter ?? ''),
      heading: String(row.heading ?? ''),
      hs6: String(row.hs6 ?? ''),
      status: String(row.status),
      valueUsd: Number(row.value_usd ?? 0),
    }),
  );
  const total = sums.reduce((sum, one) => sum + one.valueUsd, 0);
  const counted = new Map<ProductSum, number>();
  const products = options.system.segments.flatMap((segment) =>
    segmentProducts(workspace, scope, segment, sums, counted, total),
  );
  const data = [...products, ...restOf(sums, counted, total)]
    .filter((row) => row.valueUsd !== 0)
    .map((row) => ({ id: rowId(run.run, period, row.segment, row.hs6 || row.chapter || noProduct), ...row }));
  return withChecksum({
    data,
    findings: [],
    manifest: {
      ...run,
      territory: territory.id,
      territoryName: territory.name,
      level: territory.level,
      period,
      editions: [...editions],
      totalUsd: total,
    },
  });
}

/** Rows of one segment; what it takes of each sum is noted in `counted`. */
function segmentProducts(
  workspace: WorkspaceReader,
  { lists }: TerritoryScope,
  segment: Segment,
  sums: readonly ProductSum[],
  counted: Map<ProductSum, number>,
  total: number,
): Row[] {
  const values = new Map<string, number>();
  for (const sum of sums) {
    const weights = lists(segment, 'chosen')(sum.edition as never)?.weights;
    requireSixDigits(weights);
    const weight = weights?.get(sum.hs6) ?? 0;
    if (sum.hs6 === '' || weight === 0) continue;
    values.set(sum.hs6, (values.get(sum.hs6) ?? 0) + weight * sum.valueUsd);
    counted.set(sum, (counted.get(sum) ?? 0) + weight);
  }
  return [...values]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([hs6, valueUsd]) => ({
      segment: segment.id,
      segmentName: segment.name,
      kind: 'product' as const,
      chapter: hs6.slice(0, 2),
      chapterName: chapterName(hs6.slice(0, 2)),
      heading: hs6.slice(0, 4),
      headingName: headingName(hs6.slice(0, 4)),
      hs6,
      hs6Name: workspace.nameOf((id) => id.startsWith('HS'), hs6)?.name ?? null,
      valueUsd,
      shareOfTotal: total === 0 ? null : valueUsd / total,
    }));
}

/** Everything that no segment takes, by chapter; lines without a product apart. */
function restOf(sums: readonly ProductSum[], counted: ReadonlyMap<ProductSum, number>, total: number): Row[] {
  const byChapter = new Map<string, number>();
  for (const sum of sums) {
    const chapter = sum.status === 'confidential' || sum.status === 'unallocated' ? '' : sum.chapter;
    const left = sum.valueUsd * (1 - Math.min(1, counted.get(sum) ?? 0));
    byChapter.set(chapter, (byChapter.get(chapter) ?? 0) + left);
  }
  return [...byChapter]
    .sort((a, b) => b[1] - a[1])
    .map(([chapter, valueUsd]) => ({
      segment: 'rest',
      segmentName: restName,
      kind: chapter === '' ? ('no-product' as const) : ('chapter' as const),
      chapter,
      chapterName: chapter === '' ? noProductName : chapterName(chapter),
      heading: '',
      headingName: null,
      hs6: '',
      hs6Name: null,
      valueUsd,
      shareOfTotal: total === 0 ? null : valueUsd / total,
    }));
}

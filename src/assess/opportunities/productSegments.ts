import type { HsEdition } from '../../domain/edition.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import { productSums } from '../../store/queries/productSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { SegmentLists } from '../lists/segmentLists.ts';
import type { ResolvedOptions } from '../options.ts';

/** The segment of a product that is high technology by more than half, with the part in that segment; null: it is not. */
export type ProductSegments = (
  product: string,
) => { readonly segment: Segment; readonly share: number } | null;

/**
 * Segments of products: of a six-digit code by the list itself; of a heading by the country's exports of its codes in
 * the year, where more than half of them are high technology: the segment with the most.
 */
export async function productSegments(
  workspace: WorkspaceReader,
  {
    year,
    digits,
    resolved,
  }: { readonly year: number; readonly digits: 4 | 6; readonly resolved: ResolvedOptions },
  edition: HsEdition,
  lists: SegmentLists,
): Promise<ProductSegments> {
  const weights = resolved.system.segments.map((segment) => ({
    segment,
    of: lists(segment, 'chosen')(edition)?.weights ?? new Map<string, number>(),
  }));
  const largest = (shareOf: (weight: ReadonlyMap<string, number>) => number) => {
    const shares = weights.map(({ segment, of }) => ({ segment, share: shareOf(of) }));
    const all = shares.reduce((sum, one) => sum + one.share, 0);
    return all > 0.5 ? shares.reduce((a, b) => (b.share > a.share ? b : a)) : null;
  };
  if (digits === 6) return (product) => largest((of) => of.get(product) ?? 0);
  const rows = await workspace.engine.query(
    productSums({
      flow: resolved.flow,
      period: { fromYear: year, toYear: year, months: null },
      reExports: resolved.reExports,
      regions: null,
      by: ['edition', 'heading', 'hs6'],
      codes: null,
    }),
  );
  const headings = new Map<string, { code: string; valueUsd: number }[]>();
  for (const row of rows) {
    const valueUsd = Number(row.value_usd ?? 0);
    if (row.edition !== edition || valueUsd <= 0) continue;
    const heading = String(row.heading);
    headings.set(heading, [...(headings.get(heading) ?? []), { code: String(row.hs6), valueUsd }]);
  }
  return (product) => {
    const codes = headings.get(product) ?? [];
    const all = codes.reduce((sum, one) => sum + one.valueUsd, 0);
    if (all === 0) return null;
    return largest((of) => codes.reduce((sum, one) => sum + one.valueUsd * (of.get(one.code) ?? 0), 0) / all);
  };
}

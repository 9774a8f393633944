import type { SegmentCodes } from '../../api/segmentCodes.ts';
import type { ConcordanceSource } from '../../classifications/concordanceSource.ts';
import { headingName } from '../../classifications/names.ts';
import { loadSegmentSystem } from '../../classifications/segmentSystems.ts';
import { type HsEdition, hsEditions } from '../../domain/edition.ts';
import type { Alignment, Revision } from '../../domain/highTechnologyList.ts';
import { noBridges } from './bridges.ts';
import { segmentLists } from './segmentLists.ts';

export interface SegmentCodesOptions {
  readonly segments?: string;
  readonly revision?: Revision;
  readonly alignment?: Alignment;
  readonly edition?: HsEdition;
}

/** The six-digit codes of each segment of a system in an edition, with those of the bounds. */
export async function segmentCodes(
  source: ConcordanceSource,
  options: SegmentCodesOptions,
): Promise<SegmentCodes> {
  const { revision = 4, alignment = 'resolved' } = options;
  const edition = options.edition ?? hsEditions[hsEditions.length - 1] ?? 'HS2022';
  const system = await loadSegmentSystem(options.segments ?? 'four');
  const lists = segmentLists({ revision, alignment, inEdition: null }, source, noBridges);
  const data = system.segments.flatMap((segment) => {
    const chosen = lists(segment, 'chosen')(edition)?.weights ?? new Map<string, number>();
    const lower = lists(segment, 'lower')(edition)?.weights ?? null;
    return [...chosen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([hs6, weight]) => ({
        segment: segment.id,
        segmentName: segment.name,
        heading: hs6.slice(0, 4),
        headingName: headingName(hs6.slice(0, 4)),
        hs6,
        weight,
        certainly: lower === null ? null : lower.has(hs6),
      }));
  });
  return {
    data,
    findings: [],
    manifest: {
      system: system.id,
      systemName: system.name,
      source: system.source,
      edition,
      alignment,
      revision,
      possibly: system.segments.map((segment) => ({
        segment: segment.id,
        codes: lists(segment, 'upper')(edition)?.weights.size ?? null,
      })),
    },
  };
}

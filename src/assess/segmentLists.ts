import { loadAlignment } from '../classifications/highTechnologyAlignment.ts';
import { hsCodesOf } from '../classifications/hsNomenclature.ts';
import type { HsEdition } from '../domain/edition.ts';
import { type Alignment, type Bound, type Revision, segmentCodes } from '../domain/highTechnologyList.ts';
import { matchesCodes, type Segment } from '../domain/segmentSystem.ts';

export interface ListOptions {
  readonly revision: Revision;
  readonly alignment: Alignment;
}

export const bounds = ['lower', 'chosen', 'upper'] as const satisfies readonly Bound[];

/** Answers, once for each edition and bound, which six-digit codes make a segment; null where a bound is unknown. */
export type SegmentCodes = (segment: Segment, edition: HsEdition, bound: Bound) => ReadonlySet<string> | null;

/** The lists of one choice of revision and alignment, expanded as they are asked for. */
export function segmentLists(options: ListOptions): SegmentCodes {
  const rows = loadAlignment(options.revision);
  const known = new Map<string, ReadonlySet<string> | null>();
  return (segment, edition, bound) => {
    const key = `${segment.id} ${edition} ${bound}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { codes: beginnings } = segment;
    const codes =
      beginnings === undefined
        ? segmentCodes(rows, { ...options, groups: segment.groups }, edition, bound)
        : new Set([...hsCodesOf(edition)].filter((hs6) => matchesCodes(hs6, beginnings)));
    known.set(key, codes);
    return codes;
  };
}

/** All codes that any bound of the segments holds in the editions. */
export function allCodes(
  lists: SegmentCodes,
  segments: readonly Segment[],
  editions: readonly HsEdition[],
): readonly string[] {
  const codes = new Set<string>();
  for (const segment of segments) {
    for (const edition of editions) {
      for (const bound of bounds) for (const code of lists(segment, edition, bound) ?? []) codes.add(code);
    }
  }
  return [...codes].sort();
}

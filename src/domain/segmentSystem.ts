import type { HsEdition } from './edition.ts';
import type { TwoLanguages } from './territory.ts';

/** A segment: groups of the high-technology list, or product codes given by the user. */
export interface Segment {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly groups: readonly string[];
  /** Entries of codes (see `parseListTerm`) that make the segment, alone or beside groups. */
  readonly codes?: readonly string[];
  /** Shown so that parts sum to the whole. */
  readonly isRemainder?: boolean;
}

export interface SegmentSystem {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly source: string;
  /** Edition that the HS codes of the list are written in; absent: they stand for themselves in every edition. */
  readonly edition?: HsEdition;
  readonly segments: readonly Segment[];
}

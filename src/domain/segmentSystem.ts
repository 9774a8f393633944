import type { TwoLanguages } from './territory.ts';

/** A segment: groups of the high-technology list, or product codes given by the user. */
export interface Segment {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly groups: readonly string[];
  /** Beginnings of HS codes (2 to 6 digits) that make the segment instead of groups; `-` before one takes it out. */
  readonly codes?: readonly string[];
  /** Shown so that parts sum to the whole. */
  readonly isRemainder?: boolean;
}

export interface SegmentSystem {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly source: string;
  readonly segments: readonly Segment[];
}

/** Does a six-digit code fall under the beginnings of codes? @example matchesCodes('854231', ['85', '-8542']) // false */
export function matchesCodes(hs6: string, codes: readonly string[]): boolean {
  const taken = codes.some((code) => !code.startsWith('-') && hs6.startsWith(code));
  return taken && !codes.some((code) => code.startsWith('-') && hs6.startsWith(code.slice(1)));
}

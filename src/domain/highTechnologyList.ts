import type { HsEdition } from './edition.ts';

export type Revision = 3 | 4;
/** `un-conversion`: the UN's one-to-one tables as they are; `resolved`: with codes that they convert to a parent followed to a leaf. */
export type Alignment = 'resolved' | 'un-conversion';
export type Bound = 'lower' | 'chosen' | 'upper';

/** A six-digit code that some part of the high-technology list touches, in one edition of the HS. */
export interface AlignmentRow {
  readonly revision: Revision;
  readonly edition: HsEdition;
  readonly hs6: string;
  /** Group by the UN's one-to-one conversion; null: outside the list. */
  readonly unConversion: string | null;
  readonly resolved: string | null;
  /** Groups of all SITC codes that the many-to-many sheet links it to, `-` for outside; null: no such sheet. */
  readonly links: readonly string[] | null;
  readonly sitc: readonly string[];
}

export interface ListChoice {
  readonly revision: Revision;
  readonly alignment: Alignment;
  /** Groups that together make the segment: a code split among them alone is wholly inside it. */
  readonly groups: readonly string[];
}

/**
 * Six-digit codes of a segment in one edition. `chosen`: by the alignment; `lower`: codes all of whose links are in
 * the segment; `upper`: codes with any link in it. `null` for a bound where no many-to-many sheet exists.
 * @example segmentCodes([], { revision: 4, alignment: 'resolved', groups: ['pharmacy'] }, 'HS2017', 'lower').size // 0
 */
export function segmentCodes(
  rows: readonly AlignmentRow[],
  choice: ListChoice,
  edition: HsEdition,
  bound: Bound,
): ReadonlySet<string> | null {
  const inside = new Set(choice.groups);
  const codes = new Set<string>();
  for (const row of rows) {
    if (row.edition !== edition || row.revision !== choice.revision) continue;
    if (bound === 'chosen') {
      const group = choice.alignment === 'resolved' ? row.resolved : row.unConversion;
      if (group !== null && inside.has(group)) codes.add(row.hs6);
    } else {
      if (row.links === null) return null;
      const linked =
        bound === 'lower'
          ? row.links.every((group) => inside.has(group))
          : row.links.some((group) => inside.has(group));
      if (linked) codes.add(row.hs6);
    }
  }
  return codes;
}

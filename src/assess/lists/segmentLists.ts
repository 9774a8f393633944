import { alignHighTechnology } from '../../classifications/alignHighTechnology.ts';
import { type ConcordanceSource, sitcTables } from '../../classifications/concordanceSource.ts';
import { loadAlignment } from '../../classifications/highTechnologyAlignment.ts';
import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import { alignSitcList } from '../../domain/alignSitcList.ts';
import type { HsEdition } from '../../domain/edition.ts';
import {
  type Alignment,
  type AlignmentRow,
  type Bound,
  type Revision,
  segmentCodes,
} from '../../domain/highTechnologyList.ts';
import { type ListTerm, listWeights, parseListTerm } from '../../domain/listTerm.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import type { EditionBridges } from './bridges.ts';
import type { EditionList } from './editionList.ts';

export interface ListOptions {
  readonly revision: Revision;
  readonly alignment: Alignment;
  /** Edition that all data is read in, or null: each in its own. */
  readonly inEdition: HsEdition | null;
}

export const bounds = ['lower', 'chosen', 'upper'] as const satisfies readonly Bound[];

/** The list of a segment under a bound. */
export type SegmentLists = (segment: Segment, bound: Bound) => EditionList;

/**
 * The lists of one choice of revision and alignment, expanded as they are asked for. Data to be read in another edition
 * than its own is carried over by the bridges: a code counts with the part of it that falls on codes of the list.
 */
export function segmentLists(
  options: ListOptions,
  source: ConcordanceSource,
  bridges: EditionBridges,
): SegmentLists {
  const rowsOf = alignmentRows(source);
  const known = new Map<string, ReadonlyMap<string, number> | null>();
  const kept = (key: string, make: () => ReadonlyMap<string, number> | null) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  };
  const within = (segment: Segment, edition: HsEdition, bound: Bound) =>
    kept(`${segment.id} ${edition} ${bound}`, () =>
      ownWeights(segment, options, edition, bound, rowsOf, source),
    );
  return (segment, bound) => (edition) => {
    const to = options.inEdition;
    const bridge = to === null || to === edition ? null : bridges.bridge(edition);
    const weights =
      bridge === null
        ? within(segment, edition, bound)
        : kept(`${segment.id} ${edition} ${bound} in ${to}`, () => {
            const wanted = within(segment, to ?? edition, bound);
            return wanted === null ? null : carriedWeights(bridge.links, wanted);
          });
    return weights === null ? null : { by: 'hs6', weights };
  };
}

/** Weights of codes by the parts of them that fall on codes of a list. */
export function carriedWeights(
  links: readonly { readonly source: string; readonly target: string | null; readonly weight: number }[],
  wanted: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { source, target, weight } of links) {
    const part = target === null ? 0 : weight * (wanted.get(target) ?? 0);
    if (part !== 0) weights.set(source, (weights.get(source) ?? 0) + part);
  }
  return weights;
}

/** The compact alignment, or one made anew where the workspace has imported tables that it rests on. */
export function alignmentRows(source: ConcordanceSource): (revision: Revision) => readonly AlignmentRow[] {
  const made = new Map<Revision, readonly AlignmentRow[]>();
  return (revision) => {
    const own = source.available.some(
      (entry) =>
        entry.origin !== 'built-in' &&
        entry.from.startsWith('HS') &&
        (entry.to === `SITC${revision}` || entry.to.startsWith('HS')),
    );
    const rows =
      made.get(revision) ?? (own ? alignHighTechnology(source, revision) : loadAlignment(revision));
    made.set(revision, rows);
    return rows;
  };
}

function ownWeights(
  segment: Segment,
  options: ListOptions,
  edition: HsEdition,
  bound: Bound,
  rowsOf: (revision: Revision) => readonly AlignmentRow[],
  source: ConcordanceSource,
): ReadonlyMap<string, number> | null {
  const { revision, alignment } = options;
  const byGroups =
    segment.groups.length === 0
      ? new Set<string>()
      : segmentCodes(rowsOf(revision), { revision, alignment, groups: segment.groups }, edition, bound);
  if (byGroups === null) return null;
  if (segment.codes === undefined) return new Map([...byGroups].sort().map((code) => [code, 1]));
  const terms = segment.codes.map(requireTerm);
  const taken = [...byGroups].map((code): ListTerm => ({ system: 'hs', code, except: false }));
  return listWeights([...taken, ...terms], hsCodesOf(edition), (term) =>
    sitcTermCodes(term, options, edition, bound, source),
  );
}

function requireTerm(text: string): ListTerm {
  const term = parseListTerm(text);
  if (term === null) throw new Error(`"${text}" is no entry of a list of codes`);
  return term;
}

const alignedTerms = new WeakMap<ConcordanceSource, Map<string, readonly AlignmentRow[]>>();

/** Six-digit codes of an entry in SITC, aligned as the high-technology list is. */
function sitcTermCodes(
  term: ListTerm,
  options: ListOptions,
  edition: HsEdition,
  bound: Bound,
  source: ConcordanceSource,
): ReadonlySet<string> | null {
  const revision = term.system === 'sitc3' ? 3 : 4;
  const known = alignedTerms.get(source) ?? new Map<string, readonly AlignmentRow[]>();
  alignedTerms.set(source, known);
  const key = `${revision} ${term.code}`;
  const leaves = source.sitcLeaves(revision).filter((leaf) => leaf.startsWith(term.code));
  const rows =
    known.get(key) ??
    alignSitcList(new Map(leaves.map((leaf) => [leaf, 'taken'])), sitcTables(source, revision));
  known.set(key, rows);
  return segmentCodes(rows, { revision, alignment: options.alignment, groups: ['taken'] }, edition, bound);
}

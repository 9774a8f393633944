import { heldInForce } from '../heldInForce.ts';
import type { Part, WorkspaceManifest } from '../manifest.ts';
import { vintagesInForce } from '../openWorkspace.ts';

/** Files with fewer rows than this are small: a question opens them for little. It is some eight row groups. */
export const smallPartRows = 1_000_000;

/** Files of one kind, flow and year that become one. */
export interface Merge {
  readonly kind: Part['kind'];
  readonly flow: 'export' | 'import';
  readonly year: number;
  readonly without: readonly string[];
  readonly parts: readonly Part[];
}

/**
 * Which files a compaction puts together: small ones of the same kind, flow and year (of cubes, that leave out the same
 * slices). What only earlier states read stays apart from what is in force, so that questions of today do not read it.
 * Files without checksums (format 1) and quarantines stay as they are.
 */
export function plannedMerges(manifest: WorkspaceManifest): readonly Merge[] {
  const inForce = vintagesInForce(manifest);
  const groups = new Map<string, Merge & { readonly parts: Part[] }>();
  for (const part of manifest.parts) {
    const { kind, flow, year, without } = part;
    const isSmall = part.sha256 !== null && part.rows < smallPartRows;
    if (!isSmall || kind === 'quarantine' || flow === null || year === null) continue;
    const isCurrent = heldInForce(part, inForce).length > 0;
    const key = JSON.stringify([year, flow, kind, [...without].sort(), isCurrent]);
    const group = groups.get(key) ?? { kind, flow, year, without, parts: [] };
    group.parts.push(part);
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter((group) => group.parts.length > 1)
    .sort((a, b) => a.year - b.year || a.flow.localeCompare(b.flow));
}

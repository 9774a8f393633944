import { type HsEdition, hsEditions } from './edition.ts';
import type { AlignmentRow, Revision } from './highTechnologyList.ts';

/** The official tables that a list written in SITC codes needs to be carried over to the HS. */
export interface SitcTables {
  readonly revision: Revision;
  /** Basic headings: SITC codes without a longer code below them. */
  readonly leaves: readonly string[];
  /** SITC code of each six-digit code of an edition, one to one; null: no table. */
  conversion(edition: HsEdition): ReadonlyMap<string, string> | null;
  /** All SITC codes of each six-digit code; null: no table. */
  correlation(edition: HsEdition): ReadonlyMap<string, readonly string[]> | null;
  /** The code of the edition before that each code is converted to; null: no table. */
  previous(edition: HsEdition): ReadonlyMap<string, string> | null;
}

const outside = '-';

/**
 * Carries a list of SITC basic headings over to every edition of the HS: for each six-digit code that any group
 * touches its group by conversion, its group resolved, and the groups of all its links.
 *
 * Resolved: a code converted to a parent all of whose leaves are in one group is in that group; one converted to a
 * mixed parent follows the conversion of the edition before until the group is certain, and is outside where it never is.
 * @example alignSitcList(new Map([['5413', 'pharmacy']]), { revision: 4, leaves: ['5413'], conversion: () => new Map([['300310', '5413']]), correlation: () => null, previous: () => null })[0].resolved // 'pharmacy'
 */
export function alignSitcList(
  groupOfLeaf: ReadonlyMap<string, string>,
  tables: SitcTables,
): readonly AlignmentRow[] {
  const groupsOf = groupsBelow(groupOfLeaf, tables.leaves);
  const resolve = (edition: HsEdition, hs6: string): string => {
    const sitc = tables.conversion(edition)?.get(hs6);
    if (sitc === undefined) return outside;
    const groups = groupsOf(sitc);
    if (groups.length === 1) return groups[0] ?? outside;
    const before = hsEditions[hsEditions.indexOf(edition) - 1];
    const earlier = tables.previous(edition)?.get(hs6);
    return before === undefined || earlier === undefined ? outside : resolve(before, earlier);
  };
  return hsEditions.flatMap((edition) => {
    const conversion = tables.conversion(edition);
    const correlation = tables.correlation(edition);
    if (conversion === null) return [];
    return [...conversion.keys()].sort().flatMap((hs6): AlignmentRow[] => {
      const converted = conversion.get(hs6) ?? '';
      const linked = correlation === null ? [] : (correlation.get(hs6) ?? [converted]);
      const links = [...new Set(linked.flatMap(groupsOf))].sort();
      const unConversion = groupOfLeaf.get(converted) ?? outside;
      const resolved = resolve(edition, hs6);
      if ([unConversion, resolved, ...links].every((group) => group === outside)) return [];
      const sitc = [...new Set([converted, ...linked])].filter((code) =>
        groupsOf(code).some((group) => group !== outside),
      );
      return [
        {
          revision: tables.revision,
          edition,
          hs6,
          unConversion: unConversion === outside ? null : unConversion,
          resolved: resolved === outside ? null : resolved,
          links: correlation === null ? null : links,
          sitc,
        },
      ];
    });
  });
}

/** Groups of the leaves below a code, the code itself where it is a leaf; `-` for leaves outside. */
function groupsBelow(
  groupOfLeaf: ReadonlyMap<string, string>,
  leaves: readonly string[],
): (sitc: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (sitc) => {
    const found = known.get(sitc);
    if (found !== undefined) return found;
    const below = leaves.filter((leaf) => leaf.startsWith(sitc));
    const groups = [
      ...new Set((below.length === 0 ? [sitc] : below).map((leaf) => groupOfLeaf.get(leaf) ?? outside)),
    ];
    known.set(sitc, groups);
    return groups;
  };
}

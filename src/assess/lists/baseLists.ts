import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import { productListCodes } from '../../classifications/productLists.ts';
import { highTechnologyGroups } from '../../classifications/segmentSystems.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import type { ResolvedOptions } from '../options.ts';
import type { EditionBridges } from './bridges.ts';
import type { CodeSelection, EditionList } from './editionList.ts';
import { carriedWeights, type SegmentLists } from './segmentLists.ts';

/** What the base of the index counts for a segment under a bound; null: everything. */
export type BaseLists = (segment: Segment, bound: Bound) => EditionList | null;

/** The base that the options choose. */
export function baseLists(options: ResolvedOptions, lists: SegmentLists, bridges: EditionBridges): BaseLists {
  const { base } = options;
  if (base === 'total') return () => null;
  if (base === 'high-tech') {
    const armament = options.system.id === 'nine';
    const groups = highTechnologyGroups()
      .map((group) => group.id)
      .filter((group) => armament || group !== 'armament');
    const whole: Segment = { id: '(high technology)', name: { ru: '', en: '' }, groups };
    return (_segment, bound) => lists(whole, bound);
  }
  const carried = (edition: HsEdition, codes: (at: HsEdition) => readonly string[]): CodeSelection => {
    const to = options.inEdition;
    const bridge = to === null || to === edition ? null : bridges.bridge(edition);
    const wanted = new Map(codes(bridge === null ? edition : (to ?? edition)).map((code) => [code, 1]));
    return { by: 'hs6', weights: bridge === null ? wanted : carriedWeights(bridge.links, wanted) };
  };
  if (base === 'non-resource') {
    const list: EditionList = (edition) =>
      carried(edition, (at) => [...productListCodes('non-resource', at)].sort());
    return () => list;
  }
  const digits = base === 'chapter' ? 2 : 4;
  return (segment, bound) => (edition) => {
    const beginnings = (at: HsEdition): ReadonlySet<string> | null => {
      const selection = lists(segment, bound)(at);
      return selection === null
        ? null
        : new Set([...selection.weights.keys()].map((code) => code.slice(0, digits)));
    };
    const to = options.inEdition;
    if (to === null || to === edition) {
      const codes = beginnings(edition);
      return codes === null
        ? null
        : { by: base, weights: new Map([...codes].sort().map((code) => [code, 1])) };
    }
    const codes = beginnings(to);
    if (codes === null) return null;
    return carried(edition, (at) =>
      [...hsCodesOf(at)].filter((hs6) => codes.has(hs6.slice(0, digits))).sort(),
    );
  };
}

import { productListCodes } from '../classifications/productLists.ts';
import { highTechnologyGroups } from '../classifications/segmentSystems.ts';
import type { HsEdition } from '../domain/edition.ts';
import type { Bound } from '../domain/highTechnologyList.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { ResolvedOptions } from './options.ts';
import { type CodeSum, readCodeSums } from './readSums.ts';
import { allCodes, type SegmentCodes } from './segmentLists.ts';

/** Base B(region, segment) of the index under one bound of the list. */
export type BaseOf = (region: string, segment: Segment, bound: Bound) => number;

/** Prepares the base that the options choose; `totals` are all exports by region. */
export async function baseSums(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  lists: SegmentCodes,
  editions: readonly HsEdition[],
  totals: ReadonlyMap<string, number>,
): Promise<BaseOf> {
  const { base } = options;
  if (base === 'total') return (region) => totals.get(region) ?? 0;
  if (base === 'non-resource') {
    const codes = new Set(editions.flatMap((edition) => [...productListCodes('non-resource', edition)]));
    const sums = await taken(workspace, options, 'hs6', [...codes].sort());
    const inList = sums.filter((sum) => productListCodes('non-resource', sum.edition).has(sum.code));
    const byRegion = addByRegion(inList);
    return (region) => byRegion.get(region) ?? 0;
  }
  if (base === 'high-tech') {
    const armament = options.system.id === 'nine';
    const groups = highTechnologyGroups()
      .map((group) => group.id)
      .filter((group) => armament || group !== 'armament');
    const whole: Segment = { id: '(high technology)', name: { ru: '', en: '' }, groups };
    const sums = await taken(workspace, options, 'hs6', allCodes(lists, [whole], editions));
    const byBound = new Map<Bound, ReadonlyMap<string, number>>();
    return (region, _segment, bound) => {
      const known =
        byBound.get(bound) ??
        addByRegion(sums.filter((sum) => lists(whole, sum.edition, bound)?.has(sum.code)));
      byBound.set(bound, known);
      return known.get(region) ?? 0;
    };
  }
  const digits = base === 'chapter' ? 2 : 4;
  const sums = await taken(workspace, options, base, null);
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (region, segment, bound) => {
    const key = `${segment.id} ${bound}`;
    const byRegion =
      known.get(key) ??
      addByRegion(
        sums.filter((sum) =>
          [...(lists(segment, sum.edition, bound) ?? [])].some((code) => code.slice(0, digits) === sum.code),
        ),
      );
    known.set(key, byRegion);
    return byRegion.get(region) ?? 0;
  };
}

async function taken(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  by: 'hs6' | 'heading' | 'chapter',
  codes: readonly string[] | null,
): Promise<readonly CodeSum[]> {
  const sums = await readCodeSums(workspace, options.flow, options.period, by, codes);
  return sums.filter((sum) => options.reExports === 'include' || !sum.reExport);
}

function addByRegion(sums: readonly CodeSum[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const sum of sums) total.set(sum.region, (total.get(sum.region) ?? 0) + sum.valueUsd);
  return total;
}

import { productListCodes } from '../../classifications/productLists.ts';
import { loadSegmentSystem } from '../../classifications/segmentSystems.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { IndicatorSeries } from '../../domain/scorecard/indicatorSystem.ts';
import type { Segment, SegmentSystem } from '../../domain/segmentSystem.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { wholeOf } from '../highTech.ts';
import { noBridges } from '../lists/bridges.ts';
import type { EditionList } from '../lists/editionList.ts';
import { bounds, segmentLists } from '../lists/segmentLists.ts';
import { readStatusSums, type StatusSum } from '../readSums.ts';
import { selectedSums } from '../selectedSums.ts';

type Computed = NonNullable<IndicatorSeries['computed']>;

/** Series that the workspace's exports give, by region and year, in dollars. */
export interface ExportSeries {
  readonly system: SegmentSystem;
  readonly statusSums: readonly StatusSum[];
  readonly editions: readonly HsEdition[];
  /** Years with all their months. */
  readonly wholeYears: readonly number[];
  /** Regions that export anything in a year. */
  regions(year: number): readonly string[];
  /** Null in a year that is not whole or not there, under a list that is not known, and without an exchange rate. */
  amount(computed: Computed, region: string, year: number, bound: Bound): number | null;
  /** What is counted, null: everything. */
  list(computed: Computed, bound: Bound): EditionList | null;
}

/** Reads once what the indicators may need of the exports of all years. */
export async function exportSeries(
  workspace: WorkspaceReader,
  question: { readonly segments: string; readonly reExports: 'exclude' | 'include' },
  known?: SegmentSystem,
): Promise<ExportSeries> {
  const covered = workspace.coverage.filter((one) => one.flow === 'export');
  const years = covered.map((one) => one.year).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined)
    throw new TrajectaError('no-data', {
      ru: 'В рабочей области нет данных вывоза.',
      en: 'The workspace holds no exports.',
    });
  const period = { fromYear: first, toYear: last, months: null };
  const system = known ?? (await loadSegmentSystem(question.segments));
  const statusSums = await readStatusSums(workspace, 'export', period);
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const lists = segmentLists(
    { revision: 4, alignment: 'resolved', inEdition: null },
    workspace.concordances,
    noBridges,
  );
  const whole: Segment = {
    id: 'all',
    name: { ru: 'Высокие технологии', en: 'High technology' },
    ...wholeOf(system.segments, system.id),
  };
  const highTech = new Map(bounds.map((bound) => [bound, lists(whole, bound)]));
  const products = new Map(
    (['non-resource', 'non-energy', 'power-engineering'] as const).map((id) => [id, productList(id)]),
  );
  const list = (computed: Computed, bound: Bound): EditionList | null =>
    computed === 'exports'
      ? null
      : computed === 'high-tech'
        ? (highTech.get(bound) ?? null)
        : (products.get(computed) ?? null);
  const sums = await selectedSums(
    workspace,
    { flow: 'export', period, reExports: question.reExports },
    [...highTech.values(), ...products.values()],
    editions,
  );
  const counted = statusSums.filter((sum) => question.reExports === 'include' || !sum.reExport);
  const totals = new Map<string, { value: number; rateless: boolean }>();
  const editionsOf = new Map<number, Set<HsEdition>>();
  for (const sum of counted) {
    const key = `${sum.year} ${sum.region}`;
    const total = totals.get(key) ?? { value: 0, rateless: false };
    totals.set(key, { value: total.value + sum.valueUsd, rateless: total.rateless || sum.withoutRate > 0 });
    editionsOf.set(sum.year, (editionsOf.get(sum.year) ?? new Set<HsEdition>()).add(sum.edition));
  }
  const wholeYears = covered
    .filter((one) => one.months.includes(0) || one.months.length === 12)
    .map((one) => one.year)
    .sort((a, b) => a - b);
  const kept = new Map<string, ReadonlyMap<string, number> | null>();
  const byRegion = (computed: Computed, year: number, bound: Bound) => {
    const key = `${computed} ${bound} ${year}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const of = list(computed, bound);
    const mine = editionsOf.get(year);
    const isKnown = of !== null && [...(mine ?? [])].every((edition) => of(edition) !== null);
    const empty: EditionList = (edition) => of?.(edition) ?? { by: 'hs6', weights: new Map() };
    const made = isKnown ? sums(empty, year) : null;
    kept.set(key, made);
    return made;
  };
  return {
    system,
    statusSums,
    editions,
    wholeYears,
    list,
    regions: (year) =>
      [...new Set(counted.filter((sum) => sum.year === year).map((sum) => sum.region))]
        .filter((region) =>
          workspace.territories.territories.some((one) => one.id === region && one.kind === 'region'),
        )
        .sort(),
    amount: (computed, region, year, bound) => {
      const total = totals.get(`${year} ${region}`);
      if (!wholeYears.includes(year) || total === undefined || (total.rateless && total.value === 0))
        return null;
      if (computed === 'exports') return total.value;
      const sumsOfYear = byRegion(computed, year, bound);
      return sumsOfYear === null ? null : (sumsOfYear.get(region) ?? 0);
    },
  };
}

function productList(id: 'non-resource' | 'non-energy' | 'power-engineering'): EditionList {
  return (edition) => ({
    by: 'hs6',
    weights: new Map([...productListCodes(id, edition)].sort().map((code) => [code, 1])),
  });
}

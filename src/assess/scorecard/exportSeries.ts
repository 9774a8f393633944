import { productListCodes } from '../../classifications/productLists.ts';
import { loadSegmentSystem } from '../../classifications/segmentSystems.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { Period } from '../../domain/period.ts';
import type { IndicatorSeries } from '../../domain/scorecard/indicatorSystem.ts';
import type { Segment, SegmentSystem } from '../../domain/segmentSystem.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { regionSums } from '../../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { wholeOf } from '../highTech.ts';
import { keptWith } from '../keptWith.ts';
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

interface SeriesQuestion {
  readonly segments: string;
  readonly reExports: 'exclude' | 'include';
}

/** Read once, however many questions rest on them. */
const kept = keptWith<WorkspaceReader, ExportSeries>(8);

/** What the indicators may need of the exports of all years. */
export async function exportSeries(
  workspace: WorkspaceReader,
  question: SeriesQuestion,
  known?: SegmentSystem,
): Promise<ExportSeries> {
  const system = known ?? (await loadSegmentSystem(question.segments));
  const key = canonicalJson({ system, reExports: question.reExports });
  return kept(workspace, key, () => readExportSeries(workspace, system, question.reExports));
}

async function readExportSeries(
  workspace: WorkspaceReader,
  system: SegmentSystem,
  reExports: SeriesQuestion['reExports'],
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
    { flow: 'export', period, reExports },
    [...highTech.values()],
    editions,
  );
  const productSums = new Map(
    await Promise.all(
      [...products].map(
        async ([id, of]) =>
          [id, await wholeListSums(workspace, { period, reExports }, of, statusSums)] as const,
      ),
    ),
  );
  const counted = statusSums.filter((sum) => reExports === 'include' || !sum.reExport);
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
  // Added up now, so that the lines need not be kept.
  const byRegion = new Map<string, ReadonlyMap<string, number> | null>();
  for (const year of wholeYears)
    for (const computed of ['high-tech', 'non-resource', 'non-energy', 'power-engineering'] as const)
      for (const bound of bounds) {
        const of = list(computed, bound);
        const mine = editionsOf.get(year);
        const isKnown = of !== null && [...(mine ?? [])].every((edition) => of(edition) !== null);
        // Only the list of high technology has bounds.
        const same = computed === 'high-tech' ? undefined : byRegion.get(`${computed} ${bounds[0]} ${year}`);
        const inYear: EditionList = (edition) =>
          (mine?.has(edition) === true ? of?.(edition) : null) ?? { by: 'hs6', weights: new Map() };
        const mineOf =
          computed === 'high-tech'
            ? () => sums(inYear, year)
            : () => productSums.get(computed)?.get(year) ?? new Map<string, number>();
        byRegion.set(`${computed} ${bound} ${year}`, same ?? (isKnown ? mineOf() : null));
      }
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
      const sumsOfYear = byRegion.get(`${computed} ${bound} ${year}`) ?? null;
      return sumsOfYear === null ? null : (sumsOfYear.get(region) ?? 0);
    },
  };
}

/**
 * Dollars by year and region of lists of thousands of codes that count whole: added up by the store, an edition at a time,
 * as the codes of a list are those of an edition.
 */
async function wholeListSums(
  workspace: WorkspaceReader,
  { period, reExports }: { readonly period: Period; readonly reExports: SeriesQuestion['reExports'] },
  list: EditionList,
  statusSums: readonly StatusSum[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const found = new Map<number, Map<string, number>>();
  for (const edition of new Set(statusSums.map((sum) => sum.edition))) {
    const years = statusSums.filter((sum) => sum.edition === edition).map((sum) => sum.year);
    const rows = await workspace.engine.query(
      regionSums({
        flow: 'export',
        period: { ...period, fromYear: minimum(years), toYear: maximum(years) },
        by: ['year', 'edition', 're_export'],
        codes: [...(list(edition)?.weights.keys() ?? [])],
      }),
    );
    for (const row of rows) {
      if (row.edition !== edition || (reExports === 'exclude' && row.re_export === true)) continue;
      const ofYear = found.get(Number(row.year)) ?? new Map<string, number>();
      const region = String(row.region);
      ofYear.set(region, (ofYear.get(region) ?? 0) + Number(row.value_usd ?? 0));
      found.set(Number(row.year), ofYear);
    }
  }
  return found;
}

function minimum(years: readonly number[]): number {
  return years.reduce((least, year) => Math.min(least, year));
}

function maximum(years: readonly number[]): number {
  return years.reduce((most, year) => Math.max(most, year));
}

function productList(id: 'non-resource' | 'non-energy' | 'power-engineering'): EditionList {
  return (edition) => ({
    by: 'hs6',
    weights: new Map([...productListCodes(id, edition)].sort().map((code) => [code, 1])),
  });
}

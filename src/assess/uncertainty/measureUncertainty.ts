import type { UncertaintyOptions, UncertaintyRow } from '../../api/uncertainty.ts';
import { measureContext } from '../../domain/measures/measureContext.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import { findMeasure, measures } from '../../domain/measures/registry.ts';
import { periodText } from '../../domain/period.ts';
import { ranksOf } from '../../domain/ranksOf.ts';
import { seededRandom } from '../../domain/seededRandom.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { workspaceColumns } from '../measures/workspaceColumns.ts';
import type { ResolvedOptions } from '../options.ts';
import { rowId } from '../trace/figureId.ts';
import { bootstrapMeasure, measureValues } from './bootstrapMeasure.ts';
import { spread } from './indexUncertainty.ts';

type Digits = 2 | 4 | 6;

/** A measure by region of the registry. Throws `bad-option` naming those that there are. */
export function regionMeasure(id: string): MeasureDefinition {
  const found = findMeasure(id);
  if (found !== null && isOfRegions(found)) return found;
  const known = ['trajectory-index', ...measures.filter(isOfRegions).map((one) => one.id)].join(', ');
  throw new TrajectaError('bad-option', {
    ru: `Меры «${id}» по регионам нет. Есть: ${known}.`,
    en: `There is no measure "${id}" by region. There are: ${known}.`,
  });
}

/** One value for each region, from its exports by product in one period and nothing else. */
function isOfRegions(measure: MeasureDefinition): boolean {
  return (
    measure.by === 'region' &&
    measure.requires.length === 0 &&
    measure.needs.every((name) => name === 'region' || name === 'product')
  );
}

/** Uncertainty of a measure of the registry for all regions, over all products. */
export async function measureUncertainty(
  workspace: WorkspaceReader,
  options: UncertaintyOptions,
  resolved: ResolvedOptions,
  run: string,
): Promise<UncertaintyRow[]> {
  const measure = regionMeasure(options.measure ?? '');
  if (options.over === 'partners') {
    throw new TrajectaError('bad-option', {
      ru: 'Меры по товарам проверяются выборками товаров: --over partners — только для индекса траектории.',
      en: 'Measures over products are drawn over products: --over partners is for the trajectory index only.',
    });
  }
  const digits = options.digits ?? 6;
  const { flow, period, reExports } = resolved;
  const matrixOf = async (depth: Digits) => {
    const question = { flow, period, digits: depth, reExports, partner: false };
    return measureContext((await workspaceColumns(workspace, measure, question)).columns).matrix;
  };
  const matrix = await matrixOf(digits);
  const chosen = measureValues(measure, matrix, {});
  const summaries = bootstrapMeasure(
    measure,
    matrix,
    {},
    options.draws ?? 1000,
    seededRandom(options.seed ?? 1),
  );
  const ranks = ranksOf(chosen.map((one) => one.value));
  const variants: {
    id: string;
    dimension: 'threshold' | 'digits';
    ru: string;
    en: string;
    values: readonly (number | null)[];
  }[] = [];
  if (measure.options.includes('threshold'))
    for (const threshold of [0.5, 0.75, 1.25, 1.5])
      variants.push({
        id: `threshold-${threshold}`,
        dimension: 'threshold',
        ru: `порог присутствия RCA ${String(threshold).replace('.', ',')}`,
        en: `presence from RCA ${threshold}`,
        values: measureValues(measure, matrix, { threshold }).map((one) => one.value),
      });
  for (const depth of ([2, 4, 6] as const).filter((one) => one !== digits)) {
    const other = await matrixOf(depth).catch((error: unknown) => {
      if (error instanceof TrajectaError && error.code === 'no-data') return null;
      throw error;
    });
    if (other === null) continue;
    const values = measureValues(measure, other, {});
    const at = new Map(other.regions.map((region, place) => [region, values[place]?.value ?? null]));
    variants.push({
      id: `digits-${depth}`,
      dimension: 'digits',
      ru: `товары по ${depth} знакам`,
      en: `products of ${depth} digits`,
      values: matrix.regions.map((region) => at.get(region) ?? null),
    });
  }
  const ranked = variants.map((one) => ({ ...one, ranks: ranksOf(one.values) }));
  return matrix.regions.map((region, r): UncertaintyRow => {
    const under = ranked.map((one) => ({
      variant: one.id,
      dimension: one.dimension,
      name: { ru: one.ru, en: one.en },
      value: one.values[r] ?? null,
      rank: one.ranks[r] ?? null,
      verdict: null,
    }));
    const summary = summaries[r];
    if (summary === undefined) throw new Error(`No draws of ${region}`);
    return {
      id: rowId(run, periodText(period), 'all', region),
      period: periodText(period),
      segment: 'all',
      segmentName: { ru: 'все товары', en: 'all goods' },
      territory: region,
      territoryName: workspace.territories.territories.find((one) => one.id === region)?.name ?? {
        ru: region,
        en: region,
      },
      measure: measure.id,
      value: chosen[r]?.value ?? null,
      reason: chosen[r]?.reason ?? null,
      rank: ranks[r] ?? null,
      ranked: ranks.filter((rank) => rank !== null).length,
      verdict: null,
      lines: matrix.products.length,
      ...summary,
      ...spread(chosen[r]?.value ?? null, ranks[r] ?? null, under),
      verdictChanges: [],
      variants: under,
    };
  });
}

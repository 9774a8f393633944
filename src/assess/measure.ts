import type { MeasureAnswer } from '../api/measureAnswer.ts';
import type { Finding } from '../domain/finding.ts';
import {
  type MeasureContext,
  type MeasureOptions,
  measureContext,
  rowsOf,
} from '../domain/measures/measureContext.ts';
import type { MeasureDefinition } from '../domain/measures/registry.ts';
import { type TradeMatrix, tradeMatrixOfRows } from '../domain/measures/tradeMatrix.ts';
import type { Period } from '../domain/period.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Flow } from '../store/cube.ts';
import { regionSums } from '../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { type Grouping, mergedInto } from './mergedInto.ts';

const ofComplexity = ['eci', 'pci', 'outlook-index', 'outlook-gain'];

/** A measure over a matrix as rows, with what must be known of its validity. */
export function measureMatrix(
  measure: MeasureDefinition,
  matrix: TradeMatrix,
  options: MeasureOptions,
  given: {
    readonly findings?: readonly Finding[];
    readonly manifest?: Readonly<Record<string, unknown>>;
  } = {},
): MeasureAnswer {
  const context = measureContext(matrix, options);
  const data = rowsOf(measure.compute(context)) as MeasureAnswer['data'];
  const { characteristic, ...rest } = options;
  void characteristic;
  return {
    data,
    findings: [...(given.findings ?? []), ...validity(measure, context)].map((one) => ({
      ...one,
      examples: [...(one.examples ?? [])],
    })),
    manifest: {
      measure: measure.id,
      options: { ...rest },
      regions: matrix.regions.length,
      products: matrix.products.length,
      ...given.manifest,
    },
  };
}

/** Components, eigenvalues and their gap, and what was left out, for measures that rest on complexity. */
function validity(measure: MeasureDefinition, context: MeasureContext): readonly Finding[] {
  if (!ofComplexity.includes(measure.id)) return [];
  const { components, eigenvalues, gap, reason, keptRegions, keptProducts } = context.complexity();
  const left = {
    regions: context.matrix.regions.filter((_, place) => !keptRegions.includes(place)),
    products: context.matrix.products.filter((_, place) => !keptProducts.includes(place)),
  };
  const shown = eigenvalues.map((value) => value.toPrecision(6)).join(', ');
  const findings: Finding[] = [
    {
      code: 'complexity-validity',
      severity: reason === null && (gap ?? 0) > 0.01 ? 'info' : 'warning',
      message: {
        ru: `Частей графа: ${components}; собственные числа: ${shown}; разрыв λ2 − λ3: ${gap === null ? '–' : gap.toPrecision(4)}${reason === null ? '' : `; не определено: ${reason}`}. Чем меньше разрыв, тем менее надёжен порядок.`,
        en: `Parts of the graph: ${components}; eigenvalues: ${shown}; gap λ2 − λ3: ${gap === null ? '–' : gap.toPrecision(4)}${reason === null ? '' : `; undefined: ${reason}`}. The smaller the gap, the less certain the order.`,
      },
    },
  ];
  if (left.regions.length + left.products.length > 0) {
    findings.push({
      code: 'left-out',
      severity: 'caveat',
      message: {
        ru: `Без присутствия и потому вне расчёта: регионов ${left.regions.length}, товаров ${left.products.length}.`,
        en: `Without presence and so left out: ${left.regions.length} regions, ${left.products.length} products.`,
      },
      count: left.regions.length + left.products.length,
      examples: [...left.regions.slice(0, 5), ...left.products.slice(0, 5)],
    });
  }
  return findings;
}

/**
 * Regions by product code of a workspace in a period: dictionary regions only, products of the digits asked for; members of
 * groups together, as one row with the sum of their values.
 */
export async function workspaceMatrix(
  workspace: WorkspaceReader,
  question: {
    readonly flow: Flow;
    readonly period: Period;
    readonly digits: 2 | 4 | 6;
    readonly reExports: 'exclude' | 'include';
    /** Left out: the regions (or countries) themselves. */
    readonly groups?: Grouping;
  },
): Promise<TradeMatrix> {
  const by = question.digits === 6 ? 'hs6' : question.digits === 4 ? 'heading' : 'chapter';
  const { flow, period } = question;
  const rows = await workspace.engine.query(
    regionSums({ flow, period, by: [by, 'edition', 're_export', 'status'], codes: null }),
  );
  const regions = new Set(
    workspace.territories.territories.filter((one) => one.kind === 'region').map((one) => one.id),
  );
  const editions = new Set<string>();
  const kept = rows.flatMap((row) => {
    const product = String(row[by] ?? '');
    const value = Number(row.value_usd ?? 0);
    if (product === '' || value <= 0 || row.status === 'confidential' || !regions.has(String(row.region)))
      return [];
    if (question.reExports === 'exclude' && row.re_export === true) return [];
    editions.add(String(row.edition));
    return [{ region: String(row.region), product, value }];
  });
  if (kept.length === 0) {
    throw new TrajectaError('no-data', {
      ru: 'За этот период по регионам и товарам данных нет.',
      en: 'There is no data by region and product for this period.',
    });
  }
  if (editions.size > 1) {
    throw new TrajectaError('bad-option', {
      ru: `Период охватывает редакции ${[...editions].sort().join(', ')}: коды разных редакций нельзя считать вместе. Задайте год или период одной редакции.`,
      en: `The period spans the editions ${[...editions].sort().join(', ')}: codes of different editions cannot be counted together. Give a year or period of one edition.`,
    });
  }
  const merged = question.groups === undefined ? null : mergedInto(workspace, question.groups, period);
  if (merged === null) return tradeMatrixOfRows(kept);
  return tradeMatrixOfRows(kept.map((row) => ({ ...row, region: merged(row.region) })));
}

import { measureContext } from '../../domain/measures/measureContext.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import type { TradeMatrix } from '../../domain/measures/tradeMatrix.ts';
import { resampleCounts } from '../../domain/resampleCounts.ts';
import { type DrawSummary, drawCollector } from './drawSummary.ts';

/** Values of a measure by region, in the order of the matrix; null where undefined. */
export function measureValues(
  measure: MeasureDefinition,
  matrix: TradeMatrix,
  options: MeasureOptions,
): readonly { readonly value: number | null; readonly reason: string | null }[] {
  const table = measure.compute(measureContext(matrix, options));
  return matrix.regions.map((_, r) => {
    const reason = table.undefinedAt.get(r) ?? null;
    return { value: reason === null ? (table.values[r] as number) : null, reason };
  });
}

/**
 * Bootstrap of a measure by region: in each draw as many products as the table has are drawn with replacement; a
 * product drawn twice stands as two products. The measure is computed anew on the table drawn.
 */
export function bootstrapMeasure(
  measure: MeasureDefinition,
  matrix: TradeMatrix,
  options: MeasureOptions,
  draws: number,
  random: () => number,
): readonly DrawSummary[] {
  const collector = drawCollector(matrix.regions.length);
  const counts = new Int32Array(matrix.products.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = drawnMatrix(matrix, resampleCounts(counts, random));
    collector.add(
      measureValues(measure, drawn, options).map((one) => one.value),
      null,
    );
  }
  return collector.summaries();
}

/** The matrix with each product as often as it was drawn, its copies side by side. */
export function drawnMatrix(matrix: TradeMatrix, counts: Int32Array): TradeMatrix {
  const first = new Int32Array(counts.length);
  const products: string[] = [];
  for (let q = 0; q < counts.length; q += 1) {
    first[q] = products.length;
    for (let copy = 0; copy < (counts[q] as number); copy += 1) products.push(matrix.products[q] ?? '');
  }
  const n = matrix.regions.length;
  const rowStart = new Int32Array(n + 1);
  let size = 0;
  for (let r = 0; r < n; r += 1) {
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      size += counts[matrix.column[at] as number] as number;
    rowStart[r + 1] = size;
  }
  const column = new Int32Array(size);
  const value = new Float64Array(size);
  let put = 0;
  for (let at = 0; at < matrix.column.length; at += 1) {
    const q = matrix.column[at] as number;
    for (let copy = 0; copy < (counts[q] as number); copy += 1) {
      column[put] = (first[q] as number) + copy;
      value[put] = matrix.value[at] as number;
      put += 1;
    }
  }
  return { regions: matrix.regions, products, rowStart, column, value };
}

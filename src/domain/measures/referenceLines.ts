import { linesOfColumns } from './linesOfColumns.ts';
import { matrixOfColumns } from './matrixOfColumns.ts';
import type { MeasureContext } from './measureContext.ts';
import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

/**
 * Values by line of what a region is compared with: all regions, all less the region, or the region that is the reference.
 * @example referenceLines(measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }])), tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }]), 0)[0] // 2
 */
export function referenceLines(context: MeasureContext, matrix: TradeMatrix, region: number): Float64Array {
  const { reference = 'all', flow = 'export', over = 'product', period } = context.options;
  if (reference === 'all' || reference === 'others') {
    const all = marginsOf(matrix).byProduct;
    if (reference === 'others')
      for (
        let at = matrix.rowStart[region] as number;
        at < (matrix.rowStart[region + 1] as number);
        at += 1
      ) {
        const q = matrix.column[at] as number;
        const whole = all[q] as number;
        const left = whole - (matrix.value[at] as number);
        all[q] = left <= whole * 1e-12 ? 0 : left;
      }
    return all;
  }
  const { columns } = context;
  const world = matrixOfColumns(
    { ...columns, product: linesOfColumns(columns, over) },
    { ...(columns.flow === undefined ? {} : { flow }), ...(period === undefined ? {} : { period }) },
  );
  const values = new Float64Array(matrix.products.length);
  const place = world.regions.indexOf(reference);
  for (let at = world.rowStart[place] as number; at < (world.rowStart[place + 1] as number); at += 1)
    values[world.column[at] as number] = world.value[at] as number;
  return values;
}

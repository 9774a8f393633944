import type { Measured } from '../measured.ts';
import { measureContext } from './measureContext.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import type { MeasureOptions } from './measureOptions.ts';
import type { TradeColumns } from './tradeColumns.ts';

/**
 * Whether a measure gives one value for each region.
 * @example isRegionMeasure(findMeasure('hhi')) // true
 */
export function isRegionMeasure(measure: MeasureDefinition): boolean {
  return measure.by === 'region';
}

/**
 * Values of a measure by region, in the order of the labels (without the region that stands for the reference).
 * @example regionValues(findMeasure('hhi'), tradeColumnsOf({ region: ['A'], product: ['x'], value: [1] })) // [{ value: 1 }]
 */
export function regionValues(
  measure: MeasureDefinition,
  columns: TradeColumns,
  options: MeasureOptions = {},
): readonly Measured[] {
  const table = measure.compute(measureContext(columns, options));
  return Array.from(table.values, (value, place): Measured => {
    const reason = table.undefinedAt.get(place);
    return reason === undefined ? { value } : { value: null, reason };
  });
}

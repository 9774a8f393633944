import type { Measured, UndefinedReason } from '../measured.ts';
import type { MeasureContext } from './measureContext.ts';
import { type MeasuredAxis, type MeasuredTable, tableOf, tableOfCells } from './measuredTable.ts';
import type { RcaValues } from './rcaAgainst.ts';
import type { TradeMatrix } from './tradeMatrix.ts';

// Shapes that many measures share: from what is computed to a table with reasons.

/** Axes of regions and products. @example pairAxes(tradeMatrixOfRows([]))[0].name // 'region' */
export function pairAxes(matrix: TradeMatrix): readonly MeasuredAxis[] {
  return [
    { name: 'region', labels: matrix.regions },
    { name: 'product', labels: matrix.products },
  ];
}

/**
 * A table of all pairs from the entries of a matrix; a pair that is not there gets `absent`; null stands for `zero-value`.
 * @example pairTable(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }]), rcaAgainst(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }]), { against: 'all', base: null }), (at) => at, () => 0).values[0] // 0
 */
export function pairTable(
  matrix: TradeMatrix,
  reasons: Pick<RcaValues, 'entryReason' | 'regionReason' | 'productReason'>,
  entry: (at: number, r: number, q: number) => number | null,
  absent: (r: number, q: number) => number | null,
): MeasuredTable {
  const p = matrix.products.length;
  const values = new Float64Array(matrix.regions.length * p);
  const undefinedAt = new Map<number, UndefinedReason>();
  for (let r = 0; r < matrix.regions.length; r += 1) {
    let at = matrix.rowStart[r] as number;
    const end = matrix.rowStart[r + 1] as number;
    const ofRegion = reasons.regionReason(r);
    for (let q = 0; q < p; q += 1) {
      const cell = r * p + q;
      const here = at < end && matrix.column[at] === q;
      const reason = ofRegion ?? reasons.productReason(q) ?? (here ? reasons.entryReason(at) : null);
      if (reason !== null) undefinedAt.set(cell, reason);
      else {
        const value = here ? entry(at, r, q) : absent(r, q);
        if (value === null) undefinedAt.set(cell, 'zero-value');
        else values[cell] = value;
      }
      if (here) at += 1;
    }
  }
  return { axes: pairAxes(matrix), values, undefinedAt };
}

/**
 * A value for each region from its row of values over all lines (products, or as `over` says).
 * @example lineTable(measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }])), (values) => ({ value: values[0] })).values[0] // 2
 */
export function lineTable(
  context: MeasureContext,
  measure: (values: Float64Array, matrix: TradeMatrix, region: number) => Measured,
): MeasuredTable {
  const matrix = context.lineMatrix();
  const values = new Float64Array(matrix.products.length);
  const results = matrix.regions.map((_, r) => {
    values.fill(0);
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      values[matrix.column[at] as number] = matrix.value[at] as number;
    return measure(values, matrix, r);
  });
  return tableOf('region', matrix.regions, results);
}

/**
 * Values by region or product of which those outside the kept places are undefined (`no-presence`).
 * @example keptTable('region', ['A', 'B'], [1, 2], [1], null).undefinedAt.get(0) // 'no-presence'
 */
export function keptTable(
  name: 'region' | 'product',
  labels: readonly string[],
  values: ArrayLike<number>,
  places: ArrayLike<number>,
  reason: UndefinedReason | null,
): MeasuredTable {
  const inside = new Set(Array.from(places));
  return tableOf(
    name,
    labels,
    labels.map((_, place): Measured => {
      if (!inside.has(place)) return { value: null, reason: 'no-presence' };
      return reason === null ? { value: values[place] as number } : { value: null, reason };
    }),
  );
}

/**
 * A value of the product space for each pair: undefined where the product has no proximities, and, where it needs
 * complexity, where that is undefined.
 * @example spaceTable(measureContext(tradeMatrixOfRows([])), () => 0, false).values.length // 0
 */
export function spaceTable(
  context: MeasureContext,
  value: (cell: number) => number,
  needsComplexity: boolean,
): MeasuredTable {
  const space = context.productSpace();
  const p = context.matrix.products.length;
  const undefinedAt = new Map<number, UndefinedReason>();
  const reason = needsComplexity ? context.complexity().reason : null;
  const values = new Float64Array(space.density.length);
  for (let cell = 0; cell < values.length; cell += 1) {
    if (reason !== null) undefinedAt.set(cell, reason);
    else if (space.proximitySum[cell % p] === 0) undefinedAt.set(cell, 'no-presence');
    else values[cell] = value(cell);
  }
  return { axes: pairAxes(context.matrix), values, undefinedAt };
}

/**
 * A value for each pair of regions from their rows of values over all products.
 * @example regionPairTable(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }]), (a, b) => ({ value: a[0] + b[0] })).values[0] // 4
 */
export function regionPairTable(
  matrix: TradeMatrix,
  measure: (a: Float64Array, b: Float64Array) => Measured,
  second: TradeMatrix = matrix,
): MeasuredTable {
  const rowsOfMatrix = (of: TradeMatrix) =>
    of.regions.map((_, r) => {
      const values = new Float64Array(of.products.length);
      for (let at = of.rowStart[r] as number; at < (of.rowStart[r + 1] as number); at += 1)
        values[of.column[at] as number] = of.value[at] as number;
      return values;
    });
  const rows = rowsOfMatrix(matrix);
  const others = second === matrix ? rows : rowsOfMatrix(second);
  return tableOfCells(
    [
      { name: 'region', labels: matrix.regions },
      { name: 'other-region', labels: second.regions },
    ],
    rows.flatMap((a) => others.map((b) => measure(a, b))),
  );
}

/**
 * A table of the same terms for each region.
 * @example termTable(['A'], ['x', 'y'], () => [{ value: 1 }, { value: 2 }]).values[1] // 2
 */
export function termTable(
  regions: readonly string[],
  terms: readonly string[],
  measure: (region: number) => readonly Measured[],
): MeasuredTable {
  return tableOfCells(
    [
      { name: 'region', labels: regions },
      { name: 'term', labels: terms },
    ],
    regions.flatMap((_, region) => measure(region)),
  );
}

import type { TradeMatrix } from './tradeMatrix.ts';

/** Which products each region has: lists by region and, the same, by product. */
export interface Presence {
  readonly regions: readonly string[];
  readonly products: readonly string[];
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly columnStart: Int32Array;
  readonly row: Int32Array;
}

export interface PresenceRule {
  /** RCA from which a product counts as present. */
  readonly threshold: number;
  /** `at-least` (>=, most programs) or `above` (>, the Stata package). */
  readonly comparison: 'at-least' | 'above';
}

/** RCA of at least 1. */
export const usualPresence: PresenceRule = { threshold: 1, comparison: 'at-least' };

/**
 * Presence M(r,p) of entries whose measure (RCA, usually) reaches the threshold. Values of 0 are never present.
 * @example presenceOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }, { region: 'B', product: 'y', value: 1 }]), new Float64Array([2, 2])).column.length // 2
 */
export function presenceOf(
  matrix: TradeMatrix,
  measure: Float64Array,
  rule: PresenceRule = usualPresence,
): Presence {
  const { threshold, comparison } = rule;
  const strict = comparison === 'above';
  const rowStart = new Int32Array(matrix.regions.length + 1);
  const column = new Int32Array(matrix.column.length);
  let count = 0;
  for (let r = 0; r < matrix.regions.length; r += 1) {
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const x = measure[at] as number;
      if (strict ? x > threshold : x >= threshold) {
        column[count] = matrix.column[at] as number;
        count += 1;
      }
    }
    rowStart[r + 1] = count;
  }
  return withColumns(matrix.regions, matrix.products, rowStart, column.slice(0, count));
}

/**
 * Presence given by lists of products by region; the lists by product are made of them.
 * @example withColumns(['A'], ['x'], new Int32Array([0, 1]), new Int32Array([0])).row.length // 1
 */
export function withColumns(
  regions: readonly string[],
  products: readonly string[],
  rowStart: Int32Array,
  column: Int32Array,
): Presence {
  const columnStart = new Int32Array(products.length + 1);
  for (let at = 0; at < column.length; at += 1) {
    const q = (column[at] as number) + 1;
    columnStart[q] = (columnStart[q] as number) + 1;
  }
  for (let q = 0; q < products.length; q += 1)
    columnStart[q + 1] = (columnStart[q + 1] as number) + (columnStart[q] as number);
  const place = columnStart.slice(0, products.length);
  const row = new Int32Array(column.length);
  for (let r = 0; r < regions.length; r += 1) {
    for (let at = rowStart[r] as number; at < (rowStart[r + 1] as number); at += 1) {
      const q = column[at] as number;
      row[place[q] as number] = r;
      place[q] = (place[q] as number) + 1;
    }
  }
  return { regions, products, rowStart, column, columnStart, row };
}

/**
 * Diversity: number of products that each region has.
 * @example diversityOf(withColumns(['A'], ['x'], new Int32Array([0, 1]), new Int32Array([0])))[0] // 1
 */
export function diversityOf(presence: Presence): Int32Array {
  return Int32Array.from(
    { length: presence.regions.length },
    (_, r) => (presence.rowStart[r + 1] as number) - (presence.rowStart[r] as number),
  );
}

/**
 * Ubiquity: number of regions that have each product.
 * @example ubiquityOf(withColumns(['A'], ['x'], new Int32Array([0, 1]), new Int32Array([0])))[0] // 1
 */
export function ubiquityOf(presence: Presence): Int32Array {
  return Int32Array.from(
    { length: presence.products.length },
    (_, q) => (presence.columnStart[q + 1] as number) - (presence.columnStart[q] as number),
  );
}

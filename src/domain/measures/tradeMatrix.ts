/**
 * Values of regions by product, each pair once, by region and within it by product: row `r` holds the entries from
 * `rowStart[r]` up to `rowStart[r + 1]`. What is not there is 0.
 */
export interface TradeMatrix {
  readonly regions: readonly string[];
  readonly products: readonly string[];
  readonly rowStart: Int32Array;
  /** Number of the product of each entry. */
  readonly column: Int32Array;
  /** Above 0. */
  readonly value: Float64Array;
}

/** Long rows in columns: numbers of regions and products, and values, all of one length. */
export interface EncodedColumns {
  readonly regions: readonly string[];
  readonly products: readonly string[];
  readonly region: ArrayLike<number>;
  readonly product: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** Largest table of regions by products that is filled cell by cell; above it rows are sorted. */
const denseCells = 40_000_000;

/**
 * A matrix of long rows; rows of the same region and product are added. Regions and products without any value stay,
 * with nothing in them. Throws RangeError naming the row where a value is negative, NaN or infinite, or a number lies
 * outside its labels.
 * @example tradeMatrixOf({ regions: ['A'], products: ['x', 'y'], region: [0, 0], product: [1, 1], value: [2, 3] }).value[0] // 5
 */
export function tradeMatrixOf(columns: EncodedColumns): TradeMatrix {
  const { regions, products, region, product, value } = columns;
  const rows = value.length;
  if (region.length !== rows || product.length !== rows)
    throw new RangeError(`Columns differ in length: ${region.length}, ${product.length}, ${rows}`);
  const n = regions.length;
  const p = products.length;
  for (let row = 0; row < rows; row += 1) {
    const x = value[row] as number;
    const r = region[row] as number;
    const q = product[row] as number;
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY))
      throw new RangeError(`Row ${row + 1}: the value ${x} is not a number of 0 or more`);
    if (!(r >= 0 && r < n) || !(q >= 0 && q < p))
      throw new RangeError(`Row ${row + 1}: no region ${r} or product ${q}`);
  }
  return n * p <= denseCells ? fromCells(columns) : fromSorted(columns);
}

function fromCells({ regions, products, region, product, value }: EncodedColumns): TradeMatrix {
  const p = products.length;
  const cells = new Float64Array(regions.length * p);
  for (let row = 0; row < value.length; row += 1) {
    const cell = (region[row] as number) * p + (product[row] as number);
    cells[cell] = (cells[cell] as number) + (value[row] as number);
  }
  let count = 0;
  for (let cell = 0; cell < cells.length; cell += 1) if ((cells[cell] as number) > 0) count += 1;
  const rowStart = new Int32Array(regions.length + 1);
  const column = new Int32Array(count);
  const sums = new Float64Array(count);
  let at = 0;
  for (let r = 0; r < regions.length; r += 1) {
    for (let q = 0, cell = r * p; q < p; q += 1, cell += 1) {
      const x = cells[cell] as number;
      if (x > 0) {
        column[at] = q;
        sums[at] = x;
        at += 1;
      }
    }
    rowStart[r + 1] = at;
  }
  return { regions, products, rowStart, column, value: sums };
}

function fromSorted({ regions, products, region, product, value }: EncodedColumns): TradeMatrix {
  const counts = new Int32Array(regions.length + 1);
  for (let row = 0; row < value.length; row += 1)
    counts[(region[row] as number) + 1] = (counts[(region[row] as number) + 1] as number) + 1;
  for (let r = 0; r < regions.length; r += 1)
    counts[r + 1] = (counts[r + 1] as number) + (counts[r] as number);
  const place = counts.slice(0, regions.length);
  const order = new Int32Array(value.length);
  for (let row = 0; row < value.length; row += 1) {
    const r = region[row] as number;
    order[place[r] as number] = row;
    place[r] = (place[r] as number) + 1;
  }
  const column: number[] = [];
  const sums: number[] = [];
  const rowStart = new Int32Array(regions.length + 1);
  for (let r = 0; r < regions.length; r += 1) {
    const own = order.subarray(counts[r] as number, counts[r + 1] as number);
    own.sort((a, b) => (product[a] as number) - (product[b] as number));
    const begin = column.length;
    for (const row of own) {
      const q = product[row] as number;
      const x = value[row] as number;
      if (x === 0) continue;
      if (column.length > begin && column[column.length - 1] === q)
        sums[sums.length - 1] = (sums[sums.length - 1] as number) + x;
      else {
        column.push(q);
        sums.push(x);
      }
    }
    rowStart[r + 1] = column.length;
  }
  return { regions, products, rowStart, column: Int32Array.from(column), value: Float64Array.from(sums) };
}

/** A row of a long table. */
export interface TradeRow {
  readonly region: string;
  readonly product: string;
  readonly value: number;
}

/**
 * A matrix of rows as objects; regions and products in the order of their names.
 * @example tradeMatrixOfRows([{ region: 'B', product: 'x', value: 1 }, { region: 'A', product: 'x', value: 2 }]).regions // ['A', 'B']
 */
export function tradeMatrixOfRows(rows: readonly TradeRow[]): TradeMatrix {
  const regions = [...new Set(rows.map((row) => row.region))].sort();
  const products = [...new Set(rows.map((row) => row.product))].sort();
  const regionAt = new Map(regions.map((name, place) => [name, place]));
  const productAt = new Map(products.map((name, place) => [name, place]));
  return tradeMatrixOf({
    regions,
    products,
    region: Int32Array.from(rows, (row) => regionAt.get(row.region) ?? -1),
    product: Int32Array.from(rows, (row) => productAt.get(row.product) ?? -1),
    value: Float64Array.from(rows, (row) => row.value),
  });
}

/**
 * Sums by region and by product, and of everything.
 * @example marginsOf(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }])).total // 2
 */
export function marginsOf(matrix: TradeMatrix): {
  readonly byRegion: Float64Array;
  readonly byProduct: Float64Array;
  readonly total: number;
} {
  const byRegion = new Float64Array(matrix.regions.length);
  const byProduct = new Float64Array(matrix.products.length);
  let total = 0;
  for (let r = 0; r < byRegion.length; r += 1) {
    let sum = 0;
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const x = matrix.value[at] as number;
      const q = matrix.column[at] as number;
      sum += x;
      byProduct[q] = (byProduct[q] as number) + x;
    }
    byRegion[r] = sum;
    total += sum;
  }
  return { byRegion, byProduct, total };
}

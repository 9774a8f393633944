import type { CodeColumn, CodedColumn, TradeColumns } from './tradeColumns.ts';
import { codeColumns } from './tradeColumns.ts';

export type DrawnOver = 'product' | 'partner';

/**
 * The table with each product, or partner, as often as `counts` says, by its place among the labels. Copies stand side by
 * side as lines of their own (`apart`), or their values are added up: each value times the count.
 * @example drawnColumns(tradeColumnsOf({ product: ['x', 'y'], value: [1, 2] }), 'product', [2, 0], true).product.labels // ['x', 'x']
 */
export function drawnColumns(
  columns: TradeColumns,
  over: DrawnOver,
  counts: ArrayLike<number>,
  apart: boolean,
): TradeColumns {
  const drawn = columns[over];
  if (drawn === undefined) throw new RangeError(`The table has no column ${over}`);
  return apart ? copied(columns, over, drawn, counts) : weighted(columns, drawn, counts);
}

function weighted(columns: TradeColumns, drawn: CodedColumn, counts: ArrayLike<number>): TradeColumns {
  const times = (numbers: ArrayLike<number>) => {
    const made = new Float64Array(numbers.length);
    for (let row = 0; row < made.length; row += 1)
      made[row] = (numbers[row] as number) * (counts[drawn.codes[row] as number] as number);
    return made;
  };
  const { value, quantity } = columns;
  return {
    ...columns,
    value: times(value),
    ...(quantity === undefined ? {} : { quantity: times(quantity) }),
  };
}

function copied(
  columns: TradeColumns,
  over: DrawnOver,
  drawn: CodedColumn,
  counts: ArrayLike<number>,
): TradeColumns {
  const first = new Int32Array(drawn.labels.length);
  const labels: string[] = [];
  drawn.labels.forEach((label, code) => {
    first[code] = labels.length;
    for (let copy = 0; copy < (counts[code] as number); copy += 1) labels.push(label);
  });
  let size = 0;
  for (let row = 0; row < columns.value.length; row += 1)
    size += counts[drawn.codes[row] as number] as number;
  const repeated = <Numbers extends Int32Array | Float64Array>(from: ArrayLike<number>, into: Numbers) => {
    for (let row = 0, put = 0; row < from.length; row += 1)
      for (let left = counts[drawn.codes[row] as number] as number; left > 0; left -= 1, put += 1)
        into[put] = from[row] as number;
    return into;
  };
  const made: Partial<Record<CodeColumn, CodedColumn>> = {};
  for (const name of codeColumns) {
    const column = columns[name];
    if (column === undefined || name === over) continue;
    made[name] = { labels: column.labels, codes: repeated(column.codes, new Int32Array(size)) };
  }
  const codes = new Int32Array(size);
  for (let row = 0, put = 0; row < columns.value.length; row += 1) {
    const code = drawn.codes[row] as number;
    for (let copy = 0; copy < (counts[code] as number); copy += 1, put += 1)
      codes[put] = (first[code] as number) + copy;
  }
  const { value, quantity } = columns;
  return {
    ...made,
    [over]: { labels, codes },
    value: repeated(value, new Float64Array(size)),
    ...(quantity === undefined ? {} : { quantity: repeated(quantity, new Float64Array(size)) }),
  };
}

import {
  type CodeColumn,
  type CodedColumn,
  codeColumns,
  type TradeColumns,
} from '../../domain/measures/tradeColumns.ts';

/**
 * A table with the rows of another table behind it, as one region that stands for the reference. Only columns that both
 * have stay.
 */
export function withReference(
  columns: TradeColumns,
  world: TradeColumns,
): { readonly columns: TradeColumns; readonly reference: string } {
  let reference = 'reference';
  while (columns.region?.labels.includes(reference) === true) reference += '*';
  const rows = columns.value.length;
  const more = world.value.length;
  const joined: Partial<Record<CodeColumn, CodedColumn>> = {};
  for (const name of codeColumns) {
    const own = columns[name];
    const theirs = name === 'region' ? { labels: [reference], codes: new Int32Array(more) } : world[name];
    if (own === undefined || theirs === undefined) continue;
    const labels = [...new Set([...own.labels, ...theirs.labels])].sort();
    const place = new Map(labels.map((label, at) => [label, at]));
    const codes = new Int32Array(rows + more);
    const put = (column: CodedColumn, start: number) => {
      const at = column.labels.map((label) => place.get(label) as number);
      for (let row = 0; row < column.codes.length; row += 1)
        codes[start + row] = at[column.codes[row] as number] as number;
    };
    put(own, 0);
    put(theirs, rows);
    joined[name] = { labels, codes };
  }
  const join = (own: ArrayLike<number>, theirs: ArrayLike<number>) => {
    const all = new Float64Array(rows + more);
    all.set(own, 0);
    all.set(theirs, rows);
    return all;
  };
  return {
    columns: {
      ...joined,
      value: join(columns.value, world.value),
      ...(columns.quantity === undefined || world.quantity === undefined
        ? {}
        : { quantity: join(columns.quantity, world.quantity) }),
    },
    reference,
  };
}

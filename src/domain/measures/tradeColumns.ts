/** A column of codes in a dictionary: row `i` holds `labels[codes[i]]`. */
export interface CodedColumn {
  readonly labels: readonly string[];
  readonly codes: ArrayLike<number>;
}

/** Columns of codes that a table of trade may have. */
export const codeColumns = ['region', 'product', 'partner', 'period', 'flow'] as const;
export type CodeColumn = (typeof codeColumns)[number];
export type ColumnName = CodeColumn | 'value' | 'quantity';

/**
 * Long rows of trade in columns of one length; nothing is copied. `period` labels are years or begin with them;
 * `flow` labels are `export` and `import` (without the column all is export). A quantity of 0 is not known.
 */
export interface TradeColumns {
  readonly region?: CodedColumn;
  readonly product?: CodedColumn;
  readonly partner?: CodedColumn;
  readonly period?: CodedColumn;
  readonly flow?: CodedColumn;
  readonly value: ArrayLike<number>;
  readonly quantity?: ArrayLike<number>;
}

/** The same with plain texts in place of dictionaries. */
export type PlainColumns = {
  readonly [Name in CodeColumn]?: readonly string[] | CodedColumn;
} & { readonly value: ArrayLike<number>; readonly quantity?: ArrayLike<number> };

/**
 * A dictionary column of texts, its labels in the order of their code points.
 * @example codedColumn(['b', 'a', 'b']) // { labels: ['a', 'b'], codes: new Int32Array([1, 0, 1]) }
 */
export function codedColumn(texts: readonly string[]): CodedColumn {
  const place = new Map<string, number>();
  const codes = new Int32Array(texts.length);
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] as string;
    let code = place.get(text);
    if (code === undefined) {
      code = place.size;
      place.set(text, code);
    }
    codes[row] = code;
  }
  const found = [...place.keys()];
  const order = found
    .map((_, code) => code)
    .sort((a, b) => ((found[a] as string) < (found[b] as string) ? -1 : 1));
  const rank = new Int32Array(found.length);
  order.forEach((code, position) => {
    rank[code] = position;
  });
  for (let row = 0; row < codes.length; row += 1) codes[row] = rank[codes[row] as number] as number;
  return { labels: order.map((code) => found[code] as string), codes };
}

/**
 * Columns of texts or dictionaries, checked. Dictionaries and values are taken as they are, texts are encoded. Throws
 * RangeError naming the row where lengths differ, a value or quantity is negative, NaN or infinite, or a code lies
 * outside its labels.
 * @example tradeColumnsOf({ region: ['A', 'A'], product: ['x', 'y'], value: [1, 2] }).product.labels // ['x', 'y']
 */
export function tradeColumnsOf(columns: PlainColumns): TradeColumns {
  const coded: Partial<Record<CodeColumn, CodedColumn>> = {};
  for (const name of codeColumns) {
    const column = columns[name];
    if (column !== undefined) coded[name] = 'codes' in column ? column : codedColumn(column);
  }
  const { value, quantity } = columns;
  const made = { ...coded, value, ...(quantity === undefined ? {} : { quantity }) };
  checkColumns(made);
  return made;
}

function checkColumns(columns: TradeColumns): void {
  const rows = columns.value.length;
  for (const name of codeColumns) {
    const column = columns[name];
    if (column === undefined) continue;
    if (column.codes.length !== rows)
      throw new RangeError(`Columns differ in length: ${name} ${column.codes.length}, value ${rows}`);
    for (let row = 0; row < rows; row += 1) {
      const code = column.codes[row] as number;
      if (!(code >= 0 && code < column.labels.length))
        throw new RangeError(`Row ${row + 1}: no ${name} ${code}; there are ${column.labels.length}`);
    }
  }
  checkNumbers('value', columns.value);
  if (columns.quantity === undefined) return;
  if (columns.quantity.length !== rows)
    throw new RangeError(`Columns differ in length: quantity ${columns.quantity.length}, value ${rows}`);
  checkNumbers('quantity', columns.quantity);
}

function checkNumbers(name: string, numbers: ArrayLike<number>): void {
  for (let row = 0; row < numbers.length; row += 1) {
    const x = numbers[row] as number;
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY))
      throw new RangeError(`Row ${row + 1}: the ${name} ${x} is not a number of 0 or more`);
  }
}

/** A row of a long table as an object. */
export type TradeRecord = { readonly [Name in CodeColumn]?: string } & {
  readonly value: number;
  readonly quantity?: number;
};

/**
 * Columns of rows as objects; columns are those that the first row has.
 * @example tradeColumnsOfRecords([{ region: 'A', product: 'x', value: 1 }]).region.labels // ['A']
 */
export function tradeColumnsOfRecords(records: readonly TradeRecord[]): TradeColumns {
  const first = records[0];
  const plain: { -readonly [Name in CodeColumn]?: readonly string[] } = {};
  for (const name of codeColumns)
    if (first === undefined ? name === 'region' || name === 'product' : first[name] !== undefined)
      plain[name] = records.map((record, row) => {
        const text = record[name];
        if (text === undefined) throw new RangeError(`Row ${row + 1} has no ${name}`);
        return text;
      });
  const value = Float64Array.from(records, (record) => record.value);
  return tradeColumnsOf(
    first?.quantity === undefined
      ? { ...plain, value }
      : { ...plain, value, quantity: Float64Array.from(records, (record) => record.quantity ?? 0) },
  );
}

/** Columns that are asked for and not there. @example missingColumns({ value: [] }, ['region', 'value']) // ['region'] */
export function missingColumns(columns: TradeColumns, needed: readonly ColumnName[]): readonly ColumnName[] {
  return needed.filter((name) => columns[name] === undefined);
}

/**
 * Labels of the periods in the order of time (of their texts).
 * @example periodsOf({ period: { labels: ['2020', '2019'], codes: [0, 1] }, value: [1, 1] }) // ['2019', '2020']
 */
export function periodsOf(columns: TradeColumns): readonly string[] {
  const { period } = columns;
  if (period === undefined) return [];
  const used = new Uint8Array(period.labels.length);
  for (let row = 0; row < period.codes.length; row += 1) used[period.codes[row] as number] = 1;
  return period.labels.filter((_, code) => used[code] === 1).sort();
}

/** Which rows count. */
export interface RowChoice {
  readonly flow?: 'export' | 'import';
  readonly period?: string;
  /** The region left out. */
  readonly without?: string;
}

/**
 * Numbers of the rows of a flow, a period, and without a region; null: all of them. Without a column of flows all rows
 * are exports.
 * @example rowsWhere({ flow: { labels: ['export', 'import'], codes: [0, 1] }, value: [1, 2] }, { flow: 'import' }) // new Int32Array([1])
 */
export function rowsWhere(columns: TradeColumns, choice: RowChoice): Int32Array | null {
  const conditions: (readonly [codes: ArrayLike<number>, code: number, equal: boolean])[] = [];
  if (choice.flow !== undefined) {
    if (columns.flow !== undefined)
      conditions.push([columns.flow.codes, columns.flow.labels.indexOf(choice.flow), true]);
    else if (choice.flow === 'import') return new Int32Array(0);
  }
  if (choice.period !== undefined && columns.period !== undefined)
    conditions.push([columns.period.codes, columns.period.labels.indexOf(choice.period), true]);
  if (choice.without !== undefined && columns.region !== undefined)
    conditions.push([columns.region.codes, columns.region.labels.indexOf(choice.without), false]);
  if (conditions.length === 0) return null;
  const kept: number[] = [];
  for (let row = 0; row < columns.value.length; row += 1)
    if (conditions.every(([codes, code, equal]) => (codes[row] === code) === equal)) kept.push(row);
  return Int32Array.from(kept);
}

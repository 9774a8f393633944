import type { Measured, UndefinedReason } from '../measured.ts';

export type AxisName =
  | 'region'
  | 'product'
  | 'partner'
  | 'period'
  | 'group'
  | 'other-region'
  | 'other-product'
  | 'order'
  | 'step'
  | 'term';

export interface MeasuredAxis {
  readonly name: AxisName;
  readonly labels: readonly string[];
}

/**
 * Values over one or more axes of names; null with a reason where undefined. Without `places` there is one value for
 * each combination, the last axis running fastest; with them only the combinations listed, `places[a][i]` being the
 * place of value `i` on axis `a`.
 */
export interface MeasuredTable {
  readonly axes: readonly MeasuredAxis[];
  readonly values: Float64Array;
  /** Reason of each undefined value; a value not in the map is defined. */
  readonly undefinedAt: ReadonlyMap<number, UndefinedReason>;
  readonly places?: readonly ArrayLike<number>[];
}

/**
 * A table over one axis from values with reasons.
 * @example tableOf('region', ['A'], [{ value: 1 }]).values[0] // 1
 */
export function tableOf(
  name: AxisName,
  labels: readonly string[],
  values: readonly Measured[],
): MeasuredTable {
  return tableOfCells([{ name, labels }], values);
}

/**
 * A table over all combinations of its axes from values with reasons.
 * @example tableOfCells([{ name: 'region', labels: ['A'] }, { name: 'term', labels: ['x', 'y'] }], [{ value: 1 }, { value: 2 }]).values[1] // 2
 */
export function tableOfCells(axes: readonly MeasuredAxis[], values: readonly Measured[]): MeasuredTable {
  const undefinedAt = new Map<number, UndefinedReason>();
  values.forEach((one, place) => {
    if (one.value === null) undefinedAt.set(place, one.reason);
  });
  return { axes, values: Float64Array.from(values, (one) => one.value ?? 0), undefinedAt };
}

/**
 * A table of the combinations listed only: each row the place on each axis, and its value.
 * @example rowsOf(sparseTable([{ name: 'region', labels: ['A', 'B'] }], [[[1], { value: 5 }]])) // [{ region: 'B', value: 5 }]
 */
export function sparseTable(
  axes: readonly MeasuredAxis[],
  rows: readonly (readonly [places: readonly number[], value: Measured])[],
): MeasuredTable {
  const table = tableOfCells(
    axes,
    rows.map(([, value]) => value),
  );
  return { ...table, places: axes.map((_, axis) => Int32Array.from(rows, ([places]) => places[axis] ?? 0)) };
}

/** A row of a measured table. */
export type MeasuredRow = { readonly [Name in AxisName]?: string } & {
  readonly value: number | null;
  readonly reason?: UndefinedReason;
};

/**
 * Rows of a measured table as objects.
 * @example rowsOf(tableOf('region', ['A'], [{ value: null, reason: 'no-presence' }])) // [{ region: 'A', value: null, reason: 'no-presence' }]
 */
export function rowsOf(table: MeasuredTable): readonly MeasuredRow[] {
  const { axes, places } = table;
  const strides = axes.map((_, axis) =>
    axes.slice(axis + 1).reduce((size, one) => size * one.labels.length, 1),
  );
  return Array.from(table.values, (value, place) => {
    const row: Record<string, string | number | null> = {};
    axes.forEach((axis, number) => {
      const at =
        places === undefined
          ? Math.floor(place / (strides[number] as number)) % axis.labels.length
          : (places[number]?.[place] as number);
      row[axis.name] = axis.labels[at] ?? '';
    });
    const reason = table.undefinedAt.get(place);
    row.value = reason === undefined ? value : null;
    if (reason !== undefined) row.reason = reason;
    return row as MeasuredRow;
  });
}

import type { Measured, UndefinedReason } from '../measured.ts';
import { type Complexity, type ComplexityConvention, complexityOf } from './complexity.ts';
import { densityOf, type ProductSpace } from './density.ts';
import { type Presence, presenceOf } from './presence.ts';
import { rcaOf } from './rca.ts';
import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

export interface MeasureOptions {
  /** RCA from which a product is present; 1. */
  readonly threshold?: number;
  readonly comparison?: 'at-least' | 'above';
  readonly convention?: ComplexityConvention;
  /** Proximity of a product to itself; 1. */
  readonly diagonal?: 0 | 1;
  /** Steps of fitness; 20. */
  readonly iterations?: number;
  /** Number of lines n for measures that depend on it; left out: all products of the table. */
  readonly lines?: number;
  /** Income per head, or another characteristic, by region. */
  readonly characteristic?: ReadonlyMap<string, number>;
  /** Digits of product codes that name their group, for related variety; 2. */
  readonly groupDigits?: number;
}

/** A matrix with what several measures share, made when it is first asked for. */
export interface MeasureContext {
  readonly matrix: TradeMatrix;
  readonly options: MeasureOptions;
  margins(): ReturnType<typeof marginsOf>;
  rca(): Float64Array;
  presence(): Presence;
  complexity(): Complexity;
  productSpace(): ProductSpace;
}

/**
 * The context of measures over one matrix.
 * @example measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }])).rca()[0] // 1
 */
export function measureContext(matrix: TradeMatrix, options: MeasureOptions = {}): MeasureContext {
  const margins = once(() => marginsOf(matrix));
  const rca = once(() => rcaOf(matrix));
  const presence = once(() =>
    presenceOf(matrix, rca(), {
      threshold: options.threshold ?? 1,
      comparison: options.comparison ?? 'at-least',
    }),
  );
  const complexity = once(() => complexityOf(presence(), options.convention ?? 'atlas'));
  const productSpace = once(() =>
    densityOf(presence(), { diagonal: options.diagonal ?? 1, weights: complexity().pci, gain: true }),
  );
  return { matrix, options, margins, rca, presence, complexity, productSpace };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Values over one or two axes of names, those of the second running fastest; null with a reason where undefined. */
export interface MeasuredTable {
  readonly axes: readonly {
    readonly name: 'region' | 'product' | 'other-region' | 'other-product';
    readonly labels: readonly string[];
  }[];
  readonly values: Float64Array;
  /** Reason of each undefined value; a value not in the map is defined. */
  readonly undefinedAt: ReadonlyMap<number, UndefinedReason>;
}

/**
 * A table over one axis from values with reasons.
 * @example tableOf('region', ['A'], [{ value: 1 }]).values[0] // 1
 */
export function tableOf(
  name: 'region' | 'product',
  labels: readonly string[],
  values: readonly Measured[],
): MeasuredTable {
  const undefinedAt = new Map<number, UndefinedReason>();
  values.forEach((one, place) => {
    if (one.value === null) undefinedAt.set(place, one.reason);
  });
  return {
    axes: [{ name, labels }],
    values: Float64Array.from(values, (one) => one.value ?? 0),
    undefinedAt,
  };
}

/**
 * Rows of a measured table as objects. @example rowsOf(tableOf('region', ['A'], [{ value: null, reason: 'no-presence' }])) // [{ region: 'A', value: null, reason: 'no-presence' }]
 */
export function rowsOf(table: MeasuredTable): readonly Readonly<Record<string, string | number | null>>[] {
  const [first, second] = table.axes;
  const inner = second?.labels ?? [''];
  const rows: Record<string, string | number | null>[] = [];
  for (let place = 0; place < table.values.length; place += 1) {
    const reason = table.undefinedAt.get(place);
    const row: Record<string, string | number | null> = {};
    if (first !== undefined) row[first.name] = first.labels[Math.floor(place / inner.length)] ?? '';
    if (second !== undefined) row[second.name] = second.labels[place % inner.length] ?? '';
    row.value = reason === undefined ? (table.values[place] as number) : null;
    if (reason !== undefined) row.reason = reason;
    rows.push(row);
  }
  return rows;
}

import { TrajectaError } from '../trajectaError.ts';
import { type Complexity, complexityOf } from './complexity.ts';
import { continuousProximity } from './continuousProximity.ts';
import { type Convention, conventions } from './conventions.ts';
import { densityOf } from './density.ts';
import { type Fitness, fitnessOf } from './fitness.ts';
import { linesOfColumns } from './linesOfColumns.ts';
import { matrixOfColumns } from './matrixOfColumns.ts';
import type { MeasureOptions } from './measureOptions.ts';
import { nearestOnly } from './nearestOnly.ts';
import { type Presence, presenceOf } from './presence.ts';
import { type ProductSpace, productSpaceOfMatrix } from './productSpaceOfMatrix.ts';
import { proximityOf } from './proximity.ts';
import { type RcaReference, type RcaValues, rcaAgainst } from './rcaAgainst.ts';
import { type Relations, relationsOf } from './relations.ts';
import { rpopOf } from './rpop.ts';
import { periodsOf, type RowChoice, type TradeColumns } from './tradeColumns.ts';
import { marginsOf, type TradeMatrix } from './tradeMatrix.ts';

/** A table with what several measures share, made when it is first asked for. */
export interface MeasureContext {
  readonly columns: TradeColumns;
  readonly options: MeasureOptions;
  /** The convention, with what the options say otherwise. */
  readonly convention: Convention;
  /** Regions by products of the flow and period asked for; without the region that stands for the reference. */
  readonly matrix: TradeMatrix;
  /** The same of a flow. */
  matrixOf(flow: 'export' | 'import'): TradeMatrix;
  /** Regions by lines: products, markets, or pairs, as `over` says. */
  lineMatrix(): TradeMatrix;
  margins(): ReturnType<typeof marginsOf>;
  rcaAgainst(matrix?: TradeMatrix): RcaValues;
  rca(): Float64Array;
  rpop(): Float64Array;
  presence(): Presence;
  complexity(): Complexity;
  /** After the iterations asked for, as the convention counts them. */
  fitness(): Fitness;
  /** Product × product. */
  proximity(): Float64Array;
  productSpace(): ProductSpace;
  /** First and last period asked for. Throws `no-data` where the table has no such periods, or only one. */
  span(): readonly [from: string, to: string];
  /** Relations in a period. */
  relations(period?: string, over?: 'product' | 'partner' | 'product-partner'): Relations;
}

/**
 * The context of measures over a table in columns, or over a matrix. Throws `bad-option` where the reference or period
 * named is not in the table.
 * @example measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }])).rca()[0] // 1
 */
export function measureContext(
  input: TradeColumns | TradeMatrix,
  options: MeasureOptions = {},
): MeasureContext {
  const given = 'rowStart' in input ? input : null;
  const columns = 'rowStart' in input ? columnsOfMatrix(input) : input;
  const named = options.convention ?? 'atlas';
  const convention = { ...conventions[named], ...chosen(options) };
  const reference = options.reference ?? 'all';
  const outside = reference === 'all' || reference === 'others' ? undefined : reference;
  checkLabels(columns, options, outside);
  const choice = (flow: 'export' | 'import', period = options.period): RowChoice => ({
    ...(columns.flow === undefined && flow === 'export' ? {} : { flow }),
    ...(period === undefined ? {} : { period }),
    ...(outside === undefined ? {} : { without: outside }),
  });
  const flow = options.flow ?? 'export';
  const whole = given !== null && outside === undefined && flow === 'export';
  const matrix = once(() => (whole ? given : matrixOfColumns(columns, choice(flow))));
  const margins = once(() => marginsOf(matrix()));
  const structureOf = (of: TradeMatrix, side: 'export' | 'import') => {
    if (outside === undefined) return reference === 'others' ? 'others' : 'all';
    const { without, ...rest } = choice(side);
    const world = matrixOfColumns(columns, rest);
    const place = world.regions.indexOf(without ?? '');
    const values = new Float64Array(of.products.length);
    for (let at = world.rowStart[place] as number; at < (world.rowStart[place + 1] as number); at += 1)
      values[world.column[at] as number] = world.value[at] as number;
    return values;
  };
  const rcaFor = (of: TradeMatrix, side: 'export' | 'import') =>
    rcaAgainst(of, {
      against: structureOf(of, side),
      base: baseOf(of, options.base),
      ...givenBase(of.regions, outside, options.baseValues),
    });
  const against = once(() => rcaFor(matrix(), flow));
  const rpop = once(() =>
    rpopOf(
      matrix(),
      matrix().regions.map((region) => options.population?.get(region) ?? null),
    ),
  );
  const presence = once(() => {
    const rule = { threshold: options.threshold ?? 1, comparison: convention.comparison };
    const by = options.presenceBy ?? 'rca';
    // An only exporter has no others to be compared with: whatever the threshold, it has the product.
    const rca = against().values.map((x, at) =>
      against().entryReason(at) === 'sole-exporter' ? Number.MAX_VALUE : x,
    );
    if (by === 'rca') return presenceOf(matrix(), rca, rule);
    if (by === 'rpop') return presenceOf(matrix(), rpop(), rule);
    const pick = by === 'both' ? Math.min : Math.max;
    return presenceOf(
      matrix(),
      rca.map((x, at) => pick(x, rpop()[at] as number)),
      rule,
    );
  });
  const complexity = once(() => complexityOf(presence(), named));
  const fitness = once(() => {
    const { iterations = 20, extremality = 1 } = options;
    return fitnessOf(presence(), Math.max(1, iterations - convention.fitnessStepsLess), extremality);
  });
  const proximity = once(() => {
    const variant = options.proximity ?? 'minimum';
    if (variant === 'continuous') return continuousProximity(matrix(), against().values, convention.diagonal);
    return proximityOf(presence(), undefined, convention.diagonal, variant);
  });
  const productSpace = once(() => {
    const weights = convention.outlookWeights === 'uncentred' ? complexity().uncentredPci : complexity().pci;
    const asked = { diagonal: convention.diagonal, weights, gain: true };
    if ((options.proximity ?? 'minimum') === 'minimum' && options.neighbours === undefined)
      return densityOf(presence(), asked);
    const { neighbours } = options;
    const near =
      neighbours === undefined ? proximity() : nearestOnly(proximity(), matrix().products.length, neighbours);
    const asymmetric = options.proximity === 'asymmetric' || neighbours !== undefined;
    return productSpaceOfMatrix(presence(), near, { ...asked, asymmetric });
  });
  return {
    columns,
    options,
    convention,
    get matrix() {
      return matrix();
    },
    matrixOf: (side) => (side === flow ? matrix() : matrixOfColumns(columns, choice(side))),
    lineMatrix: once(() => {
      const over = options.over ?? 'product';
      if (over === 'product') return matrix();
      return matrixOfColumns({ ...columns, product: linesOfColumns(columns, over) }, choice(flow));
    }),
    margins,
    rcaAgainst: (of) => (of === undefined ? against() : rcaFor(of, of === matrix() ? flow : other(flow))),
    rca: () => against().values,
    rpop,
    presence,
    complexity,
    fitness,
    proximity,
    productSpace,
    span: () => spanOf(columns, options),
    relations: (period, over = options.over ?? 'product') => {
      const { without, ...rest } = choice(flow, period ?? options.period);
      void without;
      return relationsOf(columns, over, reference, rest);
    },
  };
}

const other = (flow: 'export' | 'import') => (flow === 'export' ? 'import' : 'export');

/** What the options say otherwise than the convention. */
function chosen(options: MeasureOptions): Partial<Convention> {
  const { comparison, diagonal, gain } = options;
  return {
    ...(comparison === undefined ? {} : { comparison }),
    ...(diagonal === undefined ? {} : { diagonal }),
    ...(gain === undefined ? {} : { gain }),
  };
}

function baseOf(matrix: TradeMatrix, base: readonly string[] | undefined): Uint8Array | null {
  if (base === undefined) return null;
  return Uint8Array.from(matrix.products, (code) => (base.some((prefix) => code.startsWith(prefix)) ? 1 : 0));
}

/** The base as a table gives it, by region, and of the region that stands for the reference. */
function givenBase(
  regions: readonly string[],
  outside: string | undefined,
  values: MeasureOptions['baseValues'],
): Pick<RcaReference, 'baseOfRegion' | 'total'> {
  if (values === undefined) return {};
  const baseOfRegion = Float64Array.from(regions, (region) => values.get(region) ?? 0);
  return outside === undefined ? { baseOfRegion } : { baseOfRegion, total: values.get(outside) ?? 0 };
}

function checkLabels(columns: TradeColumns, options: MeasureOptions, outside: string | undefined): void {
  if (outside !== undefined && columns.region?.labels.includes(outside) !== true) {
    throw new TrajectaError('bad-option', {
      ru: `Эталон «${outside}»: такого региона в таблице нет. Можно: all, others или регион таблицы, например ${columns.region?.labels[0] ?? '–'}.`,
      en: `Reference "${outside}": the table has no such region. Accepted: all, others, or a region of the table, such as ${columns.region?.labels[0] ?? '–'}.`,
    });
  }
  const periods = columns.period === undefined ? null : periodsOf(columns);
  for (const period of [options.period, options.from, options.to]) {
    if (period === undefined || periods === null || periods.includes(period)) continue;
    throw new TrajectaError('bad-option', {
      ru: `Периода «${period}» в таблице нет. Есть: ${periods.join(', ')}.`,
      en: `The table has no period "${period}". There are: ${periods.join(', ')}.`,
    });
  }
}

function spanOf(columns: TradeColumns, options: MeasureOptions): readonly [string, string] {
  const periods = periodsOf(columns);
  const [from, to] = [options.from ?? periods[0], options.to ?? periods.at(-1)];
  if (from !== undefined && to !== undefined && from < to) return [from, to];
  throw new TrajectaError('no-data', {
    ru: `Нужны два периода, один раньше другого; в таблице: ${periods.join(', ') || 'ни одного'}.`,
    en: `Two periods are wanted, one before the other; the table has ${periods.join(', ') || 'none'}.`,
  });
}

function columnsOfMatrix(matrix: TradeMatrix): TradeColumns {
  const region = new Int32Array(matrix.column.length);
  for (let r = 0; r < matrix.regions.length; r += 1)
    region.fill(r, matrix.rowStart[r], matrix.rowStart[r + 1]);
  return {
    region: { labels: matrix.regions, codes: region },
    product: { labels: matrix.products, codes: matrix.column },
    value: matrix.value,
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

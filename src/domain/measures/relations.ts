import { type LinesOver, linesOfColumns } from './linesOfColumns.ts';
import { type RowChoice, rowsWhere, type TradeColumns } from './tradeColumns.ts';

/** What each region trades by line, in a flow and period, and what it is compared with. */
export interface Relations {
  readonly regions: readonly string[];
  readonly lines: readonly string[];
  /** Of pairs: the product and the market of each line. */
  readonly parts: readonly (readonly [product: string, partner: string])[];
  /** Value by line; lines without value are not there. */
  of(region: number): ReadonlyMap<number, number>;
  /** The same of what the region is compared with. */
  reference(region: number): ReadonlyMap<number, number>;
}

/**
 * Relations of regions by product, market, or both. `reference` is `all` (all regions together), `others` (all less the
 * region itself), or a region of the table, which then is no region of its own.
 * @example relationsOf(tradeColumnsOf({ region: ['A', 'B'], product: ['x', 'x'], value: [1, 2] }), 'product', 'others').reference(0) // new Map([[0, 2]])
 */
export function relationsOf(
  columns: TradeColumns,
  over: LinesOver,
  reference = 'all',
  choice: RowChoice = {},
): Relations {
  const line = linesOfColumns(columns, over);
  const region = columns.region ?? { labels: [], codes: [] };
  const named = reference === 'all' || reference === 'others' ? -1 : region.labels.indexOf(reference);
  const values = region.labels.map(() => new Map<number, number>());
  const all = new Map<number, number>();
  const rows = rowsWhere(columns, choice);
  const count = rows?.length ?? columns.value.length;
  for (let place = 0; place < count; place += 1) {
    const row = rows === null ? place : (rows[place] as number);
    const value = columns.value[row] as number;
    if (value === 0) continue;
    const code = line.codes[row] as number;
    const own = values[region.codes[row] as number];
    own?.set(code, (own.get(code) ?? 0) + value);
    if (named < 0) all.set(code, (all.get(code) ?? 0) + value);
  }
  const kept = region.labels.map((_, code) => code).filter((code) => code !== named);
  const of = (place: number) => values[kept[place] as number] ?? new Map<number, number>();
  return {
    regions: kept.map((code) => region.labels[code] as string),
    lines: line.labels,
    parts: line.parts,
    of,
    reference: (place) => {
      if (named >= 0) return values[named] ?? all;
      return reference === 'others' ? difference(all, of(place)) : all;
    },
  };
}

/** What is left of sums without parts of them; what rounding leaves of nothing is nothing. */
function difference(
  all: ReadonlyMap<number, number>,
  part: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const left = new Map(all);
  for (const [key, x] of part) {
    const total = all.get(key) ?? 0;
    if (total - x <= total * 1e-12) left.delete(key);
    else left.set(key, total - x);
  }
  return left;
}

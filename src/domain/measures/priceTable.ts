import type { Measured } from '../measured.ts';
import { chainedIndices } from './chainedIndices.ts';
import type { MeasureContext } from './measureContext.ts';
import type { MeasuredTable } from './measuredTable.ts';
import { termTable } from './measureTables.ts';
import { type PricedLine, type PriceIndices, priceIndices } from './priceIndices.ts';
import { periodsOf, rowsWhere } from './tradeColumns.ts';

type Cell = [value: number, quantity: number];

/**
 * Price and volume indices of each region between the first and last period asked for, over its products (and markets,
 * where the table has them); chained through the periods between where `chained`. Beside the indices named it tells
 * coverage and the number of matched lines.
 * @example rowsOf(priceTable(measureContext(tradeColumnsOf({ region: ['A', 'A'], product: ['x', 'x'], period: ['2019', '2020'], value: [10, 30], quantity: [5, 10] })), ['fisher']))[0] // { region: 'A', term: 'fisher', value: 1.5 }
 */
export function priceTable(
  context: MeasureContext,
  indices: readonly ('value' | 'laspeyres' | 'paasche' | 'fisher' | 'volume')[],
): MeasuredTable {
  const { columns, options } = context;
  const region = columns.region ?? { labels: [], codes: [] };
  const [from, to] = context.span();
  const periods =
    options.chained === true ? periodsOf(columns).filter((one) => one >= from && one <= to) : [from, to];
  const byPeriod = periods.map((period) => cellsOf(context, period));
  return termTable(region.labels, [...indices, 'coverage', 'matched'], (r): readonly Measured[] => {
    const links: PriceIndices[] = [];
    for (let link = 1; link < byPeriod.length; link += 1)
      links.push(priceIndices(linesOf(byPeriod[link - 1]?.[r], byPeriod[link]?.[r]), options.outliers));
    const found = chainedIndices(links);
    return [...indices.map((index) => found[index]), found.coverage, { value: found.matched }];
  });
}

/** By region: value and quantity of each line in a period. A line whose quantity is not known in some row has none. */
function cellsOf(context: MeasureContext, period: string): readonly Map<number, Cell>[] {
  const { columns, options } = context;
  const region = columns.region ?? { labels: [], codes: [] };
  const cells = region.labels.map(() => new Map<number, Cell>());
  const rows = rowsWhere(columns, {
    period,
    ...(columns.flow === undefined ? {} : { flow: options.flow ?? 'export' }),
  });
  const markets = columns.partner?.labels.length ?? 1;
  for (const row of rows ?? []) {
    const value = columns.value[row] as number;
    const quantity = columns.quantity?.[row] ?? 0;
    if (value === 0) continue;
    const key = (columns.product?.codes[row] ?? 0) * markets + (columns.partner?.codes[row] ?? 0);
    const own = cells[region.codes[row] as number];
    const cell = own?.get(key);
    if (cell === undefined) own?.set(key, [value, quantity]);
    else {
      cell[1] = cell[1] === 0 || quantity === 0 ? 0 : cell[1] + quantity;
      cell[0] += value;
    }
  }
  return cells;
}

function linesOf(
  before: ReadonlyMap<number, Cell> = new Map<number, Cell>(),
  after: ReadonlyMap<number, Cell> = new Map<number, Cell>(),
): readonly PricedLine[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [valueBefore, quantityBefore] = before.get(key) ?? [0, 0];
    const [valueAfter, quantityAfter] = after.get(key) ?? [0, 0];
    return { valueBefore, quantityBefore, valueAfter, quantityAfter };
  });
}

import type { Measured } from '../measured.ts';
import type { MeasureContext } from './measureContext.ts';
import { type MeasuredTable, sparseTable } from './measuredTable.ts';
import { rowsWhere } from './tradeColumns.ts';
import { unitValue } from './unitValue.ts';

interface Row {
  readonly value: number;
  readonly quantity: number;
}

/**
 * Unit values of the pairs of region and product that are traded: their own, or over those of the reference (`all`,
 * `others`, or a region of the table).
 * @example rowsOf(unitValueRows(measureContext(tradeColumnsOf({ region: ['A'], product: ['x'], value: [10], quantity: [5] })), 'own')) // [{ region: 'A', product: 'x', value: 2 }]
 */
export function unitValueRows(context: MeasureContext, kind: 'own' | 'relative'): MeasuredTable {
  const { columns, options } = context;
  const region = columns.region ?? { labels: [], codes: [] };
  const product = columns.product ?? { labels: [], codes: [] };
  const width = product.labels.length;
  const reference = options.reference ?? 'all';
  const outside = region.labels.indexOf(reference);
  const rows = rowsWhere(columns, {
    ...(columns.flow === undefined ? {} : { flow: options.flow ?? 'export' }),
    ...(options.period === undefined ? {} : { period: options.period }),
  });
  const byPair = new Map<number, Row[]>();
  const byProduct = new Map<number, { readonly region: number; readonly row: Row }[]>();
  const count = rows?.length ?? columns.value.length;
  for (let place = 0; place < count; place += 1) {
    const at = rows === null ? place : (rows[place] as number);
    const row = { value: columns.value[at] as number, quantity: columns.quantity?.[at] ?? 0 };
    if (row.value === 0) continue;
    const r = region.codes[at] as number;
    const q = product.codes[at] as number;
    const key = r * width + q;
    const own = byPair.get(key);
    if (own === undefined) byPair.set(key, [row]);
    else own.push(row);
    if (kind === 'own' || (outside >= 0 && r !== outside)) continue;
    const all = byProduct.get(q);
    if (all === undefined) byProduct.set(q, [{ region: r, row }]);
    else all.push({ region: r, row });
  }
  const keys = [...byPair.keys()]
    .filter((key) => kind === 'own' || Math.floor(key / width) !== outside)
    .sort((a, b) => a - b);
  const found = keys.map((key): readonly [readonly number[], Measured] => {
    const [r, q] = [Math.floor(key / width), key % width];
    const own = unitValue(byPair.get(key) ?? [], options.outliers).unitValue;
    if (kind === 'own' || own.value === null) return [[r, q], own];
    const compared = (byProduct.get(q) ?? []).filter((one) => reference !== 'others' || one.region !== r);
    const theirs = unitValue(
      compared.map((one) => one.row),
      options.outliers,
    ).unitValue;
    return [[r, q], theirs.value === null ? theirs : { value: own.value / theirs.value }];
  });
  return sparseTable(
    [
      { name: 'region', labels: region.labels },
      { name: 'product', labels: product.labels },
    ],
    found,
  );
}

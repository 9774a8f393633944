import { codedColumn, type RowChoice, rowsWhere, type TradeColumns } from './tradeColumns.ts';
import { type TradeMatrix, tradeMatrixOf } from './tradeMatrix.ts';

const none = codedColumn([]);

/**
 * The matrix of regions by products of a flow and a period; without a region where it is named (it stands for the
 * reference). Where all rows count they are read in place, with no copy. All labels stay, those without value too.
 * @example matrixOfColumns(tradeColumnsOf({ region: ['A', 'W'], product: ['x', 'x'], value: [1, 2] }), { without: 'W' }).regions // ['A']
 */
export function matrixOfColumns(columns: TradeColumns, choice: RowChoice = {}): TradeMatrix {
  const region = columns.region ?? none;
  const product = columns.product ?? none;
  const rows = rowsWhere(columns, choice);
  if (rows === null && choice.without === undefined)
    return tradeMatrixOf({
      regions: region.labels,
      products: product.labels,
      region: region.codes,
      product: product.codes,
      value: columns.value,
    });
  const left = choice.without === undefined ? -1 : region.labels.indexOf(choice.without);
  const chosen = rows ?? Int32Array.from({ length: columns.value.length }, (_, row) => row);
  return tradeMatrixOf({
    regions: region.labels.filter((_, code) => code !== left),
    products: product.labels,
    region: chosen.map((row) => {
      const code = region.codes[row] as number;
      return left >= 0 && code > left ? code - 1 : code;
    }),
    product: chosen.map((row) => product.codes[row] as number),
    value: Float64Array.from(chosen, (row) => columns.value[row] as number),
  });
}

import type { CodedColumn, TradeColumns } from './tradeColumns.ts';

export type LinesOver = 'product' | 'partner' | 'product-partner';

export interface LineColumn extends CodedColumn {
  /** Of pairs: the product and the market of each line. */
  readonly parts: readonly (readonly [product: string, partner: string])[];
}

/**
 * The lines that exports are spread over: products, markets, or pairs of both (as "product partner"), as one column.
 * Only pairs that occur are lines.
 * @example linesOfColumns(tradeColumnsOf({ product: ['x', 'x'], partner: ['m', 'n'], value: [1, 1] }), 'product-partner').labels // ['x m', 'x n']
 */
export function linesOfColumns(columns: TradeColumns, over: LinesOver): LineColumn {
  const nothing: CodedColumn = { labels: [], codes: [] };
  const product = columns.product ?? nothing;
  const partner = columns.partner ?? nothing;
  if (over !== 'product-partner') return { ...(over === 'product' ? product : partner), parts: [] };
  const width = partner.labels.length;
  const used = new Map<number, number>();
  const codes = new Int32Array(columns.value.length);
  const labels: string[] = [];
  const parts: (readonly [string, string])[] = [];
  for (let row = 0; row < codes.length; row += 1) {
    const q = product.codes[row] as number;
    const m = partner.codes[row] as number;
    let code = used.get(q * width + m);
    if (code === undefined) {
      code = labels.length;
      used.set(q * width + m, code);
      const part = [product.labels[q] as string, partner.labels[m] as string] as const;
      labels.push(part.join(' '));
      parts.push(part);
    }
    codes[row] = code;
  }
  return { labels, codes, parts };
}

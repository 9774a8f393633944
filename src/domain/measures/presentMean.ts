import { characteristicOf } from './lookUps.ts';
import type { MeasureContext } from './measureContext.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { type MeasuredTable, tableOf } from './measuredTable.ts';
import { presenceOptions } from './measureTexts.ts';
import { productMean } from './productMean.ts';

/**
 * Mean characteristic of the regions in which a product is present, weighted by presence alone or by presence and the
 * product's share in the region's exports.
 * @example presentMean(measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 2 }]), { characteristic: new Map([['A', 3]]) }), 'presence').values[0] // 3
 */
export function presentMean(
  context: MeasureContext,
  weights: 'presence' | 'presence and share',
): MeasuredTable {
  const { matrix } = context;
  const { rowStart, column } = context.presence();
  const present = new Uint8Array(matrix.value.length);
  for (let r = 0; r < matrix.regions.length; r += 1) {
    let at = matrix.rowStart[r] as number;
    for (let place = rowStart[r] as number; place < (rowStart[r + 1] as number); place += 1) {
      while (matrix.column[at] !== column[place]) at += 1;
      present[at] = 1;
    }
  }
  const weight =
    weights === 'presence'
      ? (_share: number, at: number) => present[at] as number
      : (share: number, at: number) => share * (present[at] as number);
  return tableOf('product', matrix.products, productMean(matrix, characteristicOf(context), weight));
}

/** What measures of such means say alike. */
export const ofPresentMean = {
  family: 'complexity',
  by: 'product',
  needs: ['region', 'product'],
  requires: ['characteristic'],
  unit: { ru: 'как у характеристики', en: 'as the characteristic' },
  range: 'within the characteristic',
  edges: {
    ru: 'без региона с присутствием и известной характеристикой — no-data',
    en: 'no-data without a region that has the product and a known characteristic',
  },
  options: ['characteristic', ...presenceOptions],
} as const satisfies Partial<MeasureDefinition>;

/** The same with the product's share in the weights. */
export const ofShareWeightedMean = {
  ...ofPresentMean,
  variant: {
    ru: 'веса — присутствие × доля товара в вывозе региона',
    en: "weights are presence × the product's share in the region's exports",
  },
  formula: 'Σ_r M(r,p) s_rp Y_r / Σ_r M(r,p) s_rp',
  tex: String.raw`\frac{\sum_r M_{rp} s_{rp} Y_r}{\sum_r M_{rp} s_{rp}}`,
  compute: (context: MeasureContext) => presentMean(context, 'presence and share'),
} as const satisfies Partial<MeasureDefinition>;

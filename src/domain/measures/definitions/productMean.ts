import { characteristicOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { presenceOptions } from '../measureTexts.ts';
import { productMean } from '../productMean.ts';

export const productMeanMeasure: MeasureDefinition = {
  id: 'product-mean',
  family: 'complexity',
  name: { ru: 'Среднее характеристики по товару', en: 'Product mean of a characteristic' },
  meaning: {
    ru: 'средняя характеристика регионов, у которых товар присутствует',
    en: 'mean characteristic of the regions in which the product is present',
  },
  variant: {
    ru: 'веса — присутствие; с долями в весах это PGI и PEII',
    en: 'weights are presence; with shares in the weights these are PGI and PEII',
  },
  formula: 'Σ_r M(r,p) Y_r / Σ_r M(r,p)',
  tex: String.raw`\frac{\sum_r M_{rp} Y_r}{\sum_r M_{rp}}`,
  by: 'product',
  needs: ['region', 'product'],
  requires: ['characteristic'],
  unit: { ru: 'как у характеристики', en: 'as the characteristic' },
  range: 'within the characteristic',
  edges: {
    ru: 'без региона с присутствием и известной характеристикой — no-data',
    en: 'no-data without a region that has the product and a known characteristic',
  },
  source: '–',
  agrees: [],
  options: ['characteristic', ...presenceOptions],
  compute: (context) => {
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
    const mean = productMean(matrix, characteristicOf(context), (_share, at) => present[at] as number);
    return tableOf('product', matrix.products, mean);
  },
};

import { characteristicOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { presenceOptions } from '../measureTexts.ts';
import { productMean } from '../productMean.ts';

export const pgiMeasure: MeasureDefinition = {
  id: 'pgi',
  family: 'complexity',
  name: { ru: 'Индекс Джини товара (PGI)', en: 'Product Gini index (PGI)' },
  meaning: {
    ru: 'какое неравенство доходов сопутствует товару; characteristic — коэффициенты Джини регионов',
    en: 'what inequality of incomes goes with a product; characteristic holds the Gini coefficients of the regions',
  },
  variant: {
    ru: 'веса — присутствие × доля товара в вывозе региона',
    en: "weights are presence × the product's share in the region's exports",
  },
  formula: 'Σ_r M(r,p) s_rp Y_r / Σ_r M(r,p) s_rp',
  tex: String.raw`\frac{\sum_r M_{rp} s_{rp} Y_r}{\sum_r M_{rp} s_{rp}}`,
  by: 'product',
  needs: ['region', 'product'],
  requires: ['characteristic'],
  unit: { ru: 'как у характеристики', en: 'as the characteristic' },
  range: 'within the characteristic',
  edges: {
    ru: 'без региона с присутствием и известной характеристикой — no-data',
    en: 'no-data without a region that has the product and a known characteristic',
  },
  source: 'Hartmann and others 2017',
  agrees: [{ software: 'Datawheel pmi', under: '', digits: null }],
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
    const mean = productMean(
      matrix,
      characteristicOf(context),
      (share, at) => share * (present[at] as number),
    );
    return tableOf('product', matrix.products, mean);
  },
};

import { characteristicOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { presenceOptions } from '../measureTexts.ts';
import { productMean } from '../productMean.ts';

export const peiiMeasure: MeasureDefinition = {
  id: 'peii',
  family: 'complexity',
  name: { ru: 'Индекс выбросоёмкости товара (PEII)', en: 'Product emission intensity index (PEII)' },
  meaning: {
    ru: 'какие выбросы сопутствуют товару; characteristic — выбросы на доллар ВВП регионов',
    en: 'what emissions go with a product; characteristic holds the emissions per dollar of GDP of the regions',
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
  source: 'Romero, Gramkow 2021',
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

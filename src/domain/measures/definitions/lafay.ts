import type { Measured } from '../../measured.ts';
import { lafay } from '../lafay.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { pairAxes } from '../measureTables.ts';

export const lafayMeasure: MeasureDefinition = {
  id: 'lafay',
  family: 'specialisation',
  name: { ru: 'Индекс Лафэя', en: 'Lafay index' },
  meaning: {
    ru: 'вклад товара в торговый баланс региона против нейтрального, в процентах оборота; выше 0 — преимущество',
    en: "the product's contribution to the trade balance of the region against a neutral one, in percent of turnover; above 0 is an advantage",
  },
  variant: { ru: 'Лафэ; сумма по товарам региона 0', en: 'Lafay; sums to 0 over the products of a region' },
  formula: 'LFI = 100 [(x − m)/(x + m) − (X − M)/(X + M)] (x + m)/(X + M)',
  tex: String.raw`LFI_{rp} = 100 \left[ \frac{x_{rp} - m_{rp}}{x_{rp} + m_{rp}} - \frac{X_r - M_r}{X_r + M_r} \right] \frac{x_{rp} + m_{rp}}{X_r + M_r}`,
  by: 'region × product',
  needs: ['region', 'product', 'flow'],
  requires: [],
  unit: { ru: 'проценты оборота', en: 'percent of turnover' },
  range: '−50 … 50',
  edges: {
    ru: 'товар без оборота — 0; регион без оборота — no-region-value',
    en: '0 for a product without turnover; no-region-value for a region without any',
  },
  source: 'Lafay 1992',
  agrees: [],
  options: ['period'],
  compute: (context) => {
    const [sold, bought] = [context.matrixOf('export'), context.matrixOf('import')];
    const row = (matrix: typeof sold, r: number) => {
      const values = new Float64Array(matrix.products.length);
      for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
        values[matrix.column[at] as number] = matrix.value[at] as number;
      return values;
    };
    const values = sold.regions.flatMap((_, r): readonly Measured[] => {
      const [x, m] = [row(sold, r), row(bought, r)];
      if (x.every((one) => one === 0) && m.every((one) => one === 0))
        return Array.from(x, () => ({ value: null, reason: 'no-region-value' }));
      return lafay(x, m).map((value) => ({ value }));
    });
    return tableOfCells(pairAxes(sold), values);
  },
};

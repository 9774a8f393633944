import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { pairAxes } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { vollrathOf } from '../vollrath.ts';

export const rxaMeasure: MeasureDefinition = {
  id: 'rxa',
  family: 'specialisation',
  name: { ru: 'Относительное преимущество вывоза', en: 'Relative export advantage' },
  meaning: {
    ru: 'преимущество по вывозу без двойного счёта',
    en: 'advantage in exports without double counting',
  },
  variant: {
    ru: 'Воллрат: регион и товар исключены из того, с чем сравнивают',
    en: 'Vollrath: region and product stand outside of what they are compared with',
  },
  formula: 'RXA = (x_rp / (X_r − x_rp)) / ((X_p − x_rp) / ((X − X_r) − (X_p − x_rp)))',
  tex: String.raw`RXA_{rp} = \frac{x_{rp} / (X_r - x_{rp})}{(X_p - x_{rp}) / ((X - X_r) - (X_p - x_{rp}))}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0 … ∞',
  edges: {
    ru: 'без торговли — no-region-value, no-product-value; никто другой товаром не торгует — sole-exporter; регион торгует только им — one-line',
    en: 'no-region-value, no-product-value without trade; sole-exporter where nobody else trades the product; one-line where the region trades nothing else',
  },
  source: 'Vollrath 1991',
  agrees: [],
  options: ['period'],
  compute: (context) =>
    tableOfCells(pairAxes(context.matrixOf('export')), vollrathOf(context.matrixOf('export'))),
};

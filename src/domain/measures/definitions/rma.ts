import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { pairAxes } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { vollrathOf } from '../vollrath.ts';

export const rmaMeasure: MeasureDefinition = {
  id: 'rma',
  family: 'specialisation',
  name: { ru: 'Относительное преимущество ввоза', en: 'Relative import advantage' },
  meaning: { ru: 'то же по ввозу', en: 'the same over imports' },
  variant: {
    ru: 'Воллрат: регион и товар исключены из того, с чем сравнивают',
    en: 'Vollrath: region and product stand outside of what they are compared with',
  },
  formula: 'RXA over imports',
  tex: String.raw`RMA_{rp} = \frac{m_{rp} / (M_r - m_{rp})}{(M_p - m_{rp}) / ((M - M_r) - (M_p - m_{rp}))}`,
  by: 'region × product',
  needs: ['region', 'product', 'flow'],
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
    tableOfCells(pairAxes(context.matrixOf('import')), vollrathOf(context.matrixOf('import'))),
};

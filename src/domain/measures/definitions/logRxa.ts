import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { pairAxes } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { vollrathOf } from '../vollrath.ts';

export const logRxaMeasure: MeasureDefinition = {
  id: 'log-rxa',
  family: 'specialisation',
  name: { ru: 'Логарифм преимущества вывоза', en: 'Logarithm of export advantage' },
  meaning: { ru: 'ln RXA: 0 — как у других', en: 'ln RXA: 0 is as in the others' },
  variant: {
    ru: 'Воллрат: регион и товар исключены из того, с чем сравнивают',
    en: 'Vollrath: region and product stand outside of what they are compared with',
  },
  formula: 'ln RXA',
  tex: String.raw`\ln RXA_{rp}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−∞ … ∞',
  edges: {
    ru: 'без торговли — no-region-value, no-product-value; никто другой товаром не торгует — sole-exporter; регион торгует только им — one-line; нет вывоза — zero-value',
    en: 'no-region-value, no-product-value without trade; sole-exporter where nobody else trades the product; one-line where the region trades nothing else; zero-value where there are no exports',
  },
  source: 'Vollrath 1991',
  agrees: [],
  options: ['period'],
  compute: (context) =>
    tableOfCells(
      pairAxes(context.matrixOf('export')),
      vollrathOf(context.matrixOf('export')).map((x): Measured => {
        if (x.value === null) return x;
        return x.value === 0 ? { value: null, reason: 'zero-value' } : { value: Math.log(x.value) };
      }),
    ),
};

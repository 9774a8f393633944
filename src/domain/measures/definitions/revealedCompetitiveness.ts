import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { pairAxes } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { vollrathOf } from '../vollrath.ts';

export const revealedCompetitivenessMeasure: MeasureDefinition = {
  id: 'revealed-competitiveness',
  family: 'specialisation',
  name: { ru: 'Выявленная конкурентоспособность', en: 'Revealed competitiveness' },
  meaning: {
    ru: 'логарифм преимущества вывоза минус логарифм преимущества ввоза',
    en: 'logarithm of the advantage in exports less that of imports',
  },
  variant: {
    ru: 'Воллрат: регион и товар исключены из того, с чем сравнивают',
    en: 'Vollrath: region and product stand outside of what they are compared with',
  },
  formula: 'RC = ln RXA − ln RMA',
  tex: String.raw`RC_{rp} = \ln RXA_{rp} - \ln RMA_{rp}`,
  by: 'region × product',
  needs: ['region', 'product', 'flow'],
  requires: [],
  unit: noUnit,
  range: '−∞ … ∞',
  edges: {
    ru: 'без торговли — no-region-value, no-product-value; никто другой товаром не торгует — sole-exporter; регион торгует только им — one-line; 0 по одной из сторон — zero-value',
    en: 'no-region-value, no-product-value without trade; sole-exporter where nobody else trades the product; one-line where the region trades nothing else; zero-value where either is 0',
  },
  source: 'Vollrath 1991',
  agrees: [],
  options: ['period'],
  compute: (context) => {
    const exports_ = context.matrixOf('export');
    const imports = vollrathOf(context.matrixOf('import'));
    return tableOfCells(
      pairAxes(exports_),
      vollrathOf(exports_).map((x, cell): Measured => {
        const m = imports[cell] as Measured;
        if (x.value === null) return x;
        if (m.value === null) return m;
        if (x.value === 0 || m.value === 0) return { value: null, reason: 'zero-value' };
        return { value: Math.log(x.value) - Math.log(m.value) };
      }),
    );
  },
};

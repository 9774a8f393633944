import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { pairAxes } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { vollrathOf } from '../vollrath.ts';

export const rtaMeasure: MeasureDefinition = {
  id: 'rta',
  family: 'specialisation',
  name: { ru: 'Относительное торговое преимущество', en: 'Relative trade advantage' },
  meaning: {
    ru: 'преимущество вывоза минус преимущество ввоза',
    en: 'advantage in exports less that in imports',
  },
  variant: {
    ru: 'Воллрат: регион и товар исключены из того, с чем сравнивают',
    en: 'Vollrath: region and product stand outside of what they are compared with',
  },
  formula: 'RTA = RXA − RMA',
  tex: 'RTA_{rp} = RXA_{rp} - RMA_{rp}',
  by: 'region × product',
  needs: ['region', 'product', 'flow'],
  requires: [],
  unit: noUnit,
  range: '−∞ … ∞',
  edges: {
    ru: 'без торговли — no-region-value, no-product-value; никто другой товаром не торгует — sole-exporter; регион торгует только им — one-line',
    en: 'no-region-value, no-product-value without trade; sole-exporter where nobody else trades the product; one-line where the region trades nothing else',
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
        return { value: x.value - m.value };
      }),
    );
  },
};

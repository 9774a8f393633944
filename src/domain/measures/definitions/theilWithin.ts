import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';
import { theil } from '../theil.ts';

export const theilWithinMeasure: MeasureDefinition = {
  id: 'theil-within',
  family: 'concentration',
  name: { ru: 'Индекс Тейла, интенсивная часть', en: 'Theil index, intensive part' },
  meaning: {
    ru: 'сосредоточенность среди вывозимых товаров',
    en: 'concentration among the products that are exported',
  },
  variant: {
    ru: 'n — все строки одной редакции, не только вывозимые',
    en: 'n is all lines of one edition, not only those exported',
  },
  formula: 'Theil index over the active lines',
  tex: String.raw`T_W = \frac{1}{n_{active}} \sum_{active} \frac{x_k}{\mu_{active}} \ln \frac{x_k}{\mu_{active}}`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: { ru: 'наты', en: 'nats' },
  range: '0 … ln n',
  edges: nothingTraded,
  source: 'Cadot, Carrère, Strauss-Kahn 2011',
  agrees: [],
  options: ['lines', 'over', 'flow', 'period'],
  compute: (context) =>
    lineTable(context, (values) => theil(values, context.options.lines ?? values.length).within),
};

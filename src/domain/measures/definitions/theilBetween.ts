import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';
import { theil } from '../theil.ts';

export const theilBetweenMeasure: MeasureDefinition = {
  id: 'theil-between',
  family: 'concentration',
  name: { ru: 'Индекс Тейла, экстенсивная часть', en: 'Theil index, extensive part' },
  meaning: {
    ru: 'сосредоточенность от того, что часть товаров не вывозится',
    en: 'concentration because some products are not exported',
  },
  variant: {
    ru: 'n — все строки одной редакции, не только вывозимые',
    en: 'n is all lines of one edition, not only those exported',
  },
  formula: 'ln(n / active lines)',
  tex: String.raw`T_B = \ln \frac{n}{n_{active}}`,
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
    lineTable(context, (values) => theil(values, context.options.lines ?? values.length).between),
};

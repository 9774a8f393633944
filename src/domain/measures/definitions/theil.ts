import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';
import { theil } from '../theil.ts';

export const theilMeasure: MeasureDefinition = {
  id: 'theil',
  family: 'concentration',
  name: { ru: 'Индекс Тейла', en: 'Theil index' },
  meaning: {
    ru: 'сосредоточенность; сумма экстенсивной и интенсивной частей',
    en: 'concentration; the sum of an extensive and an intensive part',
  },
  variant: {
    ru: 'n — все строки одной редакции, не только вывозимые',
    en: 'n is all lines of one edition, not only those exported',
  },
  formula: '(1/n) Σ (x/μ) ln(x/μ)',
  tex: String.raw`T = \frac{1}{n} \sum_k \frac{x_k}{\mu} \ln \frac{x_k}{\mu}`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: { ru: 'наты', en: 'nats' },
  range: '0 … ln n',
  edges: nothingTraded,
  source: 'Theil 1972; Cadot, Carrère, Strauss-Kahn 2011',
  agrees: [],
  options: ['lines', 'over', 'flow', 'period'],
  compute: (context) =>
    lineTable(context, (values) => theil(values, context.options.lines ?? values.length).total),
};

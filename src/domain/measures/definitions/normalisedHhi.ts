import { normalisedHerfindahl } from '../herfindahl.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { noUnit, oneLine } from '../measureTexts.ts';

export const normalisedHhiMeasure: MeasureDefinition = {
  id: 'normalised-hhi',
  family: 'concentration',
  name: { ru: 'Нормированный индекс Херфиндаля', en: 'Normalised Herfindahl index' },
  meaning: { ru: 'сосредоточенность от 0 до 1', en: 'concentration from 0 to 1' },
  variant: { ru: 'n — все строки таблицы или lines', en: 'n is all lines of the table, or lines' },
  formula: '(H − 1/n) / (1 − 1/n)',
  tex: String.raw`\frac{H - 1/n}{1 - 1/n}`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: oneLine,
  source: 'Hirschman 1964',
  agrees: [],
  options: ['lines', 'over', 'flow', 'period'],
  compute: (context) =>
    lineTable(context, (values) => normalisedHerfindahl(values, context.options.lines ?? values.length)),
};

import { gini } from '../gini.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded, noUnit } from '../measureTexts.ts';

export const giniMeasure: MeasureDefinition = {
  id: 'gini',
  family: 'concentration',
  name: { ru: 'Коэффициент Джини', en: 'Gini coefficient' },
  meaning: { ru: 'неравенство товаров в вывозе', en: 'inequality of products in exports' },
  variant: { ru: 'по всем строкам таблицы, и нулевым', en: 'over all lines of the table, those of 0 too' },
  formula: 'Σ (2i − n − 1) x_(i) / (n X)',
  tex: String.raw`\frac{\sum_i (2i - n - 1) x_{(i)}}{n X}`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … (n − 1)/n',
  edges: nothingTraded,
  source: 'Gini 1912',
  agrees: [],
  options: ['over', 'flow', 'period'],
  compute: (context) => lineTable(context, (values) => gini(values)),
};

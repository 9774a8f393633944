import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { referenceLines } from '../referenceLines.ts';
import { krugman } from '../shareDifferences.ts';

export const krugmanMeasure: MeasureDefinition = {
  id: 'krugman',
  family: 'concentration',
  name: { ru: 'Специализация по Кругману', en: 'Krugman specialisation' },
  meaning: {
    ru: 'отличие структуры вывоза от структуры эталона',
    en: 'how the export structure differs from that of the reference',
  },
  variant: {
    ru: 'сравнение: все регионы вместе или все без самого региона (reference others)',
    en: 'against all regions together, or all less the region itself (reference others)',
  },
  formula: 'Σ|s_rp − s_p|',
  tex: String.raw`\sum_k \lvert s_{rk} - s_k \rvert`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … 2',
  edges: {
    ru: 'регион ничего не вывозит — base-zero; эталон — reference-base-zero',
    en: 'base-zero where the region exports nothing; reference-base-zero where the reference does',
  },
  source: 'Krugman 1991',
  agrees: [{ software: 'R EconGeo (reference with the region)', under: '', digits: null }],
  options: ['reference', 'over', 'flow', 'period'],
  compute: (context) =>
    lineTable(context, (values, matrix, r) => krugman(values, referenceLines(context, matrix, r))),
};

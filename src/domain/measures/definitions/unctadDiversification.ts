import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { referenceLines } from '../referenceLines.ts';
import { unctadDiversification } from '../shareDifferences.ts';

export const unctadDiversificationMeasure: MeasureDefinition = {
  id: 'unctad-diversification',
  family: 'concentration',
  name: { ru: 'Диверсификация по ЮНКТАД', en: 'UNCTAD diversification index' },
  meaning: {
    ru: 'отличие структуры вывоза от структуры эталона',
    en: 'how the export structure differs from that of the reference',
  },
  variant: {
    ru: 'сравнение: все регионы вместе или все без самого региона (reference others)',
    en: 'against all regions together, or all less the region itself (reference others)',
  },
  formula: 'Σ|s_rp − s_p| / 2',
  tex: String.raw`\frac{1}{2} \sum_k \lvert s_{rk} - s_k \rvert`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'регион ничего не вывозит — base-zero; эталон — reference-base-zero',
    en: 'base-zero where the region exports nothing; reference-base-zero where the reference does',
  },
  source: 'UNCTADstat',
  agrees: [],
  options: ['reference', 'over', 'flow', 'period'],
  compute: (context) =>
    lineTable(context, (values, matrix, r) =>
      unctadDiversification(values, referenceLines(context, matrix, r)),
    ),
};

import { unctadConcentration } from '../herfindahl.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { noUnit, oneLine } from '../measureTexts.ts';

export const unctadConcentrationMeasure: MeasureDefinition = {
  id: 'unctad-concentration',
  family: 'concentration',
  name: { ru: 'Концентрация по ЮНКТАД', en: 'UNCTAD concentration index' },
  meaning: { ru: 'сосредоточенность, как её считает ЮНКТАД', en: 'concentration as UNCTAD computes it' },
  variant: {
    ru: 'ЮНКТАД: по трёхзначным группам МСТК Ред. 3',
    en: 'UNCTAD: over the three-digit groups of SITC Rev.3',
  },
  formula: '(√Σs² − √(1/n)) / (1 − √(1/n))',
  tex: String.raw`\frac{\sqrt{\sum_k s_k^2} - \sqrt{1/n}}{1 - \sqrt{1/n}}`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: oneLine,
  source: 'UNCTADstat',
  agrees: [{ software: 'UNCTADstat, over SITC Rev.3 at three digits', under: '--lines 261', digits: null }],
  options: ['lines', 'over', 'flow', 'period'],
  compute: (context) =>
    lineTable(context, (values) => unctadConcentration(values, context.options.lines ?? values.length)),
};

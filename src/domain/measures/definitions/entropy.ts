import { entropy } from '../entropy.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';

export const entropyMeasure: MeasureDefinition = {
  id: 'entropy',
  family: 'concentration',
  name: { ru: 'Энтропия', en: 'Entropy' },
  meaning: { ru: 'разнообразие вывоза', en: 'variety of exports' },
  variant: { ru: 'натуральный логарифм; 0 ln 0 = 0', en: 'natural logarithm; 0 ln 0 = 0' },
  formula: '−Σ s ln s',
  tex: String.raw`-\sum_k s_k \ln s_k`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: { ru: 'наты', en: 'nats' },
  range: '0 … ln n',
  edges: nothingTraded,
  source: 'Shannon 1948',
  agrees: [
    { software: 'R EconGeo (there log2, rounded to 3 digits): times 1.442695', under: '', digits: null },
  ],
  options: ['over', 'flow', 'period'],
  compute: (context) => lineTable(context, entropy),
};

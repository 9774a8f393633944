import { herfindahl } from '../herfindahl.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded, noUnit } from '../measureTexts.ts';

export const hhiMeasure: MeasureDefinition = {
  id: 'hhi',
  family: 'concentration',
  name: { ru: 'Индекс Херфиндаля — Хиршмана', en: 'Herfindahl–Hirschman index' },
  meaning: { ru: 'сосредоточенность вывоза', en: 'concentration of exports' },
  variant: { ru: 'сырой, от 1/n', en: 'raw, from 1/n' },
  formula: 'H = Σ s²',
  tex: String.raw`H_r = \sum_k s_{rk}^2`,
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '1/n … 1',
  edges: nothingTraded,
  source: 'Hirschman 1964',
  agrees: [{ software: 'WITS market concentration', under: '--over partner', digits: null }],
  options: ['over', 'flow', 'period'],
  compute: (context) => lineTable(context, herfindahl),
};

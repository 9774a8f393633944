import type { MeasureDefinition } from '../measureDefinition.ts';
import { noUnit, rcaOptions } from '../measureTexts.ts';
import { similarityOf } from '../similarity.ts';

export const similarityMeasure: MeasureDefinition = {
  id: 'similarity',
  family: 'complexity',
  name: { ru: 'Сходство регионов', en: 'Similarity of regions' },
  meaning: {
    ru: 'корреляция ln(RCA + 0,1) двух регионов по всем товарам',
    en: 'correlation of ln(RCA + 0.1) of two regions over all products',
  },
  variant: { ru: 'Бахар, Хаусман, Идальго', en: 'Bahar, Hausmann, Hidalgo' },
  formula: 'corr(ln(RCA_r + 0.1), ln(RCA_s + 0.1))',
  tex: String.raw`\mathrm{corr}_p \left( \ln(RCA_{rp} + 0.1), \ln(RCA_{sp} + 0.1) \right)`,
  by: 'region × region',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−1 … 1',
  edges: {
    ru: 'не определено для региона, у которого все RCA равны (no-variation)',
    en: 'undefined for a region all of whose RCA are equal (no-variation)',
  },
  source: 'Bahar, Hausmann, Hidalgo 2014',
  agrees: [{ software: 'Datawheel similarity', under: '', digits: null }],
  options: rcaOptions,
  compute: (context) => similarityOf(context.matrix, context.rca()),
};

import { hummelsKlenowMean } from '../hummelsKlenowMean.ts';
import { marketRelations } from '../marketRelations.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { termTable } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';

export const hummelsKlenowMeanMeasure: MeasureDefinition = {
  id: 'hummels-klenow-mean',
  family: 'markets',
  name: { ru: 'Грани вывоза в среднем по рынкам', en: 'Hummels–Klenow margins over markets' },
  meaning: { ru: 'средние широта и глубина по рынкам', en: 'mean breadth and depth over markets' },
  variant: {
    ru: 'среднее геометрическое с весами Сато — Вартиа',
    en: 'geometric mean with Sato–Vartia weights',
  },
  formula: 'Π_m EM_m^a_m, a_m ∝ L(s_rm, s_Wm)',
  tex: String.raw`EM_r = \prod_m EM_{rm}^{a_m}, \quad a_m \propto \frac{s_{rm} - s_{Wm}}{\ln s_{rm} - \ln s_{Wm}}`,
  by: 'region × term',
  needs: ['region', 'product', 'partner'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'рынки, куда регион не вывозит, не входят; ни одного — no-match',
    en: 'markets that the region does not reach do not count; no-match without any',
  },
  source: 'Hummels, Klenow 2005',
  agrees: [],
  options: ['reference', 'flow', 'period'],
  compute: (context) => {
    const { relations, inMarket } = marketRelations(context);
    return termTable(relations.regions, ['extensive', 'intensive', 'share', 'markets'], (r) => {
      const found = hummelsKlenowMean(inMarket(r));
      return [found.extensive, found.intensive, found.share, { value: found.markets }];
    });
  },
};

import { hummelsKlenow } from '../hummelsKlenow.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { termTable } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';

export const hummelsKlenowMeasure: MeasureDefinition = {
  id: 'hummels-klenow',
  family: 'markets',
  name: { ru: 'Грани вывоза Хаммелса — Кленоу', en: 'Hummels–Klenow margins' },
  meaning: {
    ru: 'широта вывоза (какую часть вывоза базы составляют товары региона) и глубина (доля в них)',
    en: "breadth of exports (what part of the reference's exports the region's products make up) and depth (its share in them)",
  },
  variant: {
    ru: 'эталон — все регионы, все без региона (reference others) или регион таблицы (мир)',
    en: 'the reference is all regions, all less the region (reference others), or a region of the table (the world)',
  },
  formula: 'EM = Σ_{K_r} W / Σ W, IM = Σ x / Σ_{K_r} W; EM × IM = share',
  tex: String.raw`EM_r = \frac{\sum_{k \in K_r} W_k}{\sum_k W_k}, \quad IM_r = \frac{\sum_{k \in K_r} x_{rk}}{\sum_{k \in K_r} W_k}`,
  by: 'region × term',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'эталон ничего не вывозит — reference-base-zero; общих товаров нет — no-match; вывоз того, чего эталон не вывозит, — sole-supply, вне частей',
    en: 'reference-base-zero where the reference exports nothing; no-match without common products; exports of what the reference does not sell are sole-supply, outside the margins',
  },
  source: 'Hummels, Klenow 2005',
  agrees: [],
  options: ['reference', 'over', 'flow', 'period'],
  compute: (context) => {
    const relations = context.relations();
    return termTable(relations.regions, ['extensive', 'intensive', 'share', 'sole-supply'], (r) => {
      const found = hummelsKlenow(relations.of(r), relations.reference(r));
      return [found.extensive, found.intensive, found.share, { value: found.soleSupply }];
    });
  },
};

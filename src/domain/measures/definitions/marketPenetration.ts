import { marketPenetration } from '../marketPenetration.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { noUnit } from '../measureTexts.ts';

export const marketPenetrationMeasure: MeasureDefinition = {
  id: 'market-penetration',
  family: 'markets',
  name: { ru: 'Проникновение на рынки', en: 'Market penetration' },
  meaning: {
    ru: 'какой доли рынков, покупающих товары региона у кого бы то ни было, регион достигает',
    en: "what share of the markets that buy the region's products from anyone it reaches",
  },
  variant: {
    ru: 'Брентон, Ньюфармер; рынки — у всех регионов таблицы или у региона-базы',
    en: 'Brenton, Newfarmer; markets of all regions of the table, or of the region that is the reference',
  },
  formula: 'Σ_p markets reached / Σ_p markets that buy p',
  tex: String.raw`\frac{\sum_{p \in P_r} \lvert \{ m : x_{rpm} > 0 \} \rvert}{\sum_{p \in P_r} \lvert \{ m : W_{pm} > 0 \} \rvert}`,
  by: 'region',
  needs: ['region', 'product', 'partner'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'регион ничего не вывозит — no-region-value; эталон его товаров не вывозит — reference-zero',
    en: 'no-region-value where the region exports nothing; reference-zero where the reference sells none of its products',
  },
  source: 'Brenton, Newfarmer 2007',
  agrees: [{ software: 'WITS, index of export market penetration', under: '--reference all', digits: null }],
  options: ['reference', 'flow', 'period'],
  compute: (context) => {
    const relations = context.relations(undefined, 'product-partner');
    const pairs = (values: ReadonlyMap<number, number>) =>
      [...values.keys()].map((line) => relations.parts[line] as readonly [string, string]);
    return tableOf(
      'region',
      relations.regions,
      relations.regions.map((_, r) =>
        marketPenetration(pairs(relations.of(r)), pairs(relations.reference(r))),
      ),
    );
  },
};

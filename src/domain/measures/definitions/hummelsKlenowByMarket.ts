import type { Measured } from '../../measured.ts';
import { hummelsKlenow } from '../hummelsKlenow.ts';
import { marketRelations } from '../marketRelations.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { noUnit } from '../measureTexts.ts';

export const hummelsKlenowByMarketMeasure: MeasureDefinition = {
  id: 'hummels-klenow-by-market',
  family: 'markets',
  name: { ru: 'Грани вывоза по рынкам', en: 'Hummels–Klenow margins by market' },
  meaning: {
    ru: 'широта и глубина вывоза на каждом рынке',
    en: 'breadth and depth of exports in each market',
  },
  variant: {
    ru: 'эталон — все регионы, все без региона (reference others) или регион таблицы (мир)',
    en: 'the reference is all regions, all less the region (reference others), or a region of the table (the world)',
  },
  formula: 'EM = Σ_{K_r} W / Σ W, IM = Σ x / Σ_{K_r} W; EM × IM = share',
  tex: String.raw`EM_r = \frac{\sum_{k \in K_r} W_k}{\sum_k W_k}, \quad IM_r = \frac{\sum_{k \in K_r} x_{rk}}{\sum_{k \in K_r} W_k}`,
  by: 'region × partner × term',
  needs: ['region', 'product', 'partner'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'эталон ничего не вывозит — reference-base-zero; общих товаров нет — no-match; вывоз того, чего эталон не вывозит, — sole-supply, вне частей',
    en: 'reference-base-zero where the reference exports nothing; no-match without common products; exports of what the reference does not sell are sole-supply, outside the margins',
  },
  source: 'Hummels, Klenow 2005',
  agrees: [],
  options: ['reference', 'flow', 'period'],
  compute: (context) => {
    const { relations, markets, inMarket } = marketRelations(context);
    return tableOfCells(
      [
        { name: 'region', labels: relations.regions },
        { name: 'partner', labels: markets },
        { name: 'term', labels: ['extensive', 'intensive', 'share', 'sole-supply'] },
      ],
      relations.regions.flatMap((_, r) =>
        inMarket(r).flatMap(({ region, reference }): readonly Measured[] => {
          const found = hummelsKlenow(region, reference);
          return [found.extensive, found.intensive, found.share, { value: found.soleSupply }];
        }),
      ),
    );
  },
};

import { constantMarketShare } from '../constantMarketShare.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { twoPeriods } from '../measureTexts.ts';

export const constantMarketShareMeasure: MeasureDefinition = {
  id: 'constant-market-share',
  family: 'markets',
  name: { ru: 'Разложение при постоянных долях рынка', en: 'Constant market share decomposition' },
  meaning: {
    ru: 'сколько прироста дали рост мира, состав товаров, состав рынков и изменение долей',
    en: 'how much of the change came from growth of the world, products, markets, and gain of shares',
  },
  variant: {
    ru: 'оба порядка и их среднее; точно; ячейки, где мир прежде не торговал, — отдельно (new-cells)',
    en: 'both orders and their mean; exact; cells where the world sold nothing before stand apart (new-cells)',
  },
  formula: 'Δx = g x₀ + Σ(g_k − g)x₀ + Σ(g_kj − g_k)x₀ + rest',
  tex: String.raw`\Delta X = \sum g\,x_{0} + \sum (g_k - g)\,x_{0k} + \sum (g_{kj} - g_k)\,x_{0kj} + \sum (x_{1kj} - x_{0kj} - g_{kj} x_{0kj})`,
  by: 'region × order × term',
  needs: ['region', 'product', 'partner', 'period'],
  requires: [],
  unit: { ru: 'как у value', en: 'as value' },
  range: '−∞ … ∞',
  edges: twoPeriods,
  source: 'Leamer, Stern 1970; Richardson 1971',
  agrees: [],
  options: ['from', 'to', 'reference', 'flow'],
  compute: (context) => {
    const [from, to] = context.span();
    const over = 'product-partner';
    const [before, after] = [context.relations(from, over), context.relations(to, over)];
    const terms = ['change', 'world', 'product', 'market', 'competitiveness', 'newCells'] as const;
    const values = before.regions.flatMap((_, r) => {
      const [own, later] = [before.of(r), after.of(r)];
      const [world, worldLater] = [before.reference(r), after.reference(r)];
      const cells = [...new Set([...own.keys(), ...later.keys(), ...world.keys(), ...worldLater.keys()])].map(
        (line) => {
          const [product, market] = before.parts[line] as readonly [string, string];
          return {
            product,
            market,
            before: own.get(line) ?? 0,
            after: later.get(line) ?? 0,
            worldBefore: world.get(line) ?? 0,
            worldAfter: worldLater.get(line) ?? 0,
          };
        },
      );
      const found = constantMarketShare(cells);
      return [found.productFirst, found.marketFirst, found.mean].flatMap((order) =>
        terms.map((term) => ({ value: order[term] })),
      );
    });
    return tableOfCells(
      [
        { name: 'region', labels: before.regions },
        { name: 'order', labels: ['product-first', 'market-first', 'mean'] },
        { name: 'term', labels: ['change', 'world', 'product', 'market', 'competitiveness', 'new-cells'] },
      ],
      values,
    );
  },
};

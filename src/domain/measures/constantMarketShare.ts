export interface MarketShareTerms {
  readonly change: number;
  /** Growth of the world as a whole. */
  readonly world: number;
  /** Products and markets that grow faster or slower than the whole, in the order named. */
  readonly product: number;
  readonly market: number;
  /** What is left: gain or loss of shares. */
  readonly competitiveness: number;
  /** Exports of cells where the world sold nothing before. */
  readonly newCells: number;
}

export interface ConstantMarketShare {
  readonly productFirst: MarketShareTerms;
  readonly marketFirst: MarketShareTerms;
  readonly mean: MarketShareTerms;
}

export interface MarketCell {
  readonly product: string;
  readonly market: string;
  readonly before: number;
  readonly after: number;
  readonly worldBefore: number;
  readonly worldAfter: number;
}

/**
 * Constant market share decomposition of a change of exports: world growth, product and market composition, and
 * competitiveness; exact by construction. The split between product and market depends on which comes first: both
 * orders and their mean are given. Cells where the world sold nothing before stand apart. Source: Leamer, Stern 1970.
 * @example constantMarketShare([{ product: 'a', market: 'm', before: 10, after: 17, worldBefore: 100, worldAfter: 150 }]).mean // { change: 7, world: 5, product: 0, market: 0, competitiveness: 2, newCells: 0 }
 */
export function constantMarketShare(cells: readonly MarketCell[]): ConstantMarketShare {
  const known = cells.filter((cell) => cell.worldBefore > 0);
  const newCells = cells
    .filter((cell) => cell.worldBefore === 0)
    .reduce((sum, cell) => sum + cell.after - cell.before, 0);
  const growthOf = (keyOf: (cell: MarketCell) => string) => {
    const sums = new Map<string, [number, number]>();
    for (const cell of known) {
      const sum = sums.get(keyOf(cell)) ?? [0, 0];
      sums.set(keyOf(cell), [sum[0] + cell.worldBefore, sum[1] + cell.worldAfter]);
    }
    return (cell: MarketCell) => {
      const [before, after] = sums.get(keyOf(cell)) ?? [0, 0];
      return before === 0 ? 0 : after / before - 1;
    };
  };
  const all = growthOf(() => '');
  const byProduct = growthOf((cell) => cell.product);
  const byMarket = growthOf((cell) => cell.market);
  const sum = (term: (cell: MarketCell) => number) => known.reduce((total, cell) => total + term(cell), 0);
  const ownGrowth = (cell: MarketCell) => cell.worldAfter / cell.worldBefore - 1;
  const change = cells.reduce((total, cell) => total + cell.after - cell.before, 0);
  const world = sum((cell) => all(cell) * cell.before);
  const competitiveness = sum((cell) => cell.after - cell.before - ownGrowth(cell) * cell.before);
  const terms = (product: number, market: number): MarketShareTerms => ({
    change,
    world,
    product,
    market,
    competitiveness,
    newCells,
  });
  const productFirst = terms(
    sum((cell) => (byProduct(cell) - all(cell)) * cell.before),
    sum((cell) => (ownGrowth(cell) - byProduct(cell)) * cell.before),
  );
  const marketFirst = terms(
    sum((cell) => (ownGrowth(cell) - byMarket(cell)) * cell.before),
    sum((cell) => (byMarket(cell) - all(cell)) * cell.before),
  );
  const mean = terms(
    (productFirst.product + marketFirst.product) / 2,
    (productFirst.market + marketFirst.market) / 2,
  );
  return { productFirst, marketFirst, mean };
}

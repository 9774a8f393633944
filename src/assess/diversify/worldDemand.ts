import type { WorldTable } from '../../api/diversification.ts';
import type { YearRelations } from './relations.ts';
import type { SpanProducts } from './spanProducts.ts';

/** The world's demand by relation in the table of the user. */
export interface WorldDemand {
  /** The table tells years apart; else it stands for every year. */
  readonly hasYears: boolean;
  /** null: the table has nothing of the year. */
  at(year: number): YearRelations['rest'] | null;
}

/** The table of the user as relations of the span's products; null: there is none. */
export function worldDemand(
  world: WorldTable | undefined,
  products: SpanProducts,
  digits: 2 | 4 | 6,
  isInScope: (product: string) => boolean,
): WorldDemand | null {
  if (world === undefined) return null;
  const byYear = new Map<number | null, Demand>();
  for (const { product: code, market, year = null, value } of world.rows) {
    if (value === 0) continue;
    const product = products.productOf(products.shownIn, code.slice(0, digits));
    if (!isInScope(product)) continue;
    const demand = byYear.get(year) ?? emptyDemand();
    byYear.set(year, demand);
    add(demand.product, product, value);
    if (market === undefined) continue;
    add(demand.market, market, value);
    add(demand['product-market'], `${product}\t${market}`, value);
  }
  const hasYears = world.rows.some((row) => row.year !== undefined);
  return { hasYears, at: (year) => byYear.get(hasYears ? year : null) ?? null };
}

type Demand = Readonly<Record<keyof YearRelations['rest'], Map<string, number>>>;

function emptyDemand(): Demand {
  return { product: new Map(), market: new Map(), 'product-market': new Map() };
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

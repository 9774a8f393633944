import type { MeasureContext } from './measureContext.ts';
import type { Relations } from './relations.ts';

export interface MarketRelations {
  readonly relations: Relations;
  readonly markets: readonly string[];
  /** For each market, what the region and its reference sell there by line. */
  inMarket(region: number): readonly {
    readonly region: ReadonlyMap<number, number>;
    readonly reference: ReadonlyMap<number, number>;
  }[];
}

/**
 * Relations by product and market, market by market.
 * @example marketRelations(measureContext(tradeColumnsOf({ region: ['A'], product: ['x'], partner: ['m'], value: [1] }))).markets // ['m']
 */
export function marketRelations(context: MeasureContext): MarketRelations {
  const relations = context.relations(undefined, 'product-partner');
  const markets = [...new Set(relations.parts.map(([, market]) => market))].sort();
  const place = new Map(markets.map((market, at) => [market, at]));
  const marketOf = relations.parts.map(([, market]) => place.get(market) as number);
  const split = (values: ReadonlyMap<number, number>) => {
    const byMarket = markets.map(() => new Map<number, number>());
    for (const [line, x] of values) byMarket[marketOf[line] as number]?.set(line, x);
    return byMarket;
  };
  return {
    relations,
    markets,
    inMarket: (r) => {
      const [own, world] = [split(relations.of(r)), split(relations.reference(r))];
      return own.map((region, at) => ({ region, reference: world[at] ?? new Map<number, number>() }));
    },
  };
}

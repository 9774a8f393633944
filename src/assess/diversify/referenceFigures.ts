import type { RelationKind, WorldTable } from '../../api/diversification.ts';
import { demandCoverage } from '../../domain/demandCoverage.ts';
import type { Measured } from '../../domain/measured.ts';
import { constantMarketShare } from '../../domain/measures/constantMarketShare.ts';
import { hummelsKlenow } from '../../domain/measures/hummelsKlenow.ts';
import type { PutFigure } from './figureList.ts';
import type { Values, YearRelations } from './relations.ts';
import type { SpanProducts } from './spanProducts.ts';

const noReference: Measured = { value: null, reason: 'no-reference' };

function sumOf(values: Values): number {
  let sum = 0;
  for (const value of values.values()) sum += value;
  return sum;
}

/** Hummels–Klenow margins of a year against the reference (the other regions); null: nobody. */
export function marginFigures(
  put: PutFigure,
  by: Exclude<RelationKind, 'all'>,
  year: number,
  own: Values,
  reference: Values | null,
): void {
  const period = String(year);
  if (reference === null) {
    put('extensiveMargin', by, period, noReference);
    put('intensiveMargin', by, period, noReference);
    return;
  }
  const margins = hummelsKlenow(own, reference);
  const shared = [...own].filter(([key]) => (reference.get(key) ?? 0) > 0);
  const terms = {
    'Σ W': sumOf(reference),
    'Σ W shared': shared.reduce((sum, [key]) => sum + (reference.get(key) ?? 0), 0),
    'Σ x shared': shared.reduce((sum, [, value]) => sum + value, 0),
  };
  put('extensiveMargin', by, period, margins.extensive, terms);
  put('intensiveMargin', by, period, margins.intensive, terms);
  put('soleSupply', by, period, margins.soleSupply);
}

/** Demand by relation in the table of the user; null: there is none. */
export function demandOf(
  world: WorldTable | undefined,
  products: SpanProducts,
  digits: 2 | 4 | 6,
  isInScope: (product: string) => boolean,
): YearRelations['rest'] | null {
  if (world === undefined) return null;
  const demand = {
    product: new Map<string, number>(),
    market: new Map<string, number>(),
    'product-market': new Map<string, number>(),
  };
  const add = (sums: Map<string, number>, key: string, value: number) =>
    sums.set(key, (sums.get(key) ?? 0) + value);
  for (const { product: code, market, value } of world.rows) {
    if (value === 0) continue;
    const product = products.productOf(products.shownIn, code.slice(0, digits));
    if (!isInScope(product)) continue;
    add(demand.product, product, value);
    if (market === undefined) continue;
    add(demand.market, market, value);
    add(demand['product-market'], `${product}\t${market}`, value);
  }
  return demand;
}

/** The third aspect: how much of demand the exports of a year are effectively spread over; of the world's also in dollars. */
export function demandFigures(
  put: PutFigure,
  by: Exclude<RelationKind, 'all'>,
  year: number,
  own: Values,
  demand: Values | null,
  isWorld: boolean,
): void {
  const period = String(year);
  if (demand === null || demand.size === 0) {
    put('demandCoverage', by, period, noReference);
    return;
  }
  const { coverage, outside } = demandCoverage(own, demand);
  const total = sumOf(demand);
  const terms = { X: sumOf(own), demand: total, lines: demand.size };
  put('demandCoverage', by, period, coverage, terms);
  if (!isWorld) return;
  put('demandReached', by, period, coverage.value === null ? coverage : coverage.value * total, terms);
  put('outsideDemand', by, period, outside);
}

/** Constant market shares against the other regions; with markets where the source names partners, else by product alone. */
export function marketShareFigures(
  put: PutFigure,
  span: string,
  before: YearRelations,
  after: YearRelations,
  partners: boolean,
): void {
  const kind = partners ? 'product-market' : 'product';
  const keys = new Set(
    [before.own, after.own, before.rest, after.rest].flatMap((side) => [...side[kind].keys()]),
  );
  const terms = constantMarketShare(
    [...keys].sort().map((key) => {
      const [product = '', market = ''] = key.split('\t');
      return {
        product,
        market,
        before: before.own[kind].get(key) ?? 0,
        after: after.own[kind].get(key) ?? 0,
        worldBefore: before.rest[kind].get(key) ?? 0,
        worldAfter: after.rest[kind].get(key) ?? 0,
      };
    }),
  );
  const { mean, productFirst, marketFirst } = terms;
  put('shareChangeWorld', kind, span, mean.world, { change: mean.change });
  put('shareChangeProduct', kind, span, mean.product, {
    'products first': productFirst.product,
    'markets first': marketFirst.product,
  });
  if (partners) {
    put('shareChangeMarket', kind, span, mean.market, {
      'products first': productFirst.market,
      'markets first': marketFirst.market,
    });
    put('shareChangeProductFirst', kind, span, productFirst.product);
    put('shareChangeMarketSecond', kind, span, productFirst.market);
    put('shareChangeMarketFirst', kind, span, marketFirst.market);
    put('shareChangeProductSecond', kind, span, marketFirst.product);
  }
  put('competitiveness', kind, span, mean.competitiveness);
  put('newCells', kind, span, mean.newCells);
}

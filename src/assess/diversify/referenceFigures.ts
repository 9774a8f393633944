import type { RelationKind } from '../../api/diversification.ts';
import { demandCoverage } from '../../domain/demandCoverage.ts';
import type { Measured } from '../../domain/measured.ts';
import { constantMarketShare } from '../../domain/measures/constantMarketShare.ts';
import { hummelsKlenow } from '../../domain/measures/hummelsKlenow.ts';
import { hummelsKlenowMean } from '../../domain/measures/hummelsKlenowMean.ts';
import type { PutFigure } from './figureList.ts';
import type { Values } from './relations.ts';

const noReference: Measured = { value: null, reason: 'no-reference' };

function sumOf(values: Values): number {
  let sum = 0;
  for (const value of values.values()) sum += value;
  return sum;
}

/** Hummels–Klenow margins of a year against the reference; null: nobody. */
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

/** Hummels–Klenow margins in each market, in their mean over markets (Sato–Vartia weights). */
export function meanMarginFigures(put: PutFigure, year: number, own: Values, reference: Values | null): void {
  const period = String(year);
  const by = 'product-market';
  if (reference === null) {
    put('extensiveMarginMean', by, period, noReference);
    put('intensiveMarginMean', by, period, noReference);
    return;
  }
  const [mine, theirs] = [byMarket(own), byMarket(reference)];
  const nothing = new Map<string, number>();
  const markets = [...new Set([...mine.keys(), ...theirs.keys()])].sort();
  const mean = hummelsKlenowMean(
    markets.map((market) => ({
      region: mine.get(market) ?? nothing,
      reference: theirs.get(market) ?? nothing,
    })),
  );
  const terms = { 'markets counted': mean.markets, markets: markets.length };
  put('extensiveMarginMean', by, period, mean.extensive, terms);
  put('intensiveMarginMean', by, period, mean.intensive, terms);
}

/** Pairs by market: what is sold there by product. */
function byMarket(pairs: Values): ReadonlyMap<string, Values> {
  const markets = new Map<string, Map<string, number>>();
  for (const [key, value] of pairs) {
    const [product = '', market = ''] = key.split('\t');
    const sold = markets.get(market) ?? new Map<string, number>();
    markets.set(market, sold.set(product, value));
  }
  return markets;
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

/** Constant market shares against a reference; with markets where the source names partners, else by product alone. */
export function marketShareFigures(
  put: PutFigure,
  span: string,
  kind: 'product' | 'product-market',
  of: {
    readonly before: Values;
    readonly after: Values;
    readonly worldBefore: Values;
    readonly worldAfter: Values;
  },
): void {
  const sides = [of.before, of.after, of.worldBefore, of.worldAfter];
  const keys = new Set(sides.flatMap((side) => [...side.keys()]));
  const terms = constantMarketShare(
    [...keys].sort().map((key) => {
      const [product = '', market = ''] = key.split('\t');
      return {
        product,
        market,
        before: of.before.get(key) ?? 0,
        after: of.after.get(key) ?? 0,
        worldBefore: of.worldBefore.get(key) ?? 0,
        worldAfter: of.worldAfter.get(key) ?? 0,
      };
    }),
  );
  const { mean, productFirst, marketFirst } = terms;
  put('shareChangeWorld', kind, span, mean.world, { change: mean.change });
  put('shareChangeProduct', kind, span, mean.product, {
    'products first': productFirst.product,
    'markets first': marketFirst.product,
  });
  if (kind === 'product-market') {
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

import type { Measured } from './measured.ts';

export interface DemandCoverage {
  /** Effective share of demand that the sales are spread over, 0 to 1. */
  readonly coverage: Measured;
  /** Sales of what nobody else demands: outside the measure. */
  readonly outside: number;
}

/**
 * How much of a demand sales are effectively spread over: exp(−Σ s ln(s / w)), s the shares of sales and w those of
 * demand. 1 where sales are spread as demand is; w where all is sold in one line of demand share w; a line counts by
 * how it is sold against how it is wanted, so much of a little-wanted product counts little. It is the exponential of
 * minus the Kullback–Leibler divergence; with equal demand of n lines it is the exponential of entropy over n. Sales
 * where there is no demand are `outside`. Undefined where nothing is sold (`base-zero`), nothing demanded
 * (`reference-zero`), or nothing of what is sold is demanded (`no-match`).
 * @example demandCoverage(new Map([['a', 5]]), new Map([['a', 1], ['b', 3]])).coverage // { value: 0.25 }
 */
export function demandCoverage(
  sales: ReadonlyMap<string, number>,
  demand: ReadonlyMap<string, number>,
): DemandCoverage {
  let [sold, wanted, outside] = [0, 0, 0];
  for (const value of demand.values()) wanted += value;
  for (const [key, value] of sales) {
    if ((demand.get(key) ?? 0) > 0) sold += value;
    else outside += value;
  }
  if (sold + outside === 0) return { coverage: { value: null, reason: 'base-zero' }, outside };
  if (wanted === 0) return { coverage: { value: null, reason: 'reference-zero' }, outside };
  if (sold === 0) return { coverage: { value: null, reason: 'no-match' }, outside };
  let divergence = 0;
  for (const [key, value] of sales) {
    const weight = (demand.get(key) ?? 0) / wanted;
    const share = value / sold;
    if (weight > 0 && share > 0) divergence += share * Math.log(share / weight);
  }
  return { coverage: { value: Math.min(1, Math.exp(-divergence)) }, outside };
}

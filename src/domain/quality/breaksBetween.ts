import { weightedMedian } from './binnedSpread.ts';

export interface BreakRule {
  /** Robust standard deviations of the logarithm of change from the change of all. */
  readonly deviations: number;
  /** And at least this many times above or below it. */
  readonly factor: number;
  /** Only what makes at least this share of the whole in one of the two years, 0 to 1. */
  readonly minimumShare: number;
}

export const defaultBreakRule: BreakRule = { deviations: 4, factor: 3, minimumShare: 0.002 };

export interface SeriesBreak {
  readonly id: string;
  readonly kind: 'changed' | 'appeared' | 'vanished';
  readonly before: number;
  readonly after: number;
  /** after / before; null where one of them is nothing. */
  readonly ratio: number | null;
}

export interface BreaksBetween {
  /** Median of after / before over what is there in both; null where nothing is. */
  readonly medianRatio: number | null;
  readonly breaks: readonly SeriesBreak[];
}

/**
 * What changed between two years otherwise than the rest: |ln(after/before) − median| > max(deviations × 1.4826 × MAD,
 * ln factor), and what appeared or vanished, if it makes `minimumShare` of the whole in one of the years. Largest
 * change of value first.
 * @example breaksBetween(new Map([['a', 10], ['b', 10], ['c', 10]]), new Map([['a', 11], ['b', 11], ['c', 110]])).breaks[0].id // 'c'
 */
export function breaksBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  rule: BreakRule = defaultBreakRule,
): BreaksBetween {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const both = ids.flatMap((id) => {
    const [a, b] = [before.get(id) ?? 0, after.get(id) ?? 0];
    return a > 0 && b > 0 ? [{ id, log: Math.log(b / a) }] : [];
  });
  const middle = both.length === 0 ? 0 : median(both.map((one) => one.log));
  const spread = both.length === 0 ? 0 : 1.4826 * median(both.map((one) => Math.abs(one.log - middle)));
  const distance = Math.max(rule.deviations * spread, Math.log(rule.factor));
  const [wholeBefore, wholeAfter] = [sum(before), sum(after)];
  const breaks = ids.flatMap((id): SeriesBreak[] => {
    const [a, b] = [before.get(id) ?? 0, after.get(id) ?? 0];
    const share = Math.max(wholeBefore > 0 ? a / wholeBefore : 0, wholeAfter > 0 ? b / wholeAfter : 0);
    if (share < rule.minimumShare) return [];
    if (a > 0 && b > 0) {
      const isBreak = Math.abs(Math.log(b / a) - middle) > distance;
      return isBreak ? [{ id, kind: 'changed', before: a, after: b, ratio: b / a }] : [];
    }
    if (a > 0 && b === 0) return [{ id, kind: 'vanished', before: a, after: b, ratio: null }];
    return b > 0 && a === 0 ? [{ id, kind: 'appeared', before: a, after: b, ratio: null }] : [];
  });
  return {
    medianRatio: both.length === 0 ? null : Math.exp(middle),
    breaks: breaks.sort((x, y) => Math.abs(y.after - y.before) - Math.abs(x.after - x.before)),
  };
}

function median(values: readonly number[]): number {
  return weightedMedian(values.map((value) => ({ value, rows: 1 })));
}

function sum(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((total, value) => total + value, 0);
}

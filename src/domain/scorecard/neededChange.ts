import type { SeriesValue } from './evaluateFormula.ts';
import type { Formula } from './formula.ts';

/** Why no change of the series brings the formula to the target. */
export type NoChange = 'no-data' | 'not-linear' | 'unreachable' | 'no-influence';

/** Polynomial in the change Δ, constant term first. */
type Polynomial = readonly number[];
interface Fraction {
  readonly over: Polynomial;
  readonly under: Polynomial;
}

/**
 * By how much a series must change, all else equal, for a formula to reach a target: the Δ that solves
 * formula(series + Δ) = target. `moves` says which series move with Δ: the series itself and every whole that it is part
 * of. For 100·N/D with N part of D it is (b·D − N)/(1 − b), b the target as a share; else b·D − N. Solved exactly; a
 * formula in which Δ is not linear after multiplying out has no answer here (`not-linear`), a whole share of 100 % or
 * more of which the series is part none at all (`unreachable`).
 * @example neededChange({ kind: 'operation', operator: '/', left: { kind: 'series', name: 'n', lag: 0 }, right: { kind: 'series', name: 'd', lag: 0 } }, (name) => (name === 'n' ? 20 : 100), () => true, 0.5) // { value: 60 }
 */
export function neededChange(
  formula: Formula,
  valueFor: SeriesValue,
  moves: (series: string) => boolean,
  target: number,
): { readonly value: number } | { readonly value: null; readonly reason: NoChange } {
  const fraction = fractionOf(formula, valueFor, moves);
  if (fraction === null) return { value: null, reason: 'no-data' };
  const difference = add(fraction.over, scale(fraction.under, -target));
  const [constant = 0, slope = 0, ...higher] = trimmed(difference);
  if (higher.length > 0) return { value: null, reason: 'not-linear' };
  const influence = Math.abs(fraction.over[1] ?? 0) + Math.abs(target * (fraction.under[1] ?? 0));
  if (influence === 0) return { value: null, reason: 'no-influence' };
  if (Math.abs(slope) <= rounding * influence) return { value: null, reason: 'unreachable' };
  const change = -constant / slope;
  // A denominator that changes its sign on the way takes the value through infinity.
  const under = (at: number) => fraction.under.reduce((sum, one, power) => sum + one * at ** power, 0);
  return under(0) * under(change) > 0 ? { value: change } : { value: null, reason: 'unreachable' };
}

const rounding = 1e-12;

function fractionOf(
  formula: Formula,
  valueFor: SeriesValue,
  moves: (series: string) => boolean,
): Fraction | null {
  if (formula.kind === 'number') return { over: [formula.value], under: [1] };
  if (formula.kind === 'series') {
    const value = valueFor(formula.name, formula.lag);
    if (value === null) return null;
    return { over: formula.lag === 0 && moves(formula.name) ? [value, 1] : [value], under: [1] };
  }
  if (formula.kind === 'negative') {
    const inner = fractionOf(formula.of, valueFor, moves);
    return inner === null ? null : { over: scale(inner.over, -1), under: inner.under };
  }
  const left = fractionOf(formula.left, valueFor, moves);
  const right = fractionOf(formula.right, valueFor, moves);
  if (left === null || right === null) return null;
  if (formula.operator === '*')
    return { over: multiply(left.over, right.over), under: multiply(left.under, right.under) };
  if (formula.operator === '/')
    return { over: multiply(left.over, right.under), under: multiply(left.under, right.over) };
  const sign = formula.operator === '+' ? 1 : -1;
  return {
    over: add(multiply(left.over, right.under), scale(multiply(right.over, left.under), sign)),
    under: multiply(left.under, right.under),
  };
}

function add(left: Polynomial, right: Polynomial): Polynomial {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_none, power) => (left[power] ?? 0) + (right[power] ?? 0),
  );
}

function scale(polynomial: Polynomial, by: number): Polynomial {
  return polynomial.map((one) => one * by);
}

function multiply(left: Polynomial, right: Polynomial): Polynomial {
  const product = new Array<number>(left.length + right.length - 1).fill(0);
  for (const [i, a] of left.entries())
    for (const [j, b] of right.entries()) product[i + j] = (product[i + j] ?? 0) + a * b;
  return product;
}

function trimmed(polynomial: Polynomial): Polynomial {
  let length = polynomial.length;
  while (length > 1 && polynomial[length - 1] === 0) length -= 1;
  return polynomial.slice(0, length);
}

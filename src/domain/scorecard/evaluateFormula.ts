import { type Formula, seriesOf } from './formula.ts';

/** Value of a series in a year (lag 1: the year before); null where there is none. */
export type SeriesValue = (name: string, lag: 0 | 1) => number | null;

export type Evaluated =
  | { readonly value: number }
  | {
      readonly value: null;
      readonly reason: 'no-data' | 'zero-denominator';
      /** Series without a value, with their lag. */
      readonly missing: readonly { readonly name: string; readonly lag: 0 | 1 }[];
    };

/**
 * Value of a formula. Where a series has no value: null, `no-data`, and which ones; a division by 0: `zero-denominator`.
 * @example evaluateFormula({ kind: 'operation', operator: '/', left: { kind: 'series', name: 'a', lag: 0 }, right: { kind: 'number', value: 2 } }, () => 6) // { value: 3 }
 */
export function evaluateFormula(formula: Formula, valueFor: SeriesValue): Evaluated {
  const missing = seriesOf(formula).filter(({ name, lag }) => valueFor(name, lag) === null);
  if (missing.length > 0) return { value: null, reason: 'no-data', missing };
  const value = compute(formula, valueFor);
  return value === null || !Number.isFinite(value)
    ? { value: null, reason: 'zero-denominator', missing: [] }
    : { value };
}

function compute(formula: Formula, valueFor: SeriesValue): number | null {
  if (formula.kind === 'number') return formula.value;
  if (formula.kind === 'series') return valueFor(formula.name, formula.lag);
  if (formula.kind === 'negative') {
    const inner = compute(formula.of, valueFor);
    return inner === null ? null : -inner;
  }
  const left = compute(formula.left, valueFor);
  const right = compute(formula.right, valueFor);
  if (left === null || right === null) return null;
  if (formula.operator === '+') return left + right;
  if (formula.operator === '-') return left - right;
  if (formula.operator === '*') return left * right;
  return right === 0 ? null : left / right;
}

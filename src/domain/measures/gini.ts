import type { Measured } from '../measured.ts';
import { sumOf } from './shares.ts';

/**
 * Gini coefficient of inequality over n lines, 0 (all alike) to (n − 1)/n (one line has all). Which lines count, all
 * or those traded, must be said: lines of 0 raise it.
 * @example gini([0, 1]) // { value: 0.5 }
 */
export function gini(values: ArrayLike<number>): Measured {
  const total = sumOf(values);
  if (total === 0) return { value: null, reason: 'base-zero' };
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += (2 * (i + 1) - n - 1) * (sorted[i] as number);
  return { value: sum / (n * total) };
}

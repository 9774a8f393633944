import type { Measured } from '../measured.ts';
import { sumOf } from './shares.ts';

/**
 * Herfindahl–Hirschman index of concentration, H = Σ s². From 1/n (all lines alike) to 1 (one line). Undefined where
 * all is 0 (`no-trade`). Source: Hirschman 1964.
 * @example herfindahl([3, 1]) // { value: 0.625 }
 */
export function herfindahl(values: ArrayLike<number>): Measured {
  const total = sumOf(values);
  if (total === 0) return { value: null, reason: 'base-zero' };
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += ((values[i] as number) / total) ** 2;
  return { value: sum };
}

/**
 * Herfindahl index brought to 0 … 1: (H − 1/n) / (1 − 1/n). `lines` is n, which must be said: all lines of the
 * nomenclature, or those traded. Undefined for one line (`one-line`): 0/0.
 * @example normalisedHerfindahl([1, 1], 2) // { value: 0 }
 */
export function normalisedHerfindahl(values: ArrayLike<number>, lines = values.length): Measured {
  const index = herfindahl(values);
  if (index.value === null) return index;
  if (lines < 2) return { value: null, reason: 'one-line' };
  return { value: (index.value - 1 / lines) / (1 - 1 / lines) };
}

/**
 * Equivalent number 1/H: as many equal lines would be as concentrated.
 * @example equivalentNumber([1, 1, 1, 1]) // { value: 4 }
 */
export function equivalentNumber(values: ArrayLike<number>): Measured {
  const index = herfindahl(values);
  return index.value === null ? index : { value: 1 / index.value };
}

/**
 * UNCTAD's concentration index (√Σs² − √(1/n)) / (1 − √(1/n)), 0 to 1; UNCTAD computes it over SITC Rev.3 at three
 * digits. Undefined for one line. Source: UNCTADstat; Handbook of Statistics.
 * @example unctadConcentration([5, 0]) // { value: 1 }
 */
export function unctadConcentration(values: ArrayLike<number>, lines = values.length): Measured {
  const index = herfindahl(values);
  if (index.value === null) return index;
  if (lines < 2) return { value: null, reason: 'one-line' };
  const least = Math.sqrt(1 / lines);
  return { value: (Math.sqrt(index.value) - least) / (1 - least) };
}

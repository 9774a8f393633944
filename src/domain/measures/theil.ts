import type { Measured } from '../measured.ts';
import { sumOf } from './shares.ts';

export interface TheilParts {
  readonly total: Measured;
  /** Extensive: ln(n / active lines). */
  readonly between: Measured;
  /** Intensive: Theil index over the active lines. */
  readonly within: Measured;
}

/**
 * Theil's index of concentration over n lines, T = (1/n) Σ (x_k/μ) ln(x_k/μ), from 0 to ln n, and its parts between
 * (lines that are not traded at all) and within (the active lines among themselves): T = between + within. n must be
 * one edition's lines over a span of years. Source: Cadot, Carrère, Strauss-Kahn 2011.
 * @example theil([1, 1, 0, 0]).between.value.toFixed(6) // '0.693147'
 */
export function theil(values: ArrayLike<number>, lines = values.length): TheilParts {
  const total = sumOf(values);
  if (total === 0) {
    const nothing: Measured = { value: null, reason: 'base-zero' };
    return { total: nothing, between: nothing, within: nothing };
  }
  let active = 0;
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) {
    const share = (values[k] as number) / total;
    if (share === 0) continue;
    active += 1;
    sum += share * Math.log(share);
  }
  if (lines < active) throw new RangeError(`${active} lines are traded, more than the ${lines} said`);
  const within = Math.max(0, sum + Math.log(active));
  const between = Math.log(lines / active);
  return { total: { value: between + within }, between: { value: between }, within: { value: within } };
}

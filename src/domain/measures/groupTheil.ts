import type { Measured } from '../measured.ts';
import { sumOf } from './shares.ts';
import { theil } from './theil.ts';

/**
 * Theil's index split by groups of lines: between Σ_g (n_g/n)(μ_g/μ) ln(μ_g/μ) and within Σ_g (n_g/n)(μ_g/μ) T_g; they
 * sum to Theil's index over all lines. With the groups of traded and not traded lines between is the extensive part.
 * Undefined where nothing is traded (`base-zero`).
 * @example groupTheil([1, 1, 0, 0], ['a', 'a', 'b', 'b']).between.value.toFixed(6) // '0.693147'
 */
export function groupTheil(
  values: ArrayLike<number>,
  groups: ArrayLike<string>,
): { readonly between: Measured; readonly within: Measured } {
  const total = sumOf(values);
  if (total === 0) {
    const none: Measured = { value: null, reason: 'base-zero' };
    return { between: none, within: none };
  }
  const byGroup = new Map<string, number[]>();
  for (let k = 0; k < values.length; k += 1) {
    const lines = byGroup.get(groups[k] as string);
    if (lines === undefined) byGroup.set(groups[k] as string, [values[k] as number]);
    else lines.push(values[k] as number);
  }
  let [between, within] = [0, 0];
  for (const lines of byGroup.values()) {
    const share = sumOf(lines) / total;
    if (share === 0) continue;
    between += share * Math.log(share / (lines.length / values.length));
    within += share * (theil(lines).total.value ?? 0);
  }
  return { between: { value: Math.max(0, between) }, within: { value: within } };
}

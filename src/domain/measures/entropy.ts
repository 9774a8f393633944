import type { Measured } from '../measured.ts';
import { sumOf } from './shares.ts';

/**
 * Shannon's entropy −Σ s ln s (0 ln 0 = 0), from 0 (one line) to ln n; in natural logarithms.
 * @example entropy([1, 1]).value.toFixed(6) // '0.693147'
 */
export function entropy(values: ArrayLike<number>): Measured {
  const total = sumOf(values);
  if (total === 0) return { value: null, reason: 'base-zero' };
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const share = (values[i] as number) / total;
    if (share > 0) sum -= share * Math.log(share);
  }
  return { value: Math.max(0, sum) };
}

/**
 * Unrelated variety (entropy between groups) and related variety (mean entropy within groups, weighted by their
 * shares); together they are the entropy. `groups` names the group of each line. Source: Frenken, Van Oort, Verburg 2007.
 * @example variety([1, 1, 2], ['a', 'a', 'b']).related.value.toFixed(6) // '0.346574'
 */
export function variety(
  values: ArrayLike<number>,
  groups: ArrayLike<string>,
): { readonly unrelated: Measured; readonly related: Measured } {
  const byGroup = new Map<string, number[]>();
  for (let i = 0; i < values.length; i += 1) {
    const group = groups[i] as string;
    byGroup.set(group, [...(byGroup.get(group) ?? []), values[i] as number]);
  }
  const sums = [...byGroup.values()].map(sumOf);
  const total = sums.reduce((sum, x) => sum + x, 0);
  const unrelated = entropy(sums);
  if (unrelated.value === null) return { unrelated, related: unrelated };
  const related = [...byGroup.values()].reduce(
    (sum, lines, place) => sum + ((sums[place] as number) / total) * (entropy(lines).value ?? 0),
    0,
  );
  return { unrelated, related: { value: related } };
}

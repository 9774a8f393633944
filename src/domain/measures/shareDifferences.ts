import type { Measured } from '../measured.ts';
import { sumOf } from './shares.ts';

/** Σ |s_k − t_k| of two structures of the same lines. */
function absoluteDifferences(values: ArrayLike<number>, others: ArrayLike<number>): Measured {
  if (values.length !== others.length)
    throw new RangeError(`${values.length} lines against ${others.length}`);
  const [total, other] = [sumOf(values), sumOf(others)];
  if (total === 0) return { value: null, reason: 'base-zero' };
  if (other === 0) return { value: null, reason: 'reference-base-zero' };
  let sum = 0;
  for (let k = 0; k < values.length; k += 1)
    sum += Math.abs((values[k] as number) / total - (others[k] as number) / other);
  return { value: sum };
}

/**
 * Krugman's specialisation index Σ|s_k − t_k| against a reference: 0 (the same structure) to 2 (nothing in common).
 * Whether the reference holds the region itself must be said. Source: Krugman 1991.
 * @example krugman([1, 0], [0, 1]) // { value: 2 }
 */
export function krugman(values: ArrayLike<number>, reference: ArrayLike<number>): Measured {
  return absoluteDifferences(values, reference);
}

/**
 * UNCTAD's diversification index Σ|s_k − t_k| / 2 against the world: 0 (as the world) to 1.
 * @example unctadDiversification([1, 0], [0, 1]) // { value: 1 }
 */
export function unctadDiversification(values: ArrayLike<number>, world: ArrayLike<number>): Measured {
  const sum = absoluteDifferences(values, world);
  return sum.value === null ? sum : { value: sum.value / 2 };
}

/**
 * Finger–Kreinin similarity Σ min(s_k, t_k): 1 (the same structure) to 0 (nothing in common); equals 1 − Krugman / 2.
 * Source: Finger, Kreinin 1979.
 * @example fingerKreinin([1, 1], [1, 0]) // { value: 0.5 }
 */
export function fingerKreinin(values: ArrayLike<number>, others: ArrayLike<number>): Measured {
  const sum = absoluteDifferences(values, others);
  return sum.value === null ? sum : { value: 1 - sum.value / 2 };
}

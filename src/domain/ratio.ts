import type { Measured, UndefinedReason } from './measured.ts';

/** A quotient, or the reason why there is none. @example ratio(1, 0, 'base-zero') // { value: null, reason: 'base-zero' } */
export function ratio(numerator: number, denominator: number, reason: UndefinedReason): Measured {
  return denominator === 0 ? { value: null, reason } : { value: numerator / denominator };
}

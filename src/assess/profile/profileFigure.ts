import type { TwoLanguages } from '../../domain/territory.ts';
import type { OperandQuestion } from '../trace/operandRows.ts';

/** A figure of a profile on its way to its rows. */
export interface ProfileFigure {
  readonly title: TwoLanguages;
  readonly unit: TwoLanguages;
  readonly value: number | null;
  readonly reason: string | null;
  /** In which `{0}`, `{1}` … stand for the operands. */
  readonly formula: string;
  readonly operands: readonly OperandQuestion[];
  /** The figure from the sums of its operands; null: they do not make it. */
  compute(sums: readonly number[]): number | null;
  /** Numbers beside the sums, e.g. quantities, as lines of text. */
  readonly terms?: readonly string[];
}

export const usd: TwoLanguages = { ru: 'долларов США', en: 'US dollars' };
export const share: TwoLanguages = { ru: 'доля, от 0 до 1', en: 'share, 0 to 1' };
export const noUnit: TwoLanguages = { ru: 'без единицы', en: 'no unit' };

/** A quotient; null where the divisor is 0. */
export function quotient(above: number | undefined, below: number | undefined): number | null {
  return below === undefined || below === 0 ? null : (above ?? 0) / below;
}

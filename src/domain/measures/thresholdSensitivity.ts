import { complexityOf } from './complexity.ts';
import type { ComplexityConvention } from './conventions.ts';
import { type PresenceRule, presenceOf } from './presence.ts';
import { rankCorrelation } from './rankCorrelation.ts';
import type { TradeMatrix } from './tradeMatrix.ts';

export interface ThresholdSensitivity {
  readonly threshold: number;
  /** Rank correlation (Spearman) of the regions' ECI with that at the threshold asked for; null where either is undefined. */
  readonly rankCorrelation: number | null;
  readonly components: number;
}

/**
 * How far the order of regions by ECI rests on the threshold of presence: the same at other thresholds, over the regions
 * that have presence at both.
 * @example thresholdSensitivity(tradeMatrixOfRows([]), [], { threshold: 1, comparison: 'at-least' }, 'atlas', [2])[0].rankCorrelation // null
 */
export function thresholdSensitivity(
  matrix: TradeMatrix,
  measure: ArrayLike<number>,
  rule: PresenceRule,
  convention: ComplexityConvention,
  factors: readonly number[] = [0.5, 0.8, 1.25, 2],
): readonly ThresholdSensitivity[] {
  const of = (threshold: number) =>
    complexityOf(presenceOf(matrix, Float64Array.from(measure), { ...rule, threshold }), convention);
  const usual = of(rule.threshold);
  return factors.map((factor) => {
    const threshold = rule.threshold * factor;
    const found = of(threshold);
    const both = [...usual.keptRegions].filter((region) => found.keptRegions.includes(region));
    const defined = usual.reason === null && found.reason === null && both.length > 1;
    return {
      threshold,
      rankCorrelation: defined
        ? rankCorrelation(
            both.map((region) => usual.eci[region] as number),
            both.map((region) => found.eci[region] as number),
          )
        : null,
      components: found.components,
    };
  });
}

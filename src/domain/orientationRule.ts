export type RuleMeasure =
  | 'trajectoryIndex'
  | 'shareOfReferenceSegment'
  | 'segmentShareOfTerritory'
  | 'shareOfCountryTotal'
  | 'segmentValueUsd';
export type RuleOperator = '>=' | '>' | '<=' | '<';

export interface RuleCondition {
  readonly measure: RuleMeasure;
  readonly operator: RuleOperator;
  readonly threshold: number;
}

/** A rule of export orientation: all conditions must hold. */
export interface OrientationRule {
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly source: string;
  readonly conditions: readonly RuleCondition[];
}

export interface JudgedCondition extends RuleCondition {
  readonly value: number | null;
  /** null: the measure is undefined. */
  readonly held: boolean | null;
  /** Within ±10 % of the threshold. */
  readonly near: boolean;
}

export interface Verdict {
  readonly verdict: 'yes' | 'no' | 'undefined';
  readonly conditions: readonly JudgedCondition[];
  readonly near: boolean;
}

/**
 * Verdict of a rule: `yes` when every condition holds, `no` when any fails, `undefined` when none fails but one has
 * no value. `near` marks a verdict that a change of 10 % in one measure could turn.
 * @example judgeOrientation({ id: 'r', name: { ru: '', en: '' }, source: '', conditions: [{ measure: 'trajectoryIndex', operator: '>=', threshold: 1 }] }, { trajectoryIndex: 1.05 }).near // true
 */
export function judgeOrientation(
  rule: OrientationRule,
  measures: Readonly<Partial<Record<RuleMeasure, number | null>>>,
): Verdict {
  const conditions = rule.conditions.map((condition) => {
    const value = measures[condition.measure] ?? null;
    return {
      ...condition,
      value,
      held: value === null ? null : holds(value, condition),
      near: value !== null && Math.abs(value - condition.threshold) <= 0.1 * Math.abs(condition.threshold),
    };
  });
  const fails = conditions.some((condition) => condition.held === false);
  const unknown = conditions.some((condition) => condition.held === null);
  const verdict = fails ? 'no' : unknown ? 'undefined' : 'yes';
  const decisive = conditions.filter((condition) => condition.near);
  // A "no" is near only when every failed condition is near: otherwise another one keeps it at no.
  const near =
    verdict === 'no'
      ? conditions.every((condition) => condition.held !== false || condition.near)
      : decisive.length > 0;
  return { verdict, conditions, near: near && verdict !== 'undefined' };
}

function holds(value: number, { operator, threshold }: RuleCondition): boolean {
  if (operator === '>=') return value >= threshold;
  if (operator === '>') return value > threshold;
  if (operator === '<=') return value <= threshold;
  return value < threshold;
}

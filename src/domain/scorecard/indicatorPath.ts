import { parseFormula, seriesOf } from './formula.ts';
import type { Indicator, IndicatorSystem } from './indicatorSystem.ts';
import { type NoChange, neededChange } from './neededChange.ts';
import { commonAmounts, type IndicatorInputs, wholesOf } from './scoreIndicator.ts';

/** What a target by a year needs of an indicator and of the series it names. */
export interface IndicatorPath {
  readonly target: number;
  readonly by: number;
  /** Units of the indicator a year, on a straight line. */
  readonly perYear: number;
  /** Growth of the series a year, as a share (0.07 is 7 %); null with a reason. */
  readonly seriesGrowth: number | null;
  readonly reason: NoChange | null;
  readonly currency: string | null;
  /** Each year: the indicator on the line, and the series that gives it, all else as in the year of departure. */
  readonly steps: readonly {
    readonly year: number;
    readonly value: number;
    readonly seriesAmount: number | null;
  }[];
}

/**
 * The straight way of an indicator from its value to a target: each year's value, and the amount of the series that the
 * indicator names (all other series as they are; its wholes grow with it). An indicator of growth (with index or
 * previous) has its target each year: the series grows by the same factor year after year.
 * @example indicatorPath({ id: 's', name: { ru: '', en: '' }, source: '', blocks: [], series: [], indicators: [] }, { id: 'i', block: 'b', name: { ru: '', en: '' }, formula: '100 * n / d', unit: '%', bound: { lower: 50 }, printed: '', moves: 'n', source: '' }, 2019, 20, 40, 2021, { amount: (name) => ({ amount: name === 'n' ? 20 : 100, currency: 'USD' }), rate: () => null }).steps[0].seriesAmount // 30
 */
export function indicatorPath(
  system: IndicatorSystem,
  indicator: Indicator,
  year: number,
  value: number,
  target: number,
  by: number,
  inputs: IndicatorInputs,
): IndicatorPath {
  const formula = parseFormula(indicator.formula);
  const common = commonAmounts(formula, year, inputs);
  const wholes = wholesOf(system, indicator.moves);
  const now = common.valueFor(indicator.moves, 0);
  const ofGrowth = seriesOf(formula).some((one) => one.lag === 1 && one.name === indicator.moves);
  const span = by - year;
  const perYear = (target - value) / span;
  const amountAt = (wanted: number) => {
    const change = neededChange(formula, common.valueFor, (series) => wholes.has(series), wanted);
    return change.value === null || now === null ? change : { value: now + change.value };
  };
  const last = amountAt(target);
  const before = common.valueFor(indicator.moves, 1);
  const factor =
    ofGrowth && last.value !== null && before !== null && before > 0 ? last.value / before : null;
  const steps = Array.from({ length: span }, (_none, place) => {
    const at = year + place + 1;
    if (ofGrowth)
      return {
        year: at,
        value: target,
        seriesAmount: factor === null || now === null ? null : now * factor ** (place + 1),
      };
    const wanted = place + 1 === span ? target : value + perYear * (place + 1);
    return { year: at, value: wanted, seriesAmount: amountAt(wanted).value };
  });
  const growth = ofGrowth
    ? factor === null
      ? null
      : factor - 1
    : last.value === null || now === null || !(now > 0) || last.value < 0
      ? null
      : (last.value / now) ** (1 / span) - 1;
  return {
    target,
    by,
    perYear: ofGrowth ? target - value : perYear,
    seriesGrowth: growth,
    reason: last.value === null && 'reason' in last ? last.reason : null,
    currency: common.currency,
    steps,
  };
}

import { type Evaluated, evaluateFormula, type SeriesValue } from './evaluateFormula.ts';
import { type Formula, parseFormula, seriesOf } from './formula.ts';
import { type IndicatorStatus, indicatorStatus, missedBound } from './indicatorStatus.ts';
import type { Indicator, IndicatorSystem } from './indicatorSystem.ts';
import { type IndicatorTrend, indicatorTrend, type NoYear, yearMet } from './indicatorTrend.ts';
import { type NoChange, neededChange } from './neededChange.ts';

/** A value of a series in one year; `currency` null: no money. */
export interface SeriesAmount {
  readonly amount: number;
  readonly currency: string | null;
}

/** What indicators are computed from: amounts by series and year, and units of a currency for one dollar. */
export interface IndicatorInputs {
  amount(series: string, year: number): SeriesAmount | null;
  rate(currency: string, year: number): number | null;
}

/** A sum of money that would close a gap, in the currency in which the indicator was computed. */
export type GapMoney =
  | { readonly value: number; readonly currency: string | null }
  | { readonly value: null; readonly reason: NoChange };

export interface ScoredIndicator {
  readonly value: number | null;
  readonly reason: 'no-data' | 'zero-denominator' | null;
  /** What is missing: `budget_revenue 2019`, or `RUB/USD 2019` for a rate. */
  readonly missing: readonly string[];
  /** Currency in which the terms were brought together; null: no money in it. */
  readonly currency: string | null;
  readonly status: IndicatorStatus;
  /** Missed bound less value: above 0 short, below 0 over the upper bound, 0 met; null without a value. */
  readonly gap: number | null;
  readonly gapMoney: GapMoney | null;
  readonly trend: IndicatorTrend;
  readonly points: readonly (readonly [year: number, value: number])[];
  readonly yearMet: number | null;
  readonly yearMetReason: NoYear | 'no-data' | null;
}

/** Values of the formula's series in one currency: as they are where they share one, else in dollars. */
export interface CommonAmounts {
  readonly valueFor: SeriesValue;
  readonly currency: string | null;
  readonly missing: readonly string[];
}

/**
 * The series of a formula brought to one currency for a year: as they are where all money is of one, else in dollars by
 * each year's rate. What cannot be had is named.
 * @example commonAmounts({ kind: 'operation', operator: '/', left: { kind: 'series', name: 'a', lag: 0 }, right: { kind: 'series', name: 'b', lag: 0 } }, 2019, { amount: (name) => ({ amount: 10, currency: name === 'a' ? 'USD' : 'RUB' }), rate: () => 5 }).valueFor('b', 0) // 2
 */
export function commonAmounts(formula: Formula, year: number, inputs: IndicatorInputs): CommonAmounts {
  const found = seriesOf(formula).map((one) => ({
    ...one,
    at: year - one.lag,
    amount: inputs.amount(one.name, year - one.lag),
  }));
  const currencies = new Set(found.flatMap((one) => one.amount?.currency ?? []));
  const convert = currencies.size > 1;
  const values = new Map<string, number>();
  const missing = new Set<string>();
  for (const { name, lag, at, amount } of found) {
    if (amount === null) {
      missing.add(`${name} ${at}`);
      continue;
    }
    const rate =
      !convert || amount.currency === null || amount.currency === 'USD'
        ? 1
        : inputs.rate(amount.currency, at);
    if (rate === null || !(rate > 0)) missing.add(`${amount.currency}/USD ${at}`);
    else values.set(`${name} ${lag}`, amount.amount / rate);
  }
  return {
    valueFor: (name, lag) => values.get(`${name} ${lag}`) ?? null,
    currency: convert ? 'USD' : ([...currencies][0] ?? null),
    missing: [...missing],
  };
}

/**
 * Value of a formula in a year, its series brought to one currency.
 * @example indicatorValue({ kind: 'series', name: 'a', lag: 0 }, 2019, { amount: () => ({ amount: 10, currency: 'USD' }), rate: () => null }) // { value: 10 }
 */
export function indicatorValue(formula: Formula, year: number, inputs: IndicatorInputs): Evaluated {
  return evaluateFormula(formula, commonAmounts(formula, year, inputs).valueFor);
}

/** A series and every whole that it is part of. @example wholesOf({ id: '', name: { ru: '', en: '' }, source: '', blocks: [], indicators: [], series: [{ id: 'a', name: { ru: '', en: '' }, kind: 'money', of: 'region', partOf: 'b', unit: '' }] }, 'a').has('b') // true */
export function wholesOf(system: IndicatorSystem, series: string): ReadonlySet<string> {
  const wholes = new Set<string>();
  for (let one: string | undefined = series; one !== undefined && !wholes.has(one); ) {
    wholes.add(one);
    const at: string = one;
    one = system.series.find((candidate) => candidate.id === at)?.partOf;
  }
  return wholes;
}

/**
 * An indicator in a year: value, status against its bound, gap in its unit and in money (what the series it names would
 * have to gain, all else equal; its wholes gain with it), the trend over the years up to that one, and the year in which
 * the trend meets the bound. `years`: years that may have data, in order.
 * @example scoreIndicator({ id: 's', name: { ru: '', en: '' }, source: '', blocks: [], series: [], indicators: [] }, { id: 'i', block: 'b', name: { ru: '', en: '' }, formula: '100 * n / d', unit: '%', bound: { lower: 50 }, printed: '', moves: 'n', source: '' }, 2019, [2019], { amount: (name) => ({ amount: name === 'n' ? 20 : 100, currency: 'USD' }), rate: () => null }).gapMoney // { value: 30, currency: 'USD' }
 */
export function scoreIndicator(
  system: IndicatorSystem,
  indicator: Indicator,
  year: number,
  years: readonly number[],
  inputs: IndicatorInputs,
): ScoredIndicator {
  const formula = parseFormula(indicator.formula);
  const common = commonAmounts(formula, year, inputs);
  const evaluated: Evaluated = evaluateFormula(formula, common.valueFor);
  const points = years
    .filter((one) => one <= year)
    .flatMap((one) => {
      const { value } = indicatorValue(formula, one, inputs);
      return value === null ? [] : [[one, value] as const];
    });
  const trend = indicatorTrend(points);
  const { value } = evaluated;
  const missed = value === null ? null : missedBound(value, indicator.bound);
  const met =
    value === null
      ? { year: null, reason: 'no-data' as const }
      : missed === null
        ? { year: null, reason: 'met' as const }
        : yearMet(trend, year, missed, value < missed ? 'below' : 'above');
  return {
    value,
    reason: evaluated.value === null ? evaluated.reason : null,
    missing: common.missing,
    currency: common.currency,
    status: indicatorStatus(value, indicator.bound),
    gap: value === null ? null : missed === null ? 0 : missed - value,
    gapMoney: value === null ? null : gapMoney(system, indicator, formula, common, missed),
    trend,
    points,
    yearMet: met.year,
    yearMetReason: met.year === null ? met.reason : null,
  };
}

function gapMoney(
  system: IndicatorSystem,
  indicator: Indicator,
  formula: Formula,
  common: CommonAmounts,
  missed: number | null,
): GapMoney {
  if (missed === null) return { value: 0, currency: common.currency };
  const wholes = wholesOf(system, indicator.moves);
  const change = neededChange(formula, common.valueFor, (series) => wholes.has(series), missed);
  return change.value === null ? change : { value: change.value, currency: common.currency };
}

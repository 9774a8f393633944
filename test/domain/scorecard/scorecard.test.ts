import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluateFormula } from '../../../src/domain/scorecard/evaluateFormula.ts';
import { parseFormula, seriesOf } from '../../../src/domain/scorecard/formula.ts';
import { indicatorPath } from '../../../src/domain/scorecard/indicatorPath.ts';
import { indicatorStatus } from '../../../src/domain/scorecard/indicatorStatus.ts';
import type { Indicator, IndicatorSystem } from '../../../src/domain/scorecard/indicatorSystem.ts';
import { indicatorTrend, yearMet } from '../../../src/domain/scorecard/indicatorTrend.ts';
import { neededChange } from '../../../src/domain/scorecard/neededChange.ts';
import { scoreIndicator } from '../../../src/domain/scorecard/scoreIndicator.ts';
import { seriesUnit } from '../../../src/domain/scorecard/seriesUnit.ts';
import { parseSupposedChange, supposedInputs } from '../../../src/domain/scorecard/whatIf.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';

const values = (of: Readonly<Record<string, number>>) => (name: string, lag: 0 | 1) =>
  of[lag === 0 ? name : `${name}-1`] ?? null;

test('formulas: precedence, brackets, index and previous', () => {
  const at = (text: string, of: Readonly<Record<string, number>>) =>
    evaluateFormula(parseFormula(text), values(of)).value;
  assert.equal(at('2 + 3 * 4 - 6 / 2', {}), 11);
  assert.equal(at('(2 + 3) * -4', {}), -20);
  assert.equal(at('8 / 2 / 2', {}), 2); // from left to right
  assert.equal(at('10 - 3 - 2', {}), 5);
  assert.equal(at('100 * index(a) / index(b)', { a: 12, 'a-1': 10, b: 5, 'b-1': 4 }), 96); // 1.2 / 1.25
  assert.equal(at('a - previous(a)', { a: 12, 'a-1': 10 }), 2);
  assert.deepEqual(evaluateFormula(parseFormula('a / b'), values({ a: 1, b: 0 })), {
    value: null,
    reason: 'zero-denominator',
    missing: [],
  });
  assert.deepEqual(evaluateFormula(parseFormula('index(a) / b'), values({ a: 1 })), {
    value: null,
    reason: 'no-data',
    missing: [
      { name: 'a', lag: 1 },
      { name: 'b', lag: 0 },
    ],
  });
  assert.equal(seriesOf(parseFormula('a + a * b')).length, 2);
});

test('formulas: whatever is no formula is refused with its place, and nothing is run', () => {
  for (const [text, place] of [
    ['process.exit()', 8],
    ['a +', 4],
    ['a b', 3],
    ['log(a)', 1],
    ['index(1)', 7],
    ['(a', 3],
    ['a ** b', 4],
    ['constructor["x"]', 12],
    ['', 1],
  ] as const) {
    assert.throws(
      () => parseFormula(text),
      (error: unknown) =>
        error instanceof TrajectaError &&
        error.code === 'bad-formula' &&
        error.message.includes(`character ${place}:`),
      text,
    );
  }
  assert.throws(() => parseFormula('('.repeat(100)), /nested/);
  assert.throws(() => parseFormula('a+'.repeat(400)), /500/);
  assert.equal(evaluateFormula(parseFormula('constructor'), values({})).value, null);
});

test('gap in money: (b·D − N)/(1 − b) where the numerator is part of the denominator, b·D − N where it is not', () => {
  const share = parseFormula('100 * n / d');
  const of = values({ n: 20, d: 100 });
  // (0.5 × 100 − 20) / 0.5 = 60: 80 of 160.
  assert.deepEqual(
    neededChange(share, of, () => true, 50),
    { value: 60 },
  );
  // 0.5 × 100 − 20 = 30.
  assert.deepEqual(
    neededChange(share, of, (name) => name === 'n', 50),
    { value: 30 },
  );
  // Over the range: 20 is to become 10 of 100.
  assert.deepEqual(
    neededChange(share, of, (name) => name === 'n', 10),
    { value: -10 },
  );
  assert.deepEqual(
    neededChange(share, of, () => true, 100),
    { value: null, reason: 'unreachable' },
  );
  assert.deepEqual(
    neededChange(share, of, () => true, 150),
    { value: null, reason: 'unreachable' },
  );
  assert.deepEqual(
    neededChange(share, of, () => false, 50),
    { value: null, reason: 'no-influence' },
  );
  assert.deepEqual(
    neededChange(parseFormula('n * n'), of, () => true, 500),
    { value: null, reason: 'not-linear' },
  );
  // Growth: 1.1 needed instead of 12/12 over an index of 1.1: 12 × 1.1 − 12.
  const growth = neededChange(
    parseFormula('100 * index(n) / index(d)'),
    values({ n: 12, 'n-1': 12, d: 110, 'd-1': 100 }),
    (name) => name === 'n',
    100,
  );
  assert.ok(growth.value !== null && Math.abs(growth.value - 1.2) < 1e-12);
});

test('the change found brings the formula to the target', () => {
  const number = fc.double({ min: 1, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      number,
      number,
      fc.double({ min: 0.1, max: 95, noNaN: true }),
      fc.boolean(),
      (n, more, target, isPart) => {
        const formula = parseFormula('100 * n / d');
        const d = n + more;
        const change = neededChange(formula, values({ n, d }), (name) => name === 'n' || isPart, target);
        assert.ok(change.value !== null);
        const after = values({ n: n + change.value, d: d + (isPart ? change.value : 0) });
        const reached = evaluateFormula(formula, after).value;
        assert.ok(reached !== null && Math.abs(reached - target) < 1e-6);
      },
    ),
  );
});

test('status: each form of bound, both ends included', () => {
  const least = { lower: 50 };
  const range = { lower: 10, upper: 15 };
  const most = { upper: 20 };
  for (const [value, bound, status] of [
    [50, least, 'met'],
    [45, least, 'near'],
    [44.9, least, 'not-met'],
    [10, range, 'met'],
    [15, range, 'met'],
    [15.1, range, 'above-range'],
    [9, range, 'near'],
    [20, most, 'met'],
    [22, most, 'near'],
    [23, most, 'not-met'],
    [null, least, 'no-data'],
  ] as const)
    assert.equal(indicatorStatus(value, bound), status, `${value}`);
});

test('trend: the line by hand, the year of the bound, directions', () => {
  // Slope of 4, 5, 7 over three years: (7 − 4) / 2 = 1.5; mean 16/3 in 2018.
  const trend = indicatorTrend([
    [2017, 4],
    [2018, 5],
    [2019, 7],
  ]);
  assert.equal(trend.perYear, 1.5);
  assert.equal(trend.direction, null); // fewer than five years
  // 16/3 + 1.5 × (t − 2018) ≥ 15 at t ≥ 2024.4.
  assert.deepEqual(yearMet(trend, 2019, 15, 'below'), { year: 2025 });
  assert.deepEqual(yearMet(trend, 2019, 2, 'above'), { year: null, reason: 'away' });
  assert.deepEqual(yearMet(trend, 2019, 1e6, 'below'), { year: null, reason: 'too-far' });
  assert.deepEqual(yearMet(indicatorTrend([[2019, 4]]), 2019, 5, 'below'), {
    year: null,
    reason: 'too-few-years',
  });
  const of = (series: readonly number[]) =>
    indicatorTrend(series.map((value, place) => [2010 + place, value] as const)).direction;
  assert.equal(of([10, 11, 12.1, 13.3, 14.6]), 'rising');
  assert.equal(of([10, 9, 8.1, 7.3, 6.6]), 'falling');
  assert.equal(of([10, 10.2, 9.9, 10.1, 10]), 'stable');
  assert.equal(of([10, 30, 5, 40, 8]), 'volatile');
});

const system: IndicatorSystem = {
  id: 's',
  name: { ru: '', en: '' },
  source: '',
  blocks: [{ id: 'b', name: { ru: '', en: '' } }],
  series: [
    { id: 'n', name: { ru: '', en: '' }, kind: 'money', of: 'region', partOf: 'd', unit: 'USD' },
    { id: 'd', name: { ru: '', en: '' }, kind: 'money', of: 'region', unit: 'USD' },
  ],
  indicators: [],
};
const indicator: Indicator = {
  id: 'i',
  block: 'b',
  name: { ru: '', en: '' },
  formula: '100 * n / d',
  unit: '%',
  bound: { lower: 50 },
  printed: '',
  moves: 'n',
  source: '',
};
const inputs = (
  of: Readonly<Record<string, readonly [amount: number, currency: string]>>,
  rate: number | null = null,
) => ({
  amount: (name: string, year: number) => {
    const found = of[`${name} ${year}`];
    return found === undefined ? null : { amount: found[0], currency: found[1] };
  },
  rate: () => rate,
});

test('both terms in one currency: as they are, or in dollars by the rate, or missing with the rate named', () => {
  const same = scoreIndicator(
    system,
    indicator,
    2019,
    [2019],
    inputs({ 'n 2019': [20, 'RUB'], 'd 2019': [100, 'RUB'] }),
  );
  assert.equal(same.value, 20);
  assert.deepEqual(same.gapMoney, { value: 60, currency: 'RUB' });
  const two = { 'n 2019': [20, 'USD'], 'd 2019': [6400, 'RUB'] } as const;
  const converted = scoreIndicator(system, indicator, 2019, [2019], inputs(two, 64));
  assert.equal(converted.value, 20); // 6400 / 64 = 100 dollars
  assert.equal(converted.currency, 'USD');
  const without = scoreIndicator(system, indicator, 2019, [2019], inputs(two));
  assert.equal(without.status, 'no-data');
  assert.deepEqual(without.missing, ['RUB/USD 2019']);
});

test('path by hand: 20 of 100 to 40 % in two years, the numerator part of the denominator', () => {
  const path = indicatorPath(
    system,
    indicator,
    2019,
    20,
    40,
    2021,
    inputs({ 'n 2019': [20, 'USD'], 'd 2019': [100, 'USD'] }),
  );
  assert.equal(path.perYear, 10);
  // 30 %: (30 − 20) / 0.7 more; 40 %: (40 − 20) / 0.6 more.
  const amounts = path.steps.map((step) => step.seriesAmount ?? 0);
  assert.ok(Math.abs((amounts[0] ?? 0) - (20 + 10 / 0.7)) < 1e-9);
  assert.ok(Math.abs((amounts[1] ?? 0) - (20 + 20 / 0.6)) < 1e-9);
  assert.ok(Math.abs((path.seriesGrowth ?? 0) - (Math.sqrt((20 + 20 / 0.6) / 20) - 1)) < 1e-12);
});

test('what if: by a share, by an amount, to an amount; the whole gains with its part', () => {
  const given = inputs({ 'n 2019': [20, 'USD'], 'd 2019': [100, 'USD'], 'n 2018': [10, 'USD'] });
  const after = (text: string) => supposedInputs(system, given, 2019, [parseSupposedChange(text)]);
  assert.equal(after('n=+10%').amount('n', 2019)?.amount, 22);
  assert.equal(after('n=+10%').amount('d', 2019)?.amount, 102);
  assert.equal(after('n=+10%').amount('n', 2018)?.amount, 10);
  assert.equal(after('n=-5').amount('n', 2019)?.amount, 15);
  assert.equal(after('n=50').amount('d', 2019)?.amount, 130);
  assert.equal(after('d=+50%').amount('n', 2019)?.amount, 20);
  assert.deepEqual(parseSupposedChange('n=1,5 млн'), { series: 'n', kind: 'to', value: 1_500_000 });
  assert.throws(() => parseSupposedChange('n+10'), /not understood/);
  assert.throws(() => after('x=+1%'), /no series "x"/);
});

test('units in words', () => {
  for (const [text, currency, scale] of [
    ['млн руб.', 'RUB', 1e6],
    ['тыс. долл. США', 'USD', 1e3],
    ['bn USD', 'USD', 1e9],
    ['₽', 'RUB', 1],
    ['млрд бел. руб.', 'BYN', 1e9],
    ['чел.', null, 1],
    ['тыс. чел.', null, 1e3],
  ] as const)
    assert.deepEqual(seriesUnit(text), { currency, scale }, text);
  assert.equal(seriesUnit(' '), null);
});

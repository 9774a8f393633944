import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undefinedReasons } from '../../../src/domain/measured.ts';
import { measureRows } from '../../../src/domain/measures/computeMeasure.ts';
import type { MeasureDefinition } from '../../../src/domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../../src/domain/measures/measureOptions.ts';
import { findMeasure, measures } from '../../../src/domain/measures/registry.ts';
import {
  type TradeColumns,
  type TradeRecord,
  tradeColumnsOf,
  tradeColumnsOfRecords,
} from '../../../src/domain/measures/tradeColumns.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';

// Every measure under input that is malformed or at its edge: the documented result or error.

const tables: MeasureOptions = {
  pci: new Map([['10', 1]]),
  characteristic: new Map([['A', 2]]),
  population: new Map([['A', 3]]),
};
const optionsOf = (measure: MeasureDefinition): MeasureOptions => ({
  ...Object.fromEntries(measure.requires.map((name) => [name, tables[name]])),
  ...(measure.needs.includes('period') ? {} : { period: '2019' }),
});

/** The rows of one year, for both years and both flows. */
const everywhere = (rows: readonly TradeRecord[]): TradeColumns =>
  tradeColumnsOfRecords(
    ['2018', '2019'].flatMap((period) =>
      ['export', 'import'].flatMap((flow) => rows.map((row) => ({ ...row, period, flow }))),
    ),
  );
const single = (value: number) =>
  everywhere([{ region: 'A', product: '10', partner: 'm', value, quantity: value }]);

/** Values in the order of the answer, reasons in place of missing ones. */
const told = (measure: MeasureDefinition, columns: TradeColumns) =>
  measureRows(measure, columns, optionsOf(measure))
    .map((row) => row.reason ?? row.value)
    .join();

// Measure; of one region that sells 5 of one product to one market in both years, exports and imports alike; of the same
// that sells nothing. By hand: a share of 1 against a share of 1, one line, one region, no change.
const single5AndNothing: readonly (readonly [id: string, five: string, nothing: string])[] = [
  ['rca', '1', 'no-region-value'],
  ['symmetric-rca', '0', 'no-region-value'],
  ['log-rca', '0', 'no-region-value'],
  ['normalised-rca', '0', 'no-region-value'],
  ['additive-rca', '0', 'no-region-value'],
  ['trajectory-index', '1', 'base-zero'],
  ['rpop', '1', 'no-product-value'],
  ['rxa', 'sole-exporter', 'no-region-value'],
  ['rma', 'sole-exporter', 'no-region-value'],
  ['rta', 'sole-exporter', 'no-region-value'],
  ['revealed-competitiveness', 'sole-exporter', 'no-region-value'],
  ['log-rxa', 'sole-exporter', 'no-region-value'],
  ['lafay', '0', 'no-region-value'],
  ['presence', '1', '0'],
  ['diversity', '1', '0'],
  ['ubiquity', '1', '0'],
  ['eci', 'one-region', 'no-presence'],
  ['pci', 'one-region', 'no-presence'],
  ['fitness', '1', 'no-presence'],
  ['product-fitness', '1', 'no-presence'],
  ['external-eci', '1', 'no-presence'],
  ['share-weighted-eci', '1', 'no-region-value'],
  ['proximity', '1', '0'],
  ['density', '1', 'no-presence'],
  ['distance', '0', 'no-presence'],
  ['outlook-index', 'one-region', 'no-presence'],
  ['outlook-gain', 'one-region', 'no-presence'],
  ['similarity', 'no-variation', 'no-variation'],
  ['prody', '2', 'no-data'],
  ['expy', '2', 'no-data'],
  ['product-mean', '2', 'no-data'],
  ['pgi', '2', 'no-data'],
  ['peii', '2', 'no-data'],
  ['hhi', '1', 'base-zero'],
  ['normalised-hhi', 'one-line', 'base-zero'],
  ['equivalent-number', '1', 'base-zero'],
  ['unctad-concentration', 'one-line', 'base-zero'],
  ['unctad-diversification', '0', 'base-zero'],
  ['krugman', '0', 'base-zero'],
  ['finger-kreinin', '1', 'base-zero'],
  ['entropy', '0', 'base-zero'],
  ['unrelated-variety', '0', 'base-zero'],
  ['related-variety', '0', 'base-zero'],
  ['gini', '0', 'base-zero'],
  ['theil', '0', 'base-zero'],
  ['theil-between', '0', 'base-zero'],
  ['theil-within', '0', 'base-zero'],
  ['theil-between-groups', '0', 'base-zero'],
  ['theil-within-groups', '0', 'base-zero'],
  ['share-change', '1,1,0', 'reference-base-zero,reference-base-zero,reference-base-zero'],
  ['contribution-to-growth', '0', 'base-zero'],
  ['growth', '0', 'zero-value'],
  ['compound-growth', '0', 'zero-value'],
  [
    'log-linear-growth',
    '0,0,too-few-years,too-few-years,2,0',
    'too-few-years,too-few-years,too-few-years,too-few-years,0,2',
  ],
  ['survival', 'no-data,no-data', 'no-data,no-data'],
  ['hummels-klenow', '1,1,1,0', 'reference-base-zero,reference-base-zero,reference-base-zero,0'],
  ['hummels-klenow-by-market', '1,1,1,0', 'reference-base-zero,reference-base-zero,reference-base-zero,0'],
  ['hummels-klenow-mean', '1,1,1,1', 'no-match,no-match,no-match,0'],
  ['market-penetration', '1', 'no-region-value'],
  ['trade-intensity', '1', 'no-region-value'],
  ['complementarity', '1', 'base-zero'],
  ['unit-value', '1', ''],
  ['relative-unit-value', '1', ''],
  ['value-index', '1,1,1', 'no-match,no-match,0'],
  ['unit-value-index', '1,1,1,1,1', 'no-match,no-match,no-match,no-match,0'],
  ['volume-index', '1,1,1', 'no-match,no-match,0'],
];

test('one region, one product; and nothing present: every measure by hand', () => {
  for (const [id, five, nothing] of single5AndNothing) {
    const measure = findMeasure(id) ?? assert.fail(id);
    assert.equal(told(measure, single(5)), five, `${id}, one region`);
    assert.equal(told(measure, single(0)), nothing, `${id}, nothing present`);
  }
  // Of many terms: nothing changes, and the relation goes on.
  const parts = measureRows(findMeasure('change-decomposition') ?? assert.fail(), single(5));
  assert.deepEqual(
    parts.filter((row) => row.value !== 0).map((row) => [row.term, row.value]),
    [['continuing', 1]],
  );
  const shares = measureRows(findMeasure('constant-market-share') ?? assert.fail(), single(5));
  assert.ok(shares.every((row) => row.value === 0));
  assert.equal(single5AndNothing.length + 2, measures.length);
});

test('0 × 0: no rows, or the error that two periods are wanted', () => {
  const nothing = tradeColumnsOf({
    region: [],
    product: [],
    partner: [],
    period: [],
    flow: [],
    value: [],
    quantity: [],
  });
  for (const measure of measures) {
    const { period: _period, ...options } = optionsOf(measure);
    try {
      assert.deepEqual(measureRows(measure, nothing, options), [], measure.id);
    } catch (error) {
      assert.ok(error instanceof TrajectaError && error.code === 'no-data', measure.id);
      assert.match(error.text.en, /Two periods/);
    }
  }
});

const rows: readonly TradeRecord[] = ['A', 'B', 'C'].flatMap((region, r) =>
  ['10', '11', '20', '21'].flatMap((product, q) =>
    ['m', 'n'].map((partner, m) => ({
      region,
      product,
      partner,
      value: ((r * 5 + q * 3 + m) % 7) * 10,
      quantity: ((r + q + m) % 3) + 1,
    })),
  ),
);

test('duplicate keys are added: a row in two halves is the row', () => {
  const halves = rows.flatMap((row) => {
    const half = { ...row, value: row.value / 2, quantity: (row.quantity ?? 0) / 2 };
    return [half, half];
  });
  const [whole, split] = [everywhere(rows), everywhere(halves)];
  for (const measure of measures) {
    const [one, two] = [whole, split].map((columns) => measureRows(measure, columns, optionsOf(measure)));
    assert.equal(one?.length, two?.length, measure.id);
    one?.forEach((row, place) => {
      const other = two?.[place];
      assert.equal(other?.reason, row.reason, measure.id);
      const distance = Math.abs((other?.value ?? 0) - (row.value ?? 0));
      assert.ok(distance <= 1e-9 * Math.max(1, Math.abs(row.value ?? 0)), measure.id);
    });
  }
});

test('codes that a table does not have: null with a reason of the closed list, or left out of a mean; never NaN', () => {
  const others: MeasureOptions = {
    pci: new Map([['99', 1]]),
    characteristic: new Map([['Z', 1]]),
    population: new Map([['Z', 1]]),
  };
  for (const measure of measures)
    for (const columns of [everywhere(rows), single(5), single(0)]) {
      const options = {
        ...optionsOf(measure),
        ...Object.fromEntries(measure.requires.map((name) => [name, others[name]])),
      };
      for (const row of measureRows(measure, columns, options)) {
        if (row.value === null) assert.ok(undefinedReasons.includes(row.reason as never), measure.id);
        else assert.ok(Number.isFinite(row.value) && row.reason === undefined, measure.id);
      }
    }
});

test('negative, NaN and infinite numbers, and codes outside their labels, are refused with their row', () => {
  for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.throws(() => tradeColumnsOf({ region: ['A', 'A'], value: [1, bad] }), /Row 2: the value/);
    assert.throws(
      () => tradeColumnsOf({ region: ['A', 'A'], value: [1, 1], quantity: [1, bad] }),
      /Row 2: the quantity/,
    );
  }
  for (const code of [1, -1, Number.NaN])
    assert.throws(
      () => tradeColumnsOf({ region: { labels: ['A'], codes: [0, code] }, value: [1, 1] }),
      /Row 2: no region/,
    );
});

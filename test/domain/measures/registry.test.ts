import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { workedExample } from '../../../scripts/measureDocs/exampleTable.ts';
import { measurePages } from '../../../scripts/measureDocs/measurePages.ts';
import { packageRoot } from '../../../src/classifications/dataFile.ts';
import { undefinedReasons } from '../../../src/domain/measured.ts';
import { measureRows } from '../../../src/domain/measures/computeMeasure.ts';
import { measureContext } from '../../../src/domain/measures/measureContext.ts';
import { rowsOf } from '../../../src/domain/measures/measuredTable.ts';
import { measureOptionDefinitions } from '../../../src/domain/measures/measureOptions.ts';
import { findMeasure, measures } from '../../../src/domain/measures/registry.ts';
import { type TradeRecord, tradeColumnsOfRecords } from '../../../src/domain/measures/tradeColumns.ts';
import { tradeMatrixOfRows } from '../../../src/domain/measures/tradeMatrix.ts';

test('the pages of measures are what the registry gives', () => {
  const folder = join(packageRoot(), 'docs', 'measures');
  const pages = measurePages();
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(pages).sort());
  for (const [name, text] of Object.entries(pages))
    assert.equal(
      readFileSync(join(folder, name), 'utf8'),
      text,
      `${name}: run node dist/scripts/buildMeasureDocs.js`,
    );
});

test('every worked example has values, and every measure gives a number or a reason of the closed list, for any table', () => {
  for (const measure of measures) {
    const { columns, options } = workedExample(measure);
    const rows = measureRows(measure, columns, options);
    assert.ok(
      rows.some((row) => row.value !== null && row.value !== 0),
      measure.id,
    );
  }
  const row = fc.record({
    region: fc.constantFrom('A', 'B', 'C'),
    product: fc.constantFrom('8471', '8542', '3004'),
    partner: fc.constantFrom('CN', 'KZ'),
    period: fc.constantFrom('2018', '2019', '2021'),
    flow: fc.constantFrom('export', 'import'),
    value: fc.integer({ min: 0, max: 50 }),
    quantity: fc.integer({ min: 0, max: 9 }),
  });
  // A first row of each end of the time, so that measures of two periods have them.
  const ends: TradeRecord[] = ['2018', '2021'].map((period) => ({
    region: 'A',
    product: '8471',
    partner: 'CN',
    period,
    flow: 'export',
    value: 0,
    quantity: 0,
  }));
  const options = {
    characteristic: new Map([
      ['A', 3],
      ['B', 5],
    ]),
    population: new Map([
      ['A', 3],
      ['C', 1],
    ]),
    pci: new Map([
      ['8471', 1],
      ['3004', -1],
    ]),
  };
  const choices = fc.record(
    {
      convention: fc.constantFrom('atlas', 'py-ecomplexity', 'stata', 'economiccomplexity-r', 'datawheel'),
      reference: fc.constantFrom('all', 'others', 'A'),
      proximity: fc.constantFrom('minimum', 'asymmetric', 'square-root', 'continuous'),
      neighbours: fc.integer({ min: 1, max: 3 }),
      presenceBy: fc.constantFrom('rca', 'rpop', 'both', 'either'),
      over: fc.constantFrom('product', 'partner', 'product-partner'),
      base: fc.constant(['84', '30']),
      form: fc.constantFrom('index', 'symmetric', 'normalised', 'additive', 'log'),
      outliers: fc.constant(3),
      chained: fc.boolean(),
      iterations: fc.constantFrom(1, 20, 400),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 14 }),
      fc.constantFrom(...measures),
      choices,
      (table, measure, chosen) => {
        const columns = tradeColumnsOfRecords([...ends, ...table]);
        for (const found of measureRows(measure, columns, { ...options, ...chosen })) {
          if (found.value === null)
            assert.ok(
              (undefinedReasons as readonly unknown[]).includes(found.reason),
              `${measure.id} ${found.reason}`,
            );
          else assert.ok(Number.isFinite(found.value), `${measure.id} ${found.value}`);
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('missing columns and tables are named', () => {
  const columns = tradeColumnsOfRecords([{ region: 'A', product: 'x', value: 1 }]);
  const of = (id: string) => () => measureRows(findMeasure(id) ?? assert.fail(id), columns);
  assert.throws(of('hummels-klenow-mean'), /missing: partner/);
  assert.throws(of('change-decomposition'), /missing: period/);
  assert.throws(of('prody'), /--characteristic FILE/);
  assert.throws(of('lafay'), /missing: flow/);
  assert.throws(
    () => measureRows(findMeasure('rca') ?? assert.fail(), columns, { reference: 'WORLD' }),
    /no such region/,
  );
});

test('options that definitions name are defined; a table of several periods is answered for each', () => {
  const names = measureOptionDefinitions.map((one) => one.name);
  for (const measure of measures)
    for (const name of measure.options) assert.ok(names.includes(name), `${measure.id} ${name}`);
  const columns = tradeColumnsOfRecords([
    { region: 'A', product: 'x', period: '2019', value: 1 },
    { region: 'A', product: 'y', period: '2020', value: 1 },
    { region: 'A', product: 'x', period: '2020', value: 3 },
  ]);
  assert.deepEqual(measureRows(findMeasure('hhi') ?? assert.fail(), columns), [
    { period: '2019', region: 'A', value: 1 },
    { period: '2020', region: 'A', value: 0.625 },
  ]);
});

test('ids are unique kebab-case terms with words in both languages', () => {
  assert.equal(new Set(measures.map((one) => one.id)).size, measures.length);
  for (const one of measures) {
    assert.match(one.id, /^[a-z]+(-[a-z]+)*$/);
    for (const text of [one.name, one.meaning, one.variant, one.unit, one.edges])
      assert.ok(/[а-я]/i.test(text.ru) && /[a-z]/i.test(text.en), one.id);
  }
});

test('by hand: two regions, two products', () => {
  // A sells 30 of x and 10 of y; B sells 20 of y. X = 60, X_A = 40, X_x = 30, X_y = 30.
  const context = measureContext(
    tradeMatrixOfRows([
      { region: 'A', product: 'x', value: 30 },
      { region: 'A', product: 'y', value: 10 },
      { region: 'B', product: 'y', value: 20 },
    ]),
  );
  const value = (id: string) =>
    rowsOf(
      findMeasure(id)?.compute(context) ?? { axes: [], values: new Float64Array(), undefinedAt: new Map() },
    ).map((row) => row.value);
  assert.deepEqual(value('rca'), [1.5, 0.5, 0, 2]);
  assert.deepEqual(value('presence'), [1, 0, 0, 1]);
  assert.deepEqual(value('log-rca')[2], null);
  assert.deepEqual(value('normalised-rca'), [
    30 / 60 - (40 * 30) / 3600,
    10 / 60 - (40 * 30) / 3600,
    -(20 * 30) / 3600,
    20 / 60 - (20 * 30) / 3600,
  ]);
  assert.deepEqual(value('hhi'), [0.625, 1]);
  assert.deepEqual(value('krugman'), [0.5, 1]);
  assert.deepEqual(value('eci'), [null, null], 'A has x, B has y: the graph falls apart');
  assert.deepEqual(value('finger-kreinin'), [1, 0.25, 0.25, 1]);
});

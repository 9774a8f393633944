import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { measurePages } from '../../../scripts/measureDocs/measurePages.ts';
import { packageRoot } from '../../../src/classifications/dataFile.ts';
import { undefinedReasons } from '../../../src/domain/measured.ts';
import { measureContext, rowsOf } from '../../../src/domain/measures/measureContext.ts';
import { findMeasure, measures } from '../../../src/domain/measures/registry.ts';
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

test('every measure gives a number or a reason of the closed list, for any table', () => {
  const rows = fc.array(
    fc.record({
      region: fc.constantFrom('A', 'B', 'C'),
      product: fc.constantFrom('8471', '8542', '3004'),
      value: fc.integer({ min: 0, max: 50 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, fc.constantFrom(...measures), (table, measure) => {
      const context = measureContext(tradeMatrixOfRows(table), {
        characteristic: new Map([
          ['A', 3],
          ['B', 5],
        ]),
      });
      for (const row of rowsOf(measure.compute(context))) {
        if (row.value === null)
          assert.ok(
            (undefinedReasons as readonly unknown[]).includes(row.reason),
            `${measure.id} ${row.reason}`,
          );
        else assert.ok(Number.isFinite(row.value), `${measure.id} ${row.value}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('ids are unique kebab-case terms with words in both languages', () => {
  assert.equal(new Set(measures.map((one) => one.id)).size, measures.length);
  for (const one of measures) {
    assert.match(one.id, /^[a-z]+(-[a-z]+)*$/);
    for (const text of [one.name, one.meaning, one.edges])
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureAnswerSchema } from '../../../src/api/measureAnswer.ts';
import { measure } from '../../../src/assess/measures/measure.ts';
import { withDraws } from '../../../src/assess/measures/withDraws.ts';
import { findMeasure } from '../../../src/domain/measures/registry.ts';
import { tradeColumnsOfRecords } from '../../../src/domain/measures/tradeColumns.ts';
import { measureTables } from '../../../src/reports/measureTables.ts';

const columns = tradeColumnsOfRecords([
  { region: 'A', product: 'x', value: 3 },
  { region: 'A', product: 'y', value: 1 },
  { region: 'B', product: 'y', value: 2 },
]);
const known = (id: string) => findMeasure(id) ?? assert.fail(id);

test('a table with draws: rows of the measure with rank, intervals and verdict', () => {
  const hhi = known('hhi');
  const plain = measure(hhi, columns, {});
  const answer = withDraws(plain, hhi, columns, {}, { draws: 400, seed: 2, atLeast: 0.9 });
  measureAnswerSchema.parse(answer);
  const [a, b] = answer.data;
  assert.deepEqual([a?.value, b?.value, a?.rank, b?.rank], [10 / 16, 1, 2, 1]);
  // By hand: two draws of x and y give A two lines of x (½), two of y (½), or one each (5/8); B one or two lines of y.
  assert.deepEqual([a?.valueLower, a?.valueUpper], [0.5, 10 / 16]);
  assert.deepEqual([b?.valueLower, b?.valueUpper], [0.5, 1]);
  assert.equal(a?.verdictYesShare, 0);
  // B is 1 where y is drawn once: in half of the draws; three standard errors of 400 are below 0.08.
  assert.ok(Math.abs((b?.verdictYesShare ?? 0) - 0.5) < 0.08);
  assert.ok(Math.abs((b?.undefinedDraws ?? 0) / 400 - 0.25) < 0.07);
  assert.equal(answer.findings[0]?.code, 'bootstrap');
  const [table] = measureTables(answer, 'en', 10);
  assert.deepEqual(
    table?.columns.map((one) => one.heading),
    ['region', 'value', '95 % of draws', 'rank', 'rank in 95 % of draws'],
  );
});

test('measures of pairs, columns that are not there and several periods are refused with what to do', () => {
  const rca = known('rca');
  const hhi = known('hhi');
  assert.throws(() => withDraws(measure(rca, columns, {}), rca, columns, {}, {}), /by region × product/);
  assert.throws(
    () => withDraws(measure(hhi, columns, {}), hhi, columns, {}, { over: 'partner' }),
    /--columns …,partner/,
  );
  const years = tradeColumnsOfRecords(
    ['2018', '2019'].map((period) => ({ region: 'A', product: 'x', period, value: 1 })),
  );
  assert.throws(() => withDraws(measure(hhi, years, {}), hhi, years, {}, {}), /--period 2019/);
});

import assert from 'node:assert/strict';
import { conditionCounts, rowConditions } from '../../../../src/store/queries/quality/conditionCounts.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('conditions of single rows are counted in one pass', qualityRows, async (ask) => {
  const [names, ...years] = await ask(conditionCounts(qualitySlice));
  const conditions = Object.keys(rowConditions);
  assert.deepEqual(names, [
    ...['year', 'rows', 'value_usd'],
    ...conditions.flatMap((name) => [`rows_${name}`, `usd_${name}`]),
  ]);
  // Rows and dollars; null: none of the rows has dollars.
  const expected: Readonly<Record<keyof typeof rowConditions, readonly (number | null)[]>> = {
    confidential: [1, 20],
    unallocated: [1, 4],
    short: [0, null],
    regionNotStated: [1, 7],
    negative: [0, null],
    noRate: [1, null],
    // 100 + 100 + 50 + 30, and the row without a rate.
    weighed: [5, 280],
    noWeight: [1, 7],
    // 5 by quantity, 1 by weight.
    kilogramMismatch: [1, 50],
  };
  assert.deepEqual(years[0], [2019, 8, 311, ...Object.values(expected).flat()]);
  assert.deepEqual(years[1]?.slice(0, 3), [2020, 1, 11]);
  assert.equal(years.length, 2);
});

import assert from 'node:assert/strict';
import { regionSums } from '../../../src/store/queries/regionSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { beginOf2019, queryRows, year2019 } from '../../support/queryRows.ts';

const whole = { flow: 'export', period: year2019, codes: null } as const;

testQuery(
  'region sums: a year by region and code, re-exports and secret lines included',
  queryRows,
  async (ask) => {
    assert.deepEqual(await ask(regionSums({ ...whole, by: ['year', 'hs6'] })), [
      ['region', 'year', 'hs6', 'value_usd', 'without_rate'],
      ['RU-MOW', 2019, '270900', 30, 0],
      // 100 + 50; the row in euros without a rate is counted, not added.
      ['RU-MOW', 2019, '854231', 150, 1],
      // A secret line (9) and a code of four digits (5).
      ['RU-TOM', 2019, '', 14, 0],
      ['RU-TOM', 2019, '270900', 7, 0],
      ['RU-TOM', 2019, '854231', 20, 0],
      ['not-stated', 2019, '', 4, 0],
    ]);
  },
);

testQuery('region sums: months and national lines, from the detail', queryRows, async (ask) => {
  const question = { ...whole, period: beginOf2019, codes: ['854231'] };
  assert.deepEqual(await ask(regionSums({ ...question, by: ['line'] })), [
    ['region', 'line', 'value_usd', 'without_rate'],
    ['RU-MOW', '8542311000', 100, 0],
    ['RU-MOW', '8542319000', 50, 0],
    ['RU-TOM', '8542311000', 20, 0],
  ]);
});

testQuery('region sums: all regions together; no codes, no rows', queryRows, async (ask) => {
  assert.deepEqual(await ask(regionSums({ ...whole, by: ['status'], everywhere: true })), [
    ['status', 'value_usd', 'without_rate'],
    ['confidential', 9, 0],
    ['product', 212, 1],
    ['unallocated', 4, 0],
  ]);
  assert.deepEqual(await ask(regionSums({ ...whole, by: ['year'], codes: [] })), []);
});

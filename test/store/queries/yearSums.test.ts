import assert from 'node:assert/strict';
import { regionsByYear, yearSums } from '../../../src/store/queries/yearSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

testQuery(
  'year sums: everything by flow, year and currency; rows without a rate are counted',
  queryRows,
  async (ask) => {
    assert.deepEqual(await ask(yearSums()), [
      ['flow', 'year', 'currency', 'rows', 'value', 'value_usd', 'without_rate'],
      // 40 at 1.25, and 60 without a rate.
      ['export', 2019, 'EUR', 2, 100, 50, 1],
      ['export', 2019, 'USD', 7, 175, 175, 0],
      ['export', 2020, 'USD', 1, 11, 11, 0],
      ['import', 2019, 'USD', 1, 999, 999, 0],
    ]);
  },
);

testQuery('regions by year, reserved codes too', queryRows, async (ask) => {
  assert.deepEqual(await ask(regionsByYear()), [
    ['flow', 'year', 'region'],
    ['export', 2019, 'RU-MOW'],
    ['export', 2019, 'RU-TOM'],
    ['export', 2019, 'not-stated'],
    ['export', 2020, 'RU-MOW'],
    ['import', 2019, 'RU-MOW'],
  ]);
});

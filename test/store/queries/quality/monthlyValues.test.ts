import assert from 'node:assert/strict';
import { monthlyValues } from '../../../../src/store/queries/quality/monthlyValues.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery(
  'values by year, month and region: dollars are null where a row has no rate',
  qualityRows,
  async (ask) => {
    assert.deepEqual(await ask(monthlyValues(qualitySlice)), [
      ['year', 'month', 'region', 'currency', 'rows', 'value', 'value_usd'],
      [2019, 1, 'RU-MOW', 'USD', 2, 200, 200],
      [2019, 2, 'RU-MOW', 'USD', 1, 50, 50],
      [2019, 2, 'RU-TOM', 'USD', 3, 54, 54],
      [2019, 2, 'not-stated', 'USD', 1, 7, 7],
      [2019, 3, 'RU-TOM', 'USD', 1, 1, null],
      [2020, 0, 'RU-MOW', 'USD', 1, 11, 11],
    ]);
  },
);

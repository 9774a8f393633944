import assert from 'node:assert/strict';
import { quantitySums } from '../../../src/store/queries/quantitySums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

testQuery('quantity sums: value and kilograms of rows that tell both', queryRows, async (ask) => {
  const question = {
    flow: 'export',
    period: year2019,
    reExports: 'exclude',
    codes: "hs6 = '854231'",
  } as const;
  // 100 and 50 dollars, 2 and 3 kilograms.
  assert.deepEqual(await ask(quantitySums({ ...question, by: ['region'] }), 'sorted'), [
    ['region', 'unit', 'value_usd', 'quantity'],
    ['RU-MOW', 'kg', 150, 5],
  ]);
});

import assert from 'node:assert/strict';
import { productSums } from '../../../src/store/queries/productSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

const whole = {
  flow: 'export',
  period: year2019,
  reExports: 'exclude',
  regions: null,
  codes: null,
} as const;

testQuery('product sums: by partner, of codes and of everything', queryRows, async (ask) => {
  assert.deepEqual(await ask(productSums({ ...whole, by: ['hs6', 'partner'], codes: ['854231'] })), [
    ['hs6', 'partner', 'value_usd'],
    ['854231', 'CN', 50],
    ['854231', 'DE', 120],
  ]);
  assert.deepEqual(await ask(productSums({ ...whole, by: ['partner'] })), [
    ['partner', 'value_usd'],
    // Secret 9 and unallocated 4; the re-export of 7 is left out.
    ['', 13],
    ['CN', 80],
    ['DE', 125],
  ]);
});

testQuery('product sums: of some regions, and of months', queryRows, async (ask) => {
  assert.deepEqual(
    await ask(productSums({ ...whole, reExports: 'include', regions: ['RU-TOM'], by: ['chapter'] })),
    [
      ['chapter', 'value_usd'],
      ['', 9],
      ['27', 7],
      ['85', 25],
    ],
  );
  const january = { ...year2019, months: { from: 1, to: 1 } };
  assert.deepEqual(await ask(productSums({ ...whole, period: january, by: ['status'] })), [
    ['status', 'value_usd'],
    ['confidential', 9],
    ['product', 120],
  ]);
  assert.deepEqual(await ask(productSums({ ...whole, regions: [], by: ['status'] })), []);
});

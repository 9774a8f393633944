import assert from 'node:assert/strict';
import { unitValueBins } from '../../../../src/store/queries/quality/unitValueBins.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

/** The bin of 5 % that a unit value falls into: floor of its logarithm / 0.05. */
const bin = (unitValue: number) => Math.floor(Math.log(unitValue) / 0.05);
const heading = ['year', 'line', 'unit', 'currency', 'bin', 'rows', 'value', 'value_usd', 'amount'];

testQuery('a histogram of unit values by weight', qualityRows, async (ask) => {
  assert.deepEqual(await ask(unitValueBins(qualitySlice, 'net_weight_kg')), [
    heading,
    // The row without a rate costs 1/8 a kilogram in its own currency; 30/60 is half a dollar.
    [2019, '270900', 'kg', 'USD', bin(1 / 8), 1, 1, null, 8],
    [2019, '270900', 'kg', 'USD', bin(0.5), 1, 30, 30, 60],
    // 100/2 twice and 50/1: all 50 a kilogram.
    [2019, '854231', 'kg', 'USD', bin(50), 3, 250, 250, 5],
    [2020, '854231', 'kg', 'USD', bin(11), 1, 11, 11, 1],
  ]);
});

testQuery(
  'a histogram of unit values by quantity: kilograms are not counted twice',
  qualityRows,
  async (ask) => {
    assert.deepEqual(await ask(unitValueBins(qualitySlice, 'quantity')), [
      heading,
      [2019, '854231', 'piece', 'USD', bin(25), 2, 200, 200, 8],
    ]);
  },
);

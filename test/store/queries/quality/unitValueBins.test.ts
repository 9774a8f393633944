import assert from 'node:assert/strict';
import { unitValueBins } from '../../../../src/store/queries/quality/unitValueBins.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

/** The bin of 5 % that a unit value falls into: floor of its logarithm / 0.05. */
const bin = (unitValue: number) => Math.floor(Math.log(unitValue) / 0.05);
const heading = ['year', 'line', 'unit', 'currency', 'bins', 'rated_rows', 'rated_usd', 'rated_amount'];
const usd = (value: number) => `${value}.000000000000`;

/** The entries of a product's bins, which stand in no order, sorted. */
const inOrder = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell, place) => (place === 4 ? String(cell).split(',').sort().join() : cell)));

testQuery('a histogram of unit values by weight', qualityRows, async (ask) => {
  assert.deepEqual(inOrder(await ask(unitValueBins(qualitySlice, 'net_weight_kg'))), [
    heading,
    // The row without a rate costs 1/8 a kilogram in its own currency; 30/60 is half a dollar.
    [2019, '270900', 'kg', 'USD', [`${bin(1 / 8)} 1 `, `${bin(0.5)} 1 ${usd(30)}`].sort().join(), 1, 30, 60],
    // 100/2 twice and 50/1: all 50 a kilogram.
    [2019, '854231', 'kg', 'USD', `${bin(50)} 3 ${usd(250)}`, 3, 250, 5],
    [2020, '854231', 'kg', 'USD', `${bin(11)} 1 ${usd(11)}`, 1, 11, 1],
  ]);
});

testQuery(
  'a histogram of unit values by quantity: kilograms are not counted twice',
  qualityRows,
  async (ask) => {
    assert.deepEqual(await ask(unitValueBins(qualitySlice, 'quantity')), [
      heading,
      [2019, '854231', 'piece', 'USD', `${bin(25)} 2 ${usd(200)}`, 2, 200, 8],
    ]);
  },
);

import assert from 'node:assert/strict';
import {
  duplicateCounts,
  duplicateKeys,
  largestDuplicates,
} from '../../../../src/store/queries/quality/exactDuplicates.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('rows repeated in full: how many, and the largest', qualityRows, async (ask) => {
  assert.deepEqual(await ask(duplicateCounts(qualitySlice)), [
    ['year', 'repeated', 'value_usd'],
    [2019, 1, 100],
  ]);
  assert.deepEqual(await ask(largestDuplicates(qualitySlice, 5)), [
    [...duplicateKeys, 'rows'],
    [false, 2019, 1, 'RU-MOW', '854231', 'DE', 'piece', 'USD', 100, 2, 4, '', 2],
  ]);
  assert.deepEqual(await ask(duplicateCounts({ ...qualitySlice, from: 2020 })), []);
});

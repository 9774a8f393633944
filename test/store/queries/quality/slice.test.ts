import assert from 'node:assert/strict';
import { sliceCondition } from '../../../../src/store/queries/quality/slice.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('a slice: one flow, years from and to', qualityRows, async (ask) => {
  const count = `SELECT count(*) AS rows FROM detail WHERE ${sliceCondition({ ...qualitySlice, to: 2019 })}`;
  assert.deepEqual(await ask(count), [['rows'], [8]]);
});

import assert from 'node:assert/strict';
import { unitsInUse } from '../../../../src/store/queries/quality/unitsInUse.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('units in use, by line', qualityRows, async (ask) => {
  assert.deepEqual(await ask(unitsInUse(qualitySlice)), [
    ['year', 'line', 'unit', 'rows', 'value_usd'],
    [2019, '854231', 'kg', 1, 50],
    [2019, '854231', 'piece', 2, 200],
  ]);
});

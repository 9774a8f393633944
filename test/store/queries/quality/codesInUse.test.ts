import assert from 'node:assert/strict';
import { codesInUse } from '../../../../src/store/queries/quality/codesInUse.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('codes in use: dollars of rows that have a rate', qualityRows, async (ask) => {
  assert.deepEqual(await ask(codesInUse(qualitySlice)), [
    ['year', 'edition', 'hs6', 'rows', 'value_usd'],
    [2019, 'HS2017', '270900', 3, 37],
    [2019, 'HS2017', '854231', 3, 250],
    [2020, 'HS2017', '854231', 1, 11],
  ]);
});

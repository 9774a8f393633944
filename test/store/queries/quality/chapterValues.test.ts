import assert from 'node:assert/strict';
import { chapterValues } from '../../../../src/store/queries/quality/chapterValues.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('values by chapter, in the currency: products only', qualityRows, async (ask) => {
  assert.deepEqual(await ask(chapterValues(qualitySlice)), [
    ['year', 'chapter', 'edition', 'currency', 'rows', 'value'],
    // 30 + 7 + 1; the last has no rate, and its own value.
    [2019, '27', 'HS2017', 'USD', 3, 38],
    [2019, '85', 'HS2017', 'USD', 3, 250],
    [2020, '85', 'HS2017', 'USD', 1, 11],
  ]);
});

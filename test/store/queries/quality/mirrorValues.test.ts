import assert from 'node:assert/strict';
import { mirrorValues } from '../../../../src/store/queries/quality/mirrorValues.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

const heading = ['year', 'month', 'partner', 'hs6', 'status', 'value_usd'];

testQuery(
  'values for a mirror comparison: rows of the partners asked for, with a rate',
  qualityRows,
  async (ask) => {
    assert.deepEqual(await ask(mirrorValues(qualitySlice, ['CN'])), [
      heading,
      [2019, 2, 'CN', '', 'confidential', 20],
      [2019, 2, 'CN', '270900', 'product', 7],
    ]);
    assert.deepEqual(await ask(mirrorValues(qualitySlice, null)), [
      heading,
      [2019, 1, 'DE', '854231', 'product', 200],
      [2019, 2, 'CN', '', 'confidential', 20],
      [2019, 2, 'CN', '270900', 'product', 7],
      [2019, 2, 'DE', '854231', 'product', 50],
      [2019, 2, 'QQ', '270900', 'product', 30],
      [2020, 0, 'DE', '854231', 'product', 11],
    ]);
    assert.deepEqual(await ask(mirrorValues(qualitySlice, [])), []);
  },
);

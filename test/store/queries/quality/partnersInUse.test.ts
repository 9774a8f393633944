import assert from 'node:assert/strict';
import { partnersInUse } from '../../../../src/store/queries/quality/partnersInUse.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('partners in use: secret lines too', qualityRows, async (ask) => {
  assert.deepEqual(await ask(partnersInUse(qualitySlice)), [
    ['year', 'partner', 'rows', 'value_usd'],
    [2019, 'CN', 3, 27],
    [2019, 'DE', 3, 250],
    [2019, 'QQ', 1, 30],
    [2020, 'DE', 1, 11],
  ]);
});

import assert from 'node:assert/strict';
import { codesInData, partnersInData } from '../../../src/store/queries/codesInData.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

testQuery('codes and partners in data: both flows, all years', queryRows, async (ask) => {
  assert.deepEqual(await ask(codesInData(), 'sorted'), [
    ['hs6', 'heading', 'chapter', 'value_usd'],
    ['', '8542', '85', 5],
    ['270900', '2709', '27', 37],
    ['854231', '8542', '85', 1180],
  ]);
  assert.deepEqual(await ask(partnersInData(), 'sorted'), [
    ['partner', 'value_usd'],
    ['CN', 80],
    ['DE', 1135],
  ]);
});

import assert from 'node:assert/strict';
import { statedPartners } from '../../../src/store/queries/statedPartners.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

testQuery('stated partners: one of them', queryRows, async (ask) => {
  assert.deepEqual(await ask(statedPartners()), [['partner'], ['DE']]);
});

testQuery('stated partners: none', [{ region: 'RU-MOW', hs6: '270900', usd: 1 }], async (ask) => {
  assert.deepEqual(await ask(statedPartners()), [['partner'], [null]]);
});

import assert from 'node:assert/strict';
import { codeSums } from '../../../src/store/queries/codeSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

const question = { flow: 'export', period: year2019, reExports: 'exclude', by: ['region'] } as const;

testQuery('code sums: of a heading, a national line, everything', queryRows, async (ask) => {
  assert.deepEqual(await ask(codeSums({ ...question, code: '8542' })), [
    ['region', 'value_usd'],
    ['RU-MOW', 150],
    ['RU-TOM', 25],
  ]);
  assert.deepEqual(await ask(codeSums({ ...question, code: '8542319000' })), [
    ['region', 'value_usd'],
    ['RU-MOW', 50],
  ]);
  assert.deepEqual(await ask(codeSums({ ...question, code: null, by: ['partner'] })), [
    ['partner', 'value_usd'],
    ['', 13],
    ['CN', 80],
    ['DE', 125],
  ]);
});

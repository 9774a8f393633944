import assert from 'node:assert/strict';
import { partnerSums } from '../../../src/store/queries/partnerSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { beginOf2019, queryRows, year2019 } from '../../support/queryRows.ts';

const question = { flow: 'export', reExports: 'exclude' } as const;

testQuery(
  'partner sums: codes by region and stated partner; rows without a rate are in no sum',
  queryRows,
  async (ask) => {
    assert.deepEqual(await ask(partnerSums({ ...question, period: year2019, codes: ['854231'] })), [
      ['region', 'edition', 'hs6', 'partner', 'value_usd'],
      ['RU-MOW', 'HS2017', '854231', 'CN', 50],
      ['RU-MOW', 'HS2017', '854231', 'DE', 100],
      ['RU-TOM', 'HS2017', '854231', 'DE', 20],
    ]);
    const oil = { ...question, reExports: 'include', period: beginOf2019, codes: ['270900'] } as const;
    assert.deepEqual(await ask(partnerSums(oil)), [
      ['region', 'edition', 'hs6', 'partner', 'value_usd'],
      ['RU-MOW', 'HS2017', '270900', 'CN', 30],
    ]);
    assert.deepEqual(await ask(partnerSums({ ...question, period: year2019, codes: [] })), []);
  },
);

import assert from 'node:assert/strict';
import { confidentialRows } from '../../../src/store/queries/confidentialRows.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

testQuery('confidential rows: how many of a secret line', queryRows, async (ask) => {
  const question = { flow: 'export', period: year2019, line: 'XXXXXXXXXX' } as const;
  assert.deepEqual(await ask(confidentialRows(question)), [['row_count'], [1]]);
});

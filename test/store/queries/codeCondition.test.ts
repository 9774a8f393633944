import assert from 'node:assert/strict';
import { codeCondition } from '../../../src/store/queries/codeCondition.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

testQuery('code condition: national lines also by what they begin with', queryRows, async (ask) => {
  const count = (code: string) => ask(`SELECT count(*) AS rows FROM detail WHERE ${codeCondition(code)}`);
  assert.deepEqual(await count('85423110'), [['rows'], [5]]);
  assert.deepEqual(await count('27'), [['rows'], [2]]);
});

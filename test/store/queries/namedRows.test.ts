import assert from 'node:assert/strict';
import { namedRows } from '../../../src/store/queries/namedRows.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

testQuery('named rows: those that say who exported, of a flow and years', queryRows, async (ask) => {
  assert.deepEqual(await ask(namedRows('export', 2019, 2019)), [['named'], [4]]);
  assert.deepEqual(await ask(namedRows('export', 2020, 2021)), [['named'], [0]]);
  assert.deepEqual(await ask(namedRows('import', 2019, 2019)), [['named'], [0]]);
});

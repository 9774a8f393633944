import assert from 'node:assert/strict';
import { literal } from '../../../src/store/queries/literal.ts';
import { testQuery } from '../../support/queryEngines.ts';

testQuery('literals: a value comes back as it went in, whatever it holds', [], async (ask) => {
  for (const value of [
    "O'Neil",
    "'; DROP TABLE detail; --",
    '\\',
    "\\'",
    '"',
    '',
    'Приморский край',
    '%_',
    7,
    -0.5,
    true,
    null,
  ])
    assert.deepEqual(await ask(`SELECT ${literal(value)} AS one`), [['one'], [value]]);
  assert.throws(() => literal('a\u0000b'), RangeError);
  assert.throws(() => literal(Number.NaN), RangeError);
});

import assert from 'node:assert/strict';
import { contributions } from '../../../src/store/queries/contributions.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

testQuery(
  'contributions: who stands behind a place, and the largest; a row that names nobody stands for itself',
  queryRows,
  async (ask) => {
    const { sums, top } = contributions(
      { flow: 'export', period: year2019, reExports: 'exclude', regions: null, codes: null },
      [
        { id: 'both', regions: ['RU-MOW', 'RU-TOM'] },
        { id: 'moscow', regions: ['RU-MOW'] },
      ],
      2,
    );
    // A: 100 + 20; B: 50 + 30; a secret row of 9; a row of 5.
    assert.deepEqual(await ask(sums), [
      ['place', 'contributors', 'value_usd'],
      ['both', 4, 214],
      ['moscow', 2, 180],
    ]);
    assert.deepEqual(await ask(top), [
      ['place', 'usd', 'n'],
      ['both', 120, 1],
      ['both', 80, 2],
      ['moscow', 100, 1],
      ['moscow', 80, 2],
    ]);
  },
  'listing',
);

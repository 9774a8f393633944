import assert from 'node:assert/strict';
import type { RowsQuestion } from '../../../src/store/queries/contributingRows.ts';
import { contributingSums, largestContributions } from '../../../src/store/queries/contributingSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

const chips: RowsQuestion = {
  flow: 'export',
  period: year2019,
  reExports: 'exclude',
  regions: null,
  codes: [{ edition: 'HS2017', by: 'hs6', code: '854231', weight: 0.5 }],
};

testQuery(
  'contributing sums: rows and dollars that count, by vintage',
  queryRows,
  async (ask) => {
    // Half of 100 + 50 + 20.
    assert.deepEqual(await ask(contributingSums(chips)), [
      ['vintage', 'row_count', 'value_usd'],
      ['v', 3, 85],
    ]);
  },
  'listing',
);

testQuery(
  'largest contributions: the rows that count most',
  queryRows,
  async (ask) => {
    const rows = await ask(largestContributions(chips, 2));
    const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
    assert.deepEqual(
      rows.slice(1).map((row) => ['row_number', 'value_usd', 'counted_usd'].map((name) => row[column(name)])),
      [
        [1, 100, 50],
        [2, 50, 25],
      ],
    );
  },
  'listing',
);

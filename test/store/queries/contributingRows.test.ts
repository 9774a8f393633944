import assert from 'node:assert/strict';
import { contributingRows, type RowsQuestion } from '../../../src/store/queries/contributingRows.ts';
import { type Ask, testQuery } from '../../support/queryEngines.ts';
import { beginOf2019, queryRows, year2019 } from '../../support/queryRows.ts';

const question: RowsQuestion = {
  flow: 'export',
  period: year2019,
  reExports: 'exclude',
  regions: null,
  codes: null,
};
const code = (by: 'hs6' | 'heading' | 'chapter', text: string, weight: number) => ({
  edition: 'HS2017',
  by,
  code: text,
  weight,
});

/** Row number, weight and what counts, of each row. */
async function counted(ask: Ask, asked: RowsQuestion): Promise<readonly (readonly unknown[])[]> {
  const rows = await ask(
    `SELECT row_number, weight, counted_usd FROM (${contributingRows(asked)}) counted ORDER BY row_number`,
  );
  return rows.slice(1);
}

testQuery(
  'contributing rows: each with its place in the file',
  queryRows,
  async (ask) => {
    const asked = { ...question, period: beginOf2019, regions: ['RU-MOW'] };
    assert.deepEqual(await ask(contributingRows(asked), 'sorted'), [
      [
        ...[
          'vintage',
          'file',
          'row_number',
          'year',
          'month',
          'region',
          'line',
          'edition',
          'partner',
          'status',
        ],
        ...['value', 'currency', 'usd_rate', 'contributor', 'value_usd', 'weight', 'counted_usd'],
      ],
      [
        ...['v', 'f', 1, 2019, 1, 'RU-MOW', '8542311000', 'HS2017', 'DE', 'product'],
        ...[100, 'USD', 1, 'A', 100, 1, 100],
      ],
      [
        ...['v', 'f', 2, 2019, 2, 'RU-MOW', '8542319000', 'HS2017', 'CN', 'product'],
        ...[40, 'EUR', 1.25, 'B', 50, 1, 50],
      ],
      [
        ...['v', 'f', 3, 2019, 2, 'RU-MOW', '270900', 'HS2017', 'CN', 'product'],
        ...[30, 'USD', 1, 'B', 30, 1, 30],
      ],
    ]);
  },
  'listing',
);

testQuery(
  'contributing rows: re-exports and kinds of rows; rows without a rate are in no sum',
  queryRows,
  async (ask) => {
    const numbers = async (asked: RowsQuestion) => (await counted(ask, asked)).map(([number]) => number);
    assert.deepEqual(await numbers(question), [1, 2, 3, 4, 6, 7, 8]);
    assert.deepEqual(await numbers({ ...question, reExports: 'include' }), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert.deepEqual(await numbers({ ...question, reExports: 'only' }), [5]);
    assert.deepEqual(await numbers({ ...question, status: 'confidential' }), [6]);
    assert.deepEqual(await numbers({ ...question, status: 'unallocated' }), [8]);
    assert.deepEqual(await numbers({ ...question, status: 'short' }), [7]);
    assert.deepEqual(await numbers({ ...question, regions: [] }), []);
  },
  'listing',
);

testQuery(
  'contributing rows: lists of codes; the weights of one row add up',
  queryRows,
  async (ask) => {
    // A heading counts less one national line, which weighs 1 − 1 = 0 and is left out.
    assert.deepEqual(
      await counted(ask, { ...question, codes: [code('heading', '8542', 1), code('hs6', '8542319000', -1)] }),
      [
        [1, 1, 100],
        [4, 1, 20],
        [7, 1, 5],
      ],
    );
    // Parts of codes, and a chapter.
    assert.deepEqual(
      await counted(ask, { ...question, codes: [code('hs6', '854231', 0.25), code('chapter', '27', 0.5)] }),
      [
        [1, 0.25, 25],
        [2, 0.25, 12.5],
        [3, 0.5, 15],
        [4, 0.25, 5],
      ],
    );
    // Codes count in their own edition; no codes, no rows.
    assert.deepEqual(
      await counted(ask, { ...question, codes: [{ ...code('hs6', '854231', 1), edition: 'HS2022' }] }),
      [],
    );
    assert.deepEqual(await counted(ask, { ...question, codes: [] }), []);
  },
  'listing',
);

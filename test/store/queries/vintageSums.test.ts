import assert from 'node:assert/strict';
import { vintageSums } from '../../../src/store/queries/vintageSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

testQuery(
  'vintage sums: every cell of a flow and year; dollars are null where a row has no rate',
  queryRows,
  async (ask) => {
    assert.deepEqual(await ask(vintageSums('export', 2019)), [
      ['region', 'hs6', 'heading', 'chapter', 'status', 'currency', 'rows', 'value', 'value_usd'],
      ['RU-MOW', '270900', '2709', '27', 'product', 'USD', 1, 30, 30],
      ['RU-MOW', '854231', '8542', '85', 'product', 'EUR', 2, 100, null],
      ['RU-MOW', '854231', '8542', '85', 'product', 'USD', 1, 100, 100],
      ['RU-TOM', '', '', '', 'confidential', 'USD', 1, 9, 9],
      ['RU-TOM', '', '8542', '85', 'product', 'USD', 1, 5, 5],
      ['RU-TOM', '270900', '2709', '27', 'product', 'USD', 1, 7, 7],
      ['RU-TOM', '854231', '8542', '85', 'product', 'USD', 1, 20, 20],
      ['not-stated', '', '', '', 'unallocated', 'USD', 1, 4, 4],
    ]);
    assert.deepEqual(await ask(vintageSums('import', 2020)), []);
  },
);

import assert from 'node:assert/strict';
import { tradeRows } from '../../../src/store/queries/tradeRows.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows, year2019 } from '../../support/queryRows.ts';

testQuery(
  'trade rows: both flows by region and chapter, with weight; secret lines have no product',
  queryRows,
  async (ask) => {
    const question = {
      flows: ['export', 'import'],
      period: year2019,
      product: 'chapter',
      partner: false,
      netWeight: true,
      reExports: 'exclude',
    } as const;
    assert.deepEqual(await ask(tradeRows(question)), [
      ['flow', 'year', 'region', 'product', 'edition', 'value_usd', 'net_weight_kg', 'without_rate'],
      ['export', 2019, 'RU-MOW', '27', 'HS2017', 30, null, 0],
      ['export', 2019, 'RU-MOW', '85', 'HS2017', 150, 5, 1],
      ['export', 2019, 'RU-TOM', '85', 'HS2017', 25, null, 0],
      ['import', 2019, 'RU-MOW', '85', 'HS2017', 999, null, 0],
    ]);
  },
);

testQuery(
  'trade rows: a month by region and partner, products aside, from the detail',
  queryRows,
  async (ask) => {
    const question = {
      flows: ['export'],
      period: { ...year2019, months: { from: 1, to: 1 } },
      product: null,
      partner: true,
      netWeight: false,
      reExports: 'include',
    } as const;
    assert.deepEqual(await ask(tradeRows(question)), [
      ['flow', 'year', 'region', 'partner', 'value_usd', 'without_rate'],
      ['export', 2019, 'RU-MOW', 'DE', 100, 0],
      ['export', 2019, 'RU-TOM', '', 9, 0],
      ['export', 2019, 'RU-TOM', 'DE', 20, 0],
    ]);
  },
);

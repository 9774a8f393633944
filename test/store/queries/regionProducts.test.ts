import assert from 'node:assert/strict';
import { regionProducts } from '../../../src/store/queries/regionProducts.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

const columns = ['year', 'edition', 'region', 'product', 'value_usd'];

testQuery(
  'region by product: headings of two years, secret lines and re-exports left out',
  queryRows,
  async (ask) => {
    const question = {
      flow: 'export',
      fromYear: 2019,
      toYear: 2020,
      product: 'heading',
      reExports: 'exclude',
    } as const;
    assert.deepEqual(await ask(regionProducts(question)), [
      columns,
      [2019, 'HS2017', 'RU-MOW', '2709', 30],
      [2019, 'HS2017', 'RU-MOW', '8542', 150],
      [2019, 'HS2017', 'RU-TOM', '8542', 25],
      [2020, 'HS2022', 'RU-MOW', '8542', 11],
    ]);
  },
);

testQuery(
  'region by product: six digits with re-exports; a code of four digits is left out',
  queryRows,
  async (ask) => {
    const question = {
      flow: 'export',
      fromYear: 2019,
      toYear: 2019,
      product: 'hs6',
      reExports: 'include',
    } as const;
    assert.deepEqual(await ask(regionProducts(question)), [
      columns,
      [2019, 'HS2017', 'RU-MOW', '270900', 30],
      [2019, 'HS2017', 'RU-MOW', '854231', 150],
      [2019, 'HS2017', 'RU-TOM', '270900', 7],
      [2019, 'HS2017', 'RU-TOM', '854231', 20],
    ]);
  },
);

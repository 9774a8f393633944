import assert from 'node:assert/strict';
import { relationSums } from '../../../src/store/queries/relationSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

const question = {
  flow: 'export',
  years: [2019],
  restIn: null,
  reExports: 'include',
  by: 'hs6',
  partners: false,
  regions: null,
  codes: null,
  from: 'cubes',
} as const;

testQuery(
  'relation sums: a territory and the others, by heading, several years and editions',
  queryRows,
  async (ask) => {
    const headings = {
      ...question,
      years: [2019, 2020],
      reExports: 'exclude',
      by: 'heading',
      regions: ['RU-MOW'],
    } as const;
    const expected = [
      ['year', 'edition', 'code', 'own', 'value_usd'],
      [2019, 'HS2017', '2709', 1, 30],
      // 20 and the line of four digits, 5.
      [2019, 'HS2017', '8542', 0, 25],
      [2019, 'HS2017', '8542', 1, 150],
      [2020, 'HS2022', '8542', 1, 11],
    ];
    assert.deepEqual(await ask(relationSums(headings)), expected);
    assert.deepEqual(await ask(relationSums({ ...headings, from: 'rows' })), expected);
  },
);

testQuery('relation sums: with partners; all regions, none', queryRows, async (ask) => {
  assert.deepEqual(await ask(relationSums({ ...question, partners: true })), [
    ['year', 'edition', 'code', 'partner', 'own', 'value_usd'],
    [2019, 'HS2017', '270900', '', 1, 7],
    [2019, 'HS2017', '270900', 'CN', 1, 30],
    [2019, 'HS2017', '854231', 'CN', 1, 50],
    [2019, 'HS2017', '854231', 'DE', 1, 120],
  ]);
  const headings = { ...question, by: 'heading', partners: true, regions: ['RU-TOM'] } as const;
  assert.deepEqual(await ask(relationSums(headings)), [
    ['year', 'edition', 'code', 'partner', 'own', 'value_usd'],
    [2019, 'HS2017', '2709', '', 1, 7],
    [2019, 'HS2017', '2709', 'CN', 0, 30],
    [2019, 'HS2017', '8542', 'CN', 0, 50],
    [2019, 'HS2017', '8542', 'DE', 0, 100],
    [2019, 'HS2017', '8542', 'DE', 1, 25],
  ]);
  assert.deepEqual(await ask(relationSums({ ...question, codes: ['854231'], regions: [] })), [
    ['year', 'edition', 'code', 'own', 'value_usd'],
    [2019, 'HS2017', '854231', 0, 170],
  ]);
  assert.deepEqual(await ask(relationSums({ ...question, codes: [] })), []);
  assert.equal((await ask(relationSums({ ...question, partners: true, most: 2 }))).length, 1 + 2);
});

testQuery(
  'relation sums of high technology: partners from their cube, what has none is the rest of the product',
  [...queryRows, { region: 'RU-MOW', hs6: '854231', month: 4, usd: 13 }],
  async (ask) => {
    const chips = { ...question, partners: true, codes: ['854231'], regions: ['RU-MOW'] } as const;
    const expected = [
      ['year', 'edition', 'code', 'partner', 'own', 'value_usd'],
      [2019, 'HS2017', '854231', '', 1, 13],
      [2019, 'HS2017', '854231', 'CN', 1, 50],
      [2019, 'HS2017', '854231', 'DE', 0, 20],
      [2019, 'HS2017', '854231', 'DE', 1, 100],
    ];
    assert.match(relationSums(chips), /cube_region_product_partner/);
    assert.deepEqual(await ask(relationSums(chips)), expected);
    assert.deepEqual(await ask(relationSums({ ...chips, from: 'rows' })), expected);
    const chapters = { ...chips, by: 'chapter', codes: ['854231', '847330'] } as const;
    assert.deepEqual(
      await ask(relationSums(chapters)),
      expected.map((row) => row.map((cell) => (cell === '854231' ? '85' : cell))),
    );
  },
);

testQuery('relation sums: the others only in the years asked for', queryRows, async (ask) => {
  const years = {
    ...question,
    years: [2019, 2020],
    restIn: [2020],
    by: 'heading',
    regions: ['RU-TOM'],
  } as const;
  const expected = [
    ['year', 'edition', 'code', 'own', 'value_usd'],
    [2019, 'HS2017', '2709', 1, 7],
    // 20 and the line of four digits, 5.
    [2019, 'HS2017', '8542', 1, 25],
    [2020, 'HS2022', '8542', 0, 11],
  ];
  assert.deepEqual(await ask(relationSums(years)), expected);
  assert.deepEqual(await ask(relationSums({ ...years, from: 'rows' })), expected);
});

import assert from 'node:assert/strict';
import { classSums } from '../../../src/store/queries/classSums.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { beginOf2019, queryRows, year2019 } from '../../support/queryRows.ts';

const rows = [
  ...queryRows,
  { region: 'RU-MOW', hs6: '300431', usd: 8 },
  { region: 'RU-MOW', hs6: '300431', usd: 2, reExport: true },
];
const classes = new Map([
  [
    'HS2017',
    new Map([
      ['854231', 'a'],
      ['300431', 'a'],
      ['270900', 'b'],
    ]),
  ],
  ['HS2022', new Map([['270900', 'b']])],
] as const);
const question = { flow: 'export', period: year2019, classes, everywhere: false } as const;

testQuery('class sums: codes of a class together, by region and re-export', rows, async (ask) => {
  const expected = [
    ['region', 'year', 'edition', 'class', 're_export', 'value_usd'],
    // 100 + 50 + 8; the row without a rate adds nothing.
    ['RU-MOW', 2019, 'HS2017', 'a', false, 158],
    ['RU-MOW', 2019, 'HS2017', 'a', true, 2],
    ['RU-MOW', 2019, 'HS2017', 'b', false, 30],
    ['RU-TOM', 2019, 'HS2017', 'a', false, 20],
    ['RU-TOM', 2019, 'HS2017', 'b', true, 7],
  ];
  assert.deepEqual(await ask(classSums(question)), expected);
  // A code that is in no class of its edition counts nowhere: 854231 of 2020 is of HS2022.
  const both = { ...question, period: { fromYear: 2019, toYear: 2020, months: null } };
  assert.deepEqual(await ask(classSums(both)), expected);
});

testQuery(
  'class sums: all regions together; months from the detail; no classes, no rows',
  rows,
  async (ask) => {
    assert.deepEqual(await ask(classSums({ ...question, everywhere: true })), [
      ['year', 'edition', 'class', 're_export', 'value_usd'],
      [2019, 'HS2017', 'a', false, 178],
      [2019, 'HS2017', 'a', true, 2],
      [2019, 'HS2017', 'b', false, 30],
      [2019, 'HS2017', 'b', true, 7],
    ]);
    assert.deepEqual(await ask(classSums({ ...question, period: beginOf2019, everywhere: true })), [
      ['year', 'edition', 'class', 're_export', 'value_usd'],
      // January and February: 100 + 50 + 20; 30.
      [2019, 'HS2017', 'a', false, 170],
      [2019, 'HS2017', 'b', false, 30],
    ]);
    assert.deepEqual(await ask(classSums({ ...question, classes: new Map() })), []);
  },
);

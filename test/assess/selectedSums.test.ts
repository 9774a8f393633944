import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EditionList } from '../../src/assess/lists/editionList.ts';
import { selectedSums } from '../../src/assess/selectedSums.ts';
import type { LiteralRow } from '../support/literalTables.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

const codes = ['300431', '300432', '847130', '854231', '880240', '901890'] as const;
const editions = ['HS2012', 'HS2017'] as const;
const question = { flow: 'export', reExports: 'exclude' } as const;

const row = fc.record({
  region: fc.constantFrom('RU-MOW', 'RU-TOM'),
  hs6: fc.constantFrom(...codes),
  usd: fc.integer({ min: 1, max: 1000 }),
  year: fc.constantFrom(2016, 2019),
  reExport: fc.boolean(),
});
// Halves are exact, so that the order of adding does not matter.
const weights = fc.dictionary(fc.constantFrom(...codes), fc.constantFrom(0.5, 1));

test('lists counted by classes of codes are what they are code by code, whatever the lists', async (context) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      fc.array(fc.record({ HS2012: weights, HS2017: weights }), { minLength: 1, maxLength: 5 }),
      async (drawn, given) => {
        const rows: readonly LiteralRow[] = drawn.map((one) => ({
          ...one,
          edition: one.year === 2016 ? 'HS2012' : 'HS2017',
        }));
        const workspace = await literalWorkspace(context, 'RU', rows);
        const lists = given.map((one): EditionList => {
          const selections = new Map(
            editions.map((edition) => [
              edition as string,
              { by: 'hs6' as const, weights: new Map(Object.entries(one[edition])) },
            ]),
          );
          return (edition) => selections.get(edition) ?? null;
        });
        const period = { fromYear: 2016, toYear: 2019, months: null };
        const sums = await selectedSums(workspace, { ...question, period }, lists, editions);
        for (const [place, list] of lists.entries())
          for (const year of [undefined, 2016, 2019]) {
            const expected = new Map<string, number>();
            for (const one of rows) {
              const counted = given[place]?.[one.edition as (typeof editions)[number]] ?? {};
              const weight = counted[one.hs6 ?? ''] ?? 0;
              if (weight === 0 || one.reExport || (year !== undefined && one.year !== year)) continue;
              expected.set(one.region, (expected.get(one.region) ?? 0) + weight * Number(one.usd));
            }
            const found = sums(list, year);
            assert.deepEqual(new Map([...(found ?? [])].sort()), new Map([...expected].sort()));
          }
      },
    ),
    { numRuns: 30 },
  );
});

test('a list that was not asked for and counts a part of a class is an error, not a wrong sum', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [{ region: 'RU-MOW', hs6: '300431', usd: 5 }]);
  const listOf = (...counted: string[]): EditionList => {
    const selection = { by: 'hs6' as const, weights: new Map(counted.map((code) => [code, 1])) };
    return () => selection;
  };
  const period = { fromYear: 2019, toYear: 2019, months: null };
  const sums = await selectedSums(
    workspace,
    { ...question, period },
    [listOf('300431', '300432')],
    ['HS2017'],
  );
  assert.throws(() => sums(listOf('300431')), /counted in part/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../../src/assess/assess.ts';
import { composition } from '../../../src/assess/profile/composition.ts';
import { partners } from '../../../src/assess/profile/partners.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// 300431 (insulin) and 854231 (processors) are in the list in HS2017, 270900 (crude oil) and 100199 (wheat) are not.
const rows = [
  { region: 'RU-TOM', hs6: '300431', usd: 30, partner: 'DE' },
  { region: 'RU-TOM', hs6: '300431', usd: 10, partner: '' },
  { region: 'RU-TOM', hs6: '854231', usd: 20, partner: 'CN' },
  { region: 'RU-TOM', hs6: '270900', usd: 100, partner: 'CN' },
  { region: 'RU-TOM', usd: 5, status: 'confidential' },
  { region: 'RU-TOM', hs6: '300431', usd: 7, partner: 'KZ', reExport: true },
  { region: 'RU-NVS', hs6: '854231', usd: 40, partner: 'CN' },
  { region: 'RU-MOW', hs6: '100199', usd: 60, partner: 'TR' },
  { region: 'not-stated', hs6: '300431', usd: 3, partner: 'DE' },
] as const;

test('composition: segments by code, the rest by chapter, secret lines apart; the parts make the whole', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await composition(workspace, { territory: 'RU-TOM', period: '2019' });
  assert.deepEqual(
    answer.data.map((row) => [row.segment, row.kind, row.hs6 || row.chapter, row.valueUsd]),
    [
      ['electronics_telecom', 'product', '854231', 20],
      ['pharma', 'product', '300431', 40],
      ['rest', 'chapter', '27', 100],
      ['rest', 'no-product', '', 5],
    ],
  );
  assert.equal(answer.manifest.totalUsd, 165);
  assert.equal(answer.data[1]?.shareOfTotal, 40 / 165);
  assert.equal(answer.data[1]?.headingName?.en, 'Medicines in doses');
});

test('composition of a district and of the country adds up its regions; re-exports count where they are asked for', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const highTechOf = async (territory: string, reExports: 'exclude' | 'include' = 'exclude') => {
    const { data } = await composition(workspace, { territory, period: '2019', reExports });
    return data.filter((row) => row.kind === 'product').reduce((sum, row) => sum + row.valueUsd, 0);
  };
  assert.equal(await highTechOf('Сибирский федеральный округ'), 20 + 40 + 40);
  assert.equal(await highTechOf('RU'), 20 + 40 + 40 + 3);
  assert.equal(await highTechOf('RU', 'include'), 20 + 40 + 40 + 3 + 7);
});

test('composition and assess tell the same of a segment', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const assessed = await assess(workspace, { period: '2019' });
  for (const territory of ['RU-TOM', 'RU-NVS', 'RU']) {
    const { data } = await composition(workspace, { territory, period: '2019' });
    for (const row of assessed.data.filter((one) => one.territory === territory)) {
      const mine = data
        .filter((one) => one.segment === row.segment)
        .reduce((sum, one) => sum + one.valueUsd, 0);
      assert.equal(mine, row.segmentValueUsd, `${territory} ${row.segment}`);
    }
  }
});

test('partners: by segment and for all goods; what names no partner is a row of its own', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await partners(workspace, { territory: 'RU-TOM', period: '2019' });
  assert.equal(answer.manifest.hasPartners, true);
  assert.deepEqual(
    answer.data.map((row) => [row.segment, row.partner, row.valueUsd]),
    [
      ['electronics_telecom', 'CN', 20],
      ['pharma', 'DE', 30],
      ['pharma', 'not-stated', 10],
      ['total', 'CN', 120],
      ['total', 'DE', 30],
      ['total', 'not-stated', 15],
    ],
  );
  assert.equal(answer.data[1]?.share, 0.75);
  assert.equal(answer.data[1]?.partnerName.ru, 'Германия');
});

test('a source without partners says so; a territory without trade is refused with the years there are', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [{ region: 'RU-TOM', hs6: '300431', usd: 1 }]);
  const answer = await partners(workspace, { territory: 'RU-TOM', period: '2019' });
  assert.deepEqual([answer.data, answer.manifest.hasPartners], [[], false]);
  await assert.rejects(composition(workspace, { territory: 'RU-NVS', period: '2019' }), /Novosibirsk.*2019/s);
  await assert.rejects(composition(workspace, { territory: 'RU-TOM', period: '2031' }), /2031.*2019/s);
  await assert.rejects(composition(workspace, { territory: 'Atlantis' }), /Atlantis/);
});

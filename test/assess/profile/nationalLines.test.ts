import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nationalLinesSchema } from '../../../src/api/nationalLines.ts';
import { nationalLines } from '../../../src/assess/profile/nationalLines.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

test('the lines of a code: largest first, other codes, regions and re-exports left out, shares of the code', async (context) => {
  const row = { region: 'RU-TOM', hs6: '300431' } as const;
  const workspace = await literalWorkspace(context, 'RU', [
    { ...row, line: '3004310001', usd: 10 },
    { ...row, line: '3004310009', usd: 25 },
    { ...row, line: '3004310009', usd: 5, partner: 'DE' },
    { ...row, line: '3004310009', usd: 99, reExport: true },
    { ...row, usd: 20 },
    { ...row, hs6: '300432', line: '3004320000', usd: 50 },
    { region: 'RU-MOW', hs6: '300431', line: '3004310001', usd: 1000 },
  ]);
  const answer = await nationalLines(workspace, { territory: 'RU-TOM', period: '2019', hs6: '300431' });
  nationalLinesSchema.parse(answer);
  // 25 + 5 of 60; what names six digits only stands under them.
  assert.deepEqual(
    answer.data.map((one) => [one.line, one.valueUsd, one.share]),
    [
      ['3004310009', 30, 0.5],
      ['300431', 20, 20 / 60],
      ['3004310001', 10, 10 / 60],
    ],
  );
  assert.equal(answer.manifest.totalUsd, 60);
  assert.equal(answer.manifest.deeper, true);
  const bare = await nationalLines(workspace, { territory: 'RU-TOM', period: '2019', hs6: '300439' });
  assert.deepEqual([bare.data.length, bare.manifest.deeper], [0, false]);
});

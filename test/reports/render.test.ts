import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { assess } from '../../src/assess/assess.ts';
import { diversify } from '../../src/assess/diversify/diversify.ts';
import { highTech } from '../../src/assess/highTech.ts';
import { trajectory } from '../../src/assess/trajectory/trajectory.ts';
import { uncertainty } from '../../src/assess/uncertainty/uncertainty.ts';
import { harmlessText } from '../../src/domain/harmlessText.ts';
import { render } from '../../src/reports/render.ts';
import { assertGolden } from '../support/golden.ts';
import type { LiteralRow } from '../support/literalTables.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

// The hand-made country of test/assess/assess.test.ts, in millions, and a region near the threshold.
const rows: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '300431', usd: 10e6 },
  { region: 'RU-MOW', hs6: '270900', usd: 80e6 },
  { region: 'RU-MOW', usd: 10e6, status: 'confidential' },
  { region: 'RU-KLU', hs6: '300431', usd: 30e6 },
  { region: 'RU-KLU', hs6: '270900', usd: 20e6 },
  { region: 'RU-TOM', hs6: '880240', usd: 10e6 },
  { region: 'RU-TOM', hs6: '300215', usd: 7.5e6 },
  { region: 'RU-TOM', hs6: '270900', usd: 32.5e6 },
  { region: 'not-stated', hs6: '270900', usd: 50e6 },
];

/** Ids of runs hold checksums of the program's own tables and change with them. */
const steady = (text: unknown) => String(text).replace(/\b[0-9a-f]{10}(?=\/)/g, 'RUN');

for (const language of ['ru', 'en'] as const) {
  test(`tables for the terminal (${language})`, async (context) => {
    const workspace = await literalWorkspace(context, 'RU', rows);
    const answer = await assess(workspace, { period: '2019' });
    assertGolden(
      `assess-${language}.txt`,
      steady(await render({ kind: 'assess', answer }, { format: 'text', language })),
    );
    const series = await highTech(workspace, { from: 2019, to: 2019 });
    assertGolden(
      `high-tech-${language}.txt`,
      steady(await render({ kind: 'high-tech', answer: series }, { format: 'text', language })),
    );
    assertGolden(
      `assess-${language}.csv`,
      steady(await render({ kind: 'assess', answer }, { format: 'csv', language })),
    );
  });
}

// The same country over six years: pharmacy of Kaluga grows, two kinds of goods of Tomsk come and go.
const overYears: readonly LiteralRow[] = [2013, 2014, 2015, 2016, 2017, 2018].flatMap(
  (year, place): LiteralRow[] => {
    const at = { year, edition: year < 2017 ? 'HS2012' : 'HS2017' };
    return [
      { region: 'RU-MOW', hs6: '300431', usd: 10e6, partner: 'DE', ...at },
      { region: 'RU-MOW', hs6: '270900', usd: 80e6, partner: 'CN', ...at },
      { region: 'RU-KLU', hs6: '300431', usd: 30e6 * 1.2 ** place, partner: 'DE', ...at },
      { region: 'RU-KLU', hs6: '270900', usd: 20e6, partner: 'DE', ...at },
      ...(year < 2016 ? [{ region: 'RU-KLU', hs6: '880240', usd: 4e6, partner: 'IN', ...at }] : []),
      ...(year > 2014 ? [{ region: 'RU-KLU', hs6: '854231', usd: 2.5e6, partner: 'CN', ...at }] : []),
    ];
  },
);

for (const language of ['ru', 'en'] as const) {
  test(`a path, regions by direction, and diversification for the terminal (${language})`, async (context) => {
    const workspace = await literalWorkspace(context, 'RU', overYears);
    const put = async (name: string, given: Parameters<typeof render>[0], format: 'text' | 'csv' = 'text') =>
      assertGolden(name, steady(await render(given, { format, language })));
    const path = await trajectory(workspace, { territories: ['RU-KLU'] });
    await put(`trajectory-${language}.txt`, { kind: 'trajectory', answer: path });
    await put(`trajectory-${language}.csv`, { kind: 'trajectory', answer: path }, 'csv');
    const all = await trajectory(workspace, { inEdition: 'HS2012' });
    await put(`trajectory-all-${language}.txt`, { kind: 'trajectory', answer: all });
    const parts = await diversify(workspace, { territory: 'RU-KLU', from: 2013, to: 2018 });
    await put(`diversify-${language}.txt`, { kind: 'diversify', answer: parts });
    await put(`diversify-${language}.csv`, { kind: 'diversify', answer: parts }, 'csv');
    const draws = await uncertainty(await literalWorkspace(context, 'RU', rows), {
      period: '2019',
      draws: 100,
    });
    await put(`uncertainty-${language}.txt`, { kind: 'uncertainty', answer: draws });
    const book = await render({ kind: 'diversify', answer: parts }, { format: 'xlsx', language });
    const sheets = workbooks.read(book as Uint8Array).SheetNames;
    assert.equal(sheets.length, 5); // three tables, caveats, manifest
  });
}

test('a spreadsheet takes no text for a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n@x', '＝1'])
    assert.equal(harmlessText(text), `'${text}`);
  assert.equal(harmlessText('Томская область'), 'Томская область');
});

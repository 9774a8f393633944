import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../src/assess/assess.ts';
import { highTech } from '../../src/assess/highTech.ts';
import { harmlessText } from '../../src/domain/harmlessText.ts';
import { render } from '../../src/reports/render.ts';
import { assertGolden } from '../support/golden.ts';
import { type LiteralRow, literalWorkspace } from '../support/literalWorkspace.ts';

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

test('a spreadsheet takes no text for a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n@x', '＝1'])
    assert.equal(harmlessText(text), `'${text}`);
  assert.equal(harmlessText('Томская область'), 'Томская область');
});

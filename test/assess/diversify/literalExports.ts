import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Diversification, DiversificationOptions } from '../../../src/api/diversification.ts';
import { diversify } from '../../../src/assess/diversify/diversify.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// Tomsk, in dollars, product → market:        2018   2019   and the rest of the country, 2018 and 2019:
//   300431 → DE   (continues, grows)            10     16       300431 → DE  20  30
//   300431 → CN   (a new market of it)           0      4       300431 → CN  10  10
//   880240 → DE   (given up)                     6      0       880240 → IN  10  20
//   270900 → DE   (new product)                  0     20       270900 → DE  60  80
//   710239 → KZ   (nobody else sells it)         4      0
export const rows: readonly LiteralRow[] = [
  ['RU-TOM', '300431', 'DE', 10, 16],
  ['RU-TOM', '300431', 'CN', 0, 4],
  ['RU-TOM', '880240', 'DE', 6, 0],
  ['RU-TOM', '270900', 'DE', 0, 20],
  ['RU-TOM', '710239', 'KZ', 4, 0],
  ['RU-MOW', '300431', 'DE', 20, 30],
  ['RU-MOW', '300431', 'CN', 10, 10],
  ['RU-MOW', '880240', 'IN', 10, 20],
  ['RU-MOW', '270900', 'DE', 60, 80],
].flatMap(([region, hs6, partner, first, last]): LiteralRow[] =>
  [
    { year: 2018, usd: Number(first) },
    { year: 2019, usd: Number(last) },
  ]
    .filter((one) => one.usd > 0)
    .map((one) => ({ region: String(region), hs6: String(hs6), partner: String(partner), ...one })),
);

export async function answerOf(
  context: TestContext,
  options: Partial<DiversificationOptions> = {},
  given: readonly LiteralRow[] = rows,
) {
  const workspace = await literalWorkspace(context, 'RU', given);
  const answer = await diversify(workspace, { territory: 'RU-TOM', from: 2018, to: 2019, ...options });
  return { workspace, answer, of: valueIn(answer) };
}

export function valueIn(answer: Diversification) {
  return (by: string, measure: string, period = '2018..2019') => {
    const found = answer.data.find(
      (one) => one.by === by && one.measure === measure && one.period === period,
    );
    assert.ok(found !== undefined, `${by} ${measure} ${period}`);
    return found.value;
  };
}

export const close = (actual: number | null, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-12, `${actual} is not ${expected}`);

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type UncertaintyOptions, uncertaintySchema } from '../../../src/api/uncertainty.ts';
import { assess } from '../../../src/assess/assess.ts';
import { resolveOptions } from '../../../src/assess/options.ts';
import { prepareAssessment } from '../../../src/assess/prepareAssessment.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { bootstrapIndex } from '../../../src/assess/uncertainty/bootstrapIndex.ts';
import { indexLines } from '../../../src/assess/uncertainty/indexLines.ts';
import { uncertainty } from '../../../src/assess/uncertainty/uncertainty.ts';
import { drawInterval } from '../../../src/domain/drawInterval.ts';
import { ranksOf } from '../../../src/domain/ranksOf.ts';
import { resampleCounts } from '../../../src/domain/resampleCounts.ts';
import { seededRandom, xoshiro128 } from '../../../src/domain/seededRandom.ts';
import { rankSentence } from '../../../src/reports/uncertaintyTables.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// Pharmacy has three lines; Tomsk's aerospace one.
const rows: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '300431', usd: 10, partner: 'DE' },
  { region: 'RU-MOW', hs6: '300215', usd: 6, partner: 'CN' },
  { region: 'RU-MOW', hs6: '270900', usd: 84, partner: 'DE' },
  { region: 'RU-KLU', hs6: '300431', usd: 20, partner: 'DE' },
  { region: 'RU-KLU', hs6: '293711', usd: 5, partner: 'IN' },
  { region: 'RU-KLU', hs6: '270900', usd: 25, partner: 'CN' },
  { region: 'RU-TOM', hs6: '880240', usd: 10, partner: 'IN' },
  { region: 'RU-TOM', hs6: '300215', usd: 8, partner: 'CN' },
  { region: 'RU-TOM', hs6: '270900', usd: 40, partner: 'DE' },
];
const regions = ['RU-KLU', 'RU-MOW', 'RU-TOM'];

async function linesOf(
  context: TestContext,
  over: 'products' | 'partners' = 'products',
  base: 'total' | 'high-tech' = 'total',
) {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const resolved = await resolveOptions({ period: '2019', base }, {}, workspace.territories);
  const prepared = await prepareAssessment(workspace, resolved);
  const segment = resolved.system.segments.find((one) => one.id === 'pharma');
  assert.ok(segment !== undefined);
  return { resolved, lines: await indexLines(workspace, resolved, prepared, segment, over) };
}

const everyone = [0, 1, 2];
const judged = everyone.map((self) => ({ self, reference: everyone, held: everyone }));

test('the generator is xoshiro128**, as its authors publish it', () => {
  // First numbers from the state 1, 2, 3, 4: as the authors' reference implementation (version 1.1) gives them.
  const next = xoshiro128([1, 2, 3, 4]);
  const words = Array.from({ length: 6 }, () => next() * 2 ** 32);
  assert.deepEqual(words, [11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  const mean = Array.from({ length: 20_000 }, seededRandom(7)).reduce((sum, one) => sum + one, 0) / 20_000;
  assert.ok(Math.abs(mean - 0.5) < 0.01);
});

test('a draw has as many lines as there are; intervals hold at least their share; ranks share ties', () => {
  const counts = new Int32Array(7);
  const random = seededRandom(1);
  for (let draw = 0; draw < 50; draw += 1)
    assert.equal(
      resampleCounts(counts, random).reduce((sum, one) => sum + one, 0),
      7,
    );
  const hundred = Array.from({ length: 100 }, (_, place) => place + 1);
  assert.deepEqual(drawInterval(hundred), { lower: 3, upper: 98, inside: 0.96 });
  assert.equal(drawInterval([]), null);
  assert.deepEqual(ranksOf([1, 3, 3, null, 2]), [4, 1, 1, null, 3]);
});

test('each draw is what assess gives on a table with the lines drawn', async (context) => {
  for (const base of ['total', 'high-tech'] as const) {
    const { lines, resolved } = await linesOf(context, 'products', base);
    assert.deepEqual(lines.names, ['293711', '300215', '300431']);
    for (let seed = 1; seed <= 6; seed += 1) {
      const summary = bootstrapIndex(lines, judged, resolved.rule, 1, seededRandom(seed));
      const counts = resampleCounts(new Int32Array(3), seededRandom(seed));
      const drawn = rows.flatMap((row) => {
        const line = lines.names.indexOf(row.hs6 ?? '');
        return line < 0 ? [row] : Array.from({ length: counts[line] ?? 0 }, () => row);
      });
      const again = await assess(await literalWorkspace(context, 'RU', drawn), { period: '2019', base });
      regions.forEach((region, place) => {
        const row = again.data.find((one) => one.segment === 'pharma' && one.territory === region);
        const value = summary[place]?.valueLower ?? null;
        if (row?.trajectoryIndex == null) assert.equal(value, null);
        else assert.ok(Math.abs((value ?? -1) - row.trajectoryIndex) < 1e-12, `${base} ${seed} ${region}`);
        assert.equal(summary[place]?.verdictYesShare, row?.verdict === 'yes' ? 1 : 0);
      });
    }
  }
});

test('many draws come to the exact distribution of all 27 draws of three lines', async (context) => {
  const { lines, resolved } = await linesOf(context);
  let yes = 0;
  const values: number[] = [];
  for (let draw = 0; draw < 27; draw += 1) {
    const picks = [draw % 3, Math.floor(draw / 3) % 3, Math.floor(draw / 9)];
    let at = 0;
    const random = () => {
      at += 1;
      return ((picks[at - 1] ?? 0) + 0.5) / 3;
    };
    const [one] = bootstrapIndex(lines, judged, resolved.rule, 1, random);
    yes += one?.verdictYesShare ?? 0;
    if (one?.valueLower != null) values.push(one.valueLower);
  }
  const [found] = bootstrapIndex(lines, judged, resolved.rule, 40_000, seededRandom(3));
  // Three standard errors of a share over 40,000 draws are below 0.0075.
  assert.ok(
    Math.abs((found?.verdictYesShare ?? 0) - yes / 27) < 0.0075,
    `${found?.verdictYesShare} ${yes / 27}`,
  );
  assert.ok(Math.abs((found?.undefinedDraws ?? 0) / 40_000 - (27 - values.length) / 27) < 0.0075);
  assert.deepEqual([found?.valueLower, found?.valueUpper], [Math.min(...values), Math.max(...values)]);
});

test('one line has no variance; the same seed gives the same answer', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const ask = (options: Partial<UncertaintyOptions> = {}) =>
    uncertainty(workspace, { period: '2019', draws: 200, ...options });
  const answer = await ask();
  uncertaintySchema.parse(answer);
  const aerospace = answer.data.find((one) => one.segment === 'aerospace');
  assert.equal(aerospace?.lines, 1);
  assert.deepEqual(
    [
      aerospace?.valueLower,
      aerospace?.valueUpper,
      aerospace?.rankBest,
      aerospace?.rankWorst,
      aerospace?.rankShare,
    ],
    [aerospace?.value, aerospace?.value, 1, 1, 1],
  );
  assert.deepEqual((await ask()).data, answer.data);
  const other = await ask({ seed: 2 });
  assert.notDeepEqual(
    other.data.map((one) => one.verdictYesShare),
    answer.data.map((one) => one.verdictYesShare),
  );
});

test('values, ranks and verdicts are those of assess; variants those of assess with other choices', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await uncertainty(workspace, { period: '2019', draws: 50 });
  const of = async (options: object, region: string) =>
    (await assess(workspace, { period: '2019', ...options })).data.find(
      (one) => one.segment === 'pharma' && one.territory === region,
    );
  for (const region of regions) {
    const row = answer.data.find((one) => one.segment === 'pharma' && one.territory === region);
    const chosen = await of({}, region);
    assert.deepEqual(
      [row?.value, row?.rank, row?.verdict],
      [chosen?.trajectoryIndex, chosen?.rank, chosen?.verdict],
    );
    const variant = (id: string) => row?.variants.find((one) => one.variant === id);
    assert.equal(
      variant('base-high-tech')?.value,
      (await of({ base: 'high-tech' }, region))?.trajectoryIndex,
    );
    assert.equal(variant('without-self')?.value, (await of({ withoutSelf: true }, region))?.trajectoryIndex);
    assert.equal(variant('list-rev3')?.value, (await of({ revision: 3 }, region))?.trajectoryIndex);
    // The range of an assessment is the smallest to the largest of lower, chosen and upper list.
    const bounds = [row?.value, variant('list-lower')?.value, variant('list-upper')?.value].filter(
      (one) => one != null,
    );
    assert.equal(Math.min(...bounds), chosen?.trajectoryIndexLower);
    assert.equal(Math.max(...bounds), chosen?.trajectoryIndexUpper);
    const all = [row?.value, ...(row?.variants ?? []).map((one) => one.value)].filter((one) => one != null);
    assert.deepEqual([row?.sensitivityLower, row?.sensitivityUpper], [Math.min(...all), Math.max(...all)]);
  }
});

test('draws of partners: lines are the partners of the segment', async (context) => {
  const { lines } = await linesOf(context, 'partners');
  assert.deepEqual(lines.names, ['CN', 'DE', 'IN']);
  // Kaluga first: nothing to China, 20 to Germany, 5 to India; all else stays outside the lines.
  assert.deepEqual([...lines.segment], [0, 6, 8, 20, 10, 0, 5, 0, 0]);
  assert.deepEqual([...lines.restTotal], [25, 84, 50]);
});

test('figures are explained, the index down to its rows; the run is made again', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await uncertainty(workspace, { period: '2019', draws: 50 });
  const id = answer.data[0]?.id ?? '';
  const of = async (field: string) => {
    const figure = parseFigureId(`${id}/${field}`);
    assert.ok(figure !== null);
    return (await explain(workspace, answer.manifest, figure)).data;
  };
  const share = await of('rankShare');
  assert.equal(share.value, answer.data[0]?.rankShare);
  assert.match(share.substituted, /50 draws of 1 products/);
  const index = await of('trajectoryIndex');
  assert.ok(index.agrees && index.operands.length === 4);
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
});

test('ranks in words never say more than the draws', () => {
  const row = { rankBest: 1, rankWorst: 3, rankShare: 0.957, draws: 1000 };
  assert.equal(rankSentence(row, 'en'), 'first to third in 95 % of 1,000 draws');
  assert.equal(rankSentence(row, 'ru'), 'от первого до третьего места в 95 % из 1\u202F000 выборок');
  assert.equal(rankSentence({ ...row, rankWorst: 1, rankShare: 1 }, 'en'), 'first in 100 % of 1,000 draws');
  assert.equal(
    rankSentence({ ...row, rankBest: 11, rankWorst: 23 }, 'ru'),
    'от 11-го до 23-го места в 95 % из 1\u202F000 выборок',
  );
  assert.equal(
    rankSentence({ ...row, rankBest: 2, rankWorst: 22 }, 'en'),
    'second to 22nd in 95 % of 1,000 draws',
  );
  assert.equal(rankSentence({ ...row, rankBest: null }, 'en'), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../src/assess/trace/figureId.ts';
import { rerun } from '../../src/assess/trace/rerun.ts';
import { worldTerritories } from '../../src/classifications/worldTerritories.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import type { LiteralRow } from '../support/literalTables.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

/** 854231 is electronics, 870323 is not high technology; HS2017. */
const regions: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '854231', usd: 30 },
  { region: 'RU-MOW', hs6: '870323', usd: 70 },
  { region: 'RU-KLU', hs6: '854231', usd: 10 },
  { region: 'RU-KLU', hs6: '870323', usd: 90 },
];
const countries: readonly LiteralRow[] = [
  { region: 'RU', hs6: '854231', usd: 40 },
  { region: 'RU', hs6: '870323', usd: 160 },
  { region: 'CN', hs6: '854231', usd: 500 },
  { region: 'CN', hs6: '870323', usd: 500 },
  { region: 'DE', hs6: '854231', usd: 60 },
  { region: 'DE', hs6: '870323', usd: 740 },
];

async function both(context: Parameters<typeof literalWorkspace>[0], world = countries) {
  const own = await literalWorkspace(context, 'RU', regions);
  return { ...own, world: await literalWorkspace(context, 'WORLD', world, worldTerritories()) };
}
const row = (answer: Awaited<ReturnType<typeof assess>>, territory: string) => {
  const found = answer.data.find(
    (one) => one.segment === 'electronics_telecom' && one.territory === territory,
  );
  assert.ok(found);
  return found;
};

test('regions of a country against the world, and without the country itself', async (context) => {
  const workspace = await both(context);
  const answer = await assess(workspace, { period: '2019', reference: 'world' });
  // World: 600 of 2000 is electronics. Moscow (30/100)/(600/2000) = 1; Kaluga 0.1/0.3; Russia 0.2/0.3.
  assert.ok(Math.abs((row(answer, 'RU-MOW').trajectoryIndex ?? 0) - 1) < 1e-12);
  assert.ok(Math.abs((row(answer, 'RU-KLU').trajectoryIndex ?? 0) - 1 / 3) < 1e-12);
  assert.ok(Math.abs((row(answer, 'RU').trajectoryIndex ?? 0) - 2 / 3) < 1e-12);
  assert.equal(row(answer, 'RU-MOW').shareOfReferenceSegment, 30 / 600);
  assert.equal(row(answer, 'RU-MOW').shareOfCountrySegment, 30 / 40);
  assert.ok(answer.findings.some((one) => one.code === 'external-reference' && one.count === 3));
  const without = await assess(workspace, { period: '2019', reference: 'world', withoutSelf: true });
  // 560 of 1800.
  assert.ok(Math.abs((row(without, 'RU-MOW').trajectoryIndex ?? 0) - 0.3 / (560 / 1800)) < 1e-12);
});

test('a union of countries; the index of the country is that of the data of the world where both agree', async (context) => {
  const workspace = await both(context);
  const answer = await assess(workspace, { period: '2019', reference: 'union', union: 'BRICS' });
  // Russia and China: 540 of 1200.
  assert.ok(Math.abs((row(answer, 'RU-MOW').trajectoryIndex ?? 0) - 0.3 / 0.45) < 1e-12);
  const world = await assess(workspace.world, { period: '2019' });
  const own = await assess(workspace, { period: '2019', reference: 'world' });
  assert.equal(row(own, 'RU').trajectoryIndex, row(world, 'RU').trajectoryIndex);
});

test('explain names the rows of both; rerun gives the same; the manifest names the files of the world', async (context) => {
  const workspace = await both(context);
  const answer = await assess(workspace, { period: '2019', reference: 'world' });
  assert.deepEqual(answer.manifest.workspace.world?.vintages, ['v']);
  const id = parseFigureId(`${row(answer, 'RU-MOW').id}/trajectoryIndex`);
  assert.ok(id);
  const { data } = await explain(workspace, answer.manifest, id);
  assert.equal(data.agrees, true);
  const places = data.operands.flatMap((one) => one.rows.map((found) => found.region));
  for (const place of ['RU-MOW', 'CN', 'DE']) assert.ok(places.includes(place), place);
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
});

test('no data of the year, no world, four digits only: refused by name; other editions and a missing country are said', async (context) => {
  const refused = (words: RegExp) => (error: unknown) =>
    error instanceof TrajectaError && words.test(error.text.en);
  const earlier = await both(
    context,
    countries.map((one) => ({ ...one, year: 2018 })),
  );
  await assert.rejects(
    assess(earlier, { period: '2019', reference: 'world' }),
    refused(/Reference \(--world\): There is no data of exports for 2019.*2018/),
  );
  const own = await literalWorkspace(context, 'RU', regions);
  await assert.rejects(assess(own, { period: '2019', reference: 'world' }), refused(/--world FOLDER/));
  const short = await both(
    context,
    countries.map(({ hs6: _hs6, ...one }) => one),
  );
  await assert.rejects(assess(short, { period: '2019', reference: 'world' }), refused(/no six-digit codes/));
  const other = await both(
    context,
    countries.filter((one) => one.region !== 'RU').map((one) => ({ ...one, edition: 'HS2012' })),
  );
  const codes = (await assess(other, { period: '2019', reference: 'world' })).findings.map((one) => one.code);
  assert.ok(codes.includes('reference-editions-differ'));
  assert.ok(codes.includes('reference-lacks-country'));
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type TrajectoryOptions, trajectorySchema } from '../../../src/api/trajectory.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { trajectory } from '../../../src/assess/trajectory/trajectory.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// Pharmacy (300431) and oil (270900). Tomsk's share of pharmacy grows by a tenth a year; Kaluga's falls; 2016 is not
// there, Sevastopol appears in 2015, 2014 has two months only. Base of each region 100, of the country 200 (300 from 2015).
const editionOf = (year: number) => (year < 2012 ? 'HS2007' : year < 2017 ? 'HS2012' : 'HS2017');
const years = [2010, 2011, 2012, 2013, 2014, 2015, 2017, 2018];
const rows: readonly LiteralRow[] = years.flatMap((year) => {
  const pharma = 10 * 1.1 ** (year - 2010);
  const at = { year, edition: editionOf(year), month: year === 2014 ? 6 : 0 };
  const of = (region: string, value: number): LiteralRow[] => [
    { region, hs6: '300431', usd: value, ...at },
    { region, hs6: '270900', usd: 100 - value, ...at },
  ];
  return [
    ...of('RU-TOM', pharma),
    ...of('RU-KLU', 50 - pharma),
    ...(year < 2015 ? [] : [{ region: 'RU-SVE', hs6: '270900', usd: 100, ...at }]),
  ];
});

async function answerOf(context: TestContext, options: TrajectoryOptions = {}, given = rows) {
  const workspace = await literalWorkspace(context, 'RU', given);
  return { workspace, answer: await trajectory(workspace, options) };
}

test('index, shares and ranks of each year are those of assess; the direction is that of the logarithm', async (context) => {
  const { answer } = await answerOf(context, { territories: ['RU-TOM'] });
  trajectorySchema.parse(answer);
  const path = answer.data.find((one) => one.segment === 'pharma');
  assert.ok(path !== undefined);
  assert.deepEqual(
    path.points.map((point) => point.year),
    years,
  );
  const first = path.points[0];
  assert.equal(first?.trajectoryIndex, 10 / 100 / (50 / 200)); // 0.4
  assert.equal(first?.shareOfCountrySegment, 0.2);
  assert.deepEqual([first?.rank, first?.ranked], [2, 2]);
  assert.equal(path.period, '2010..2018');
  // Share in the region: exactly 1.1 a year, so the slope is ln 1.1 and nothing is left.
  const share = path.directions.find((one) => one.measure === 'segmentShareOfTerritory');
  assert.equal(share?.direction, 'rising');
  assert.ok(Math.abs((share?.growthPerYear ?? 0) - 0.1) < 1e-12);
  assert.ok((share?.residualDeviation ?? 1) < 1e-12);
  assert.equal(share?.years, 8);
});

test('breaks: editions, missing months, a year without data, regions that appear; one edition removes its break', async (context) => {
  const { answer } = await answerOf(context, { territories: ['RU-KLU'] });
  const breaks = answer.data[0]?.breaks.map((one) => `${one.year} ${one.kind}`);
  assert.deepEqual(breaks, [
    '2012 edition',
    '2014 missing-months',
    '2015 regions-appear',
    '2017 no-data',
    '2017 edition',
  ]);
  assert.match(answer.data[0]?.breaks[2]?.message.en ?? '', /Sverdlovsk/);
  const one = await answerOf(context, { territories: ['RU-KLU'], inEdition: 'HS2012' });
  assert.equal(
    one.answer.data[0]?.breaks.some(({ kind }) => kind === 'edition'),
    false,
  );
});

test('years of zero and fewer than five years; the country has no direction against itself', async (context) => {
  const { answer } = await answerOf(context, { territories: ['Томская область', 'RU'] });
  const none = answer.data.find((one) => one.segment === 'aerospace' && one.territory === 'RU-TOM');
  const index = none?.directions[0];
  assert.deepEqual([index?.direction, index?.reason], [null, 'too-few-years']);
  assert.equal(none?.points[0]?.trajectoryIndexReason, 'reference-zero');
  assert.deepEqual(index?.undefinedYears, years);
  const country = answer.data.find((one) => one.segment === 'pharma' && one.territory === 'RU');
  assert.deepEqual(
    [country?.directions[0]?.direction, country?.directions[0]?.reason],
    [null, 'is-reference'],
  );
  assert.equal(country?.directions[2]?.measure, 'segmentShareOfTerritory');
  assert.notEqual(country?.directions[2]?.direction, null);
});

test('all regions by direction: rising before falling', async (context) => {
  // Until 2014 nothing but the two regions' pharmacy changes: T is 0.4 × 1.1^t, and (50 − 10 × 1.1^t) / 25.
  const { answer } = await answerOf(context, { to: 2014 });
  const pharma = answer.data.filter((one) => one.segment === 'pharma');
  const placed = pharma.filter((one) => one.place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  assert.deepEqual(
    placed.map((one) => [one.territory, one.directions[0]?.direction]),
    [
      ['RU-TOM', 'rising'],
      ['RU-KLU', 'falling'],
    ],
  );
  assert.equal(placed[0]?.directions[0]?.years, 5);
});

test('a district that changes its members breaks', async (context) => {
  const given = [2016, 2017, 2018, 2019, 2020].flatMap((year): LiteralRow[] => [
    { region: 'RU-BU', hs6: '300431', usd: 5, year, edition: 'HS2017' },
    { region: 'RU-TOM', hs6: '300431', usd: 5, year, edition: 'HS2017' },
  ]);
  const siberia = (await answerOf(context, { territories: ['Сибирский федеральный округ'] }, given)).answer
    .data[0];
  assert.ok(siberia !== undefined);
  assert.deepEqual(
    siberia.breaks.map((one) => [one.year, one.kind, one.message.en]),
    [[2018, 'district-members', 'the district has other members: −RU-BU']],
  );
});

test('each figure is explained, and the run is made again to the byte', async (context) => {
  const { workspace, answer } = await answerOf(context, { territories: ['RU-TOM'] });
  const path = answer.data.find((one) => one.segment === 'pharma');
  const of = async (id: string) => {
    const figure = parseFigureId(id);
    assert.ok(figure !== null);
    return (await explain(workspace, answer.manifest, figure)).data;
  };
  const direction = await of(`${path?.id}/direction`);
  assert.equal(direction.text, path?.directions[0]?.direction);
  assert.equal(direction.related.length, years.length);
  const slope = await of(`${path?.id}/segmentShareOfTerritory.slope`);
  assert.ok(Math.abs((slope.value ?? 0) - Math.log(1.1)) < 1e-12 && slope.agrees);
  const point = await of(`${path?.points[2]?.id}/trajectoryIndex`);
  assert.equal(point.value, path?.points[2]?.trajectoryIndex);
  assert.equal(point.agrees, true);
  assert.deepEqual(point.operands[0]?.regions, ['RU-TOM']);
  await assert.rejects(of(`${path?.id}/nothing`), /no figure "nothing"/);
  const again = await rerun(workspace, answer.manifest);
  assert.equal(again.reproduced, true);
});

test('refusals name what is accepted', async (context) => {
  const refused = (options: TrajectoryOptions, pattern: RegExp) =>
    assert.rejects(
      answerOf(context, options),
      (error: unknown) => error instanceof TrajectaError && pattern.test(error.text.en),
    );
  await refused({ territories: ['Томск'] }, /RU-TOM/);
  await refused({ from: 2018, to: 2012 }, /later/);
  await refused({ from: 2030 }, /2010–2018/);
});

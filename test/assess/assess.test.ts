import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assessmentSchema, highTechSchema } from '../../src/api/assessment.ts';
import { assess } from '../../src/assess/assess.ts';
import { highTech } from '../../src/assess/highTech.ts';
import type { AssessOptions } from '../../src/assess/options.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { literal } from '../../src/store/queries/literal.ts';
import type { LiteralRow } from '../support/literalTables.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

// 300431 (insulin) is pharmacy, 880240 (aeroplanes) aerospace, 270900 crude oil. Russia, 2019:
//            pharmacy  aerospace   oil   secret   total
// Moscow          10         0      80       10     100   Central district
// Kaluga          30         0      20        0      50   Central district
// Tomsk            0        10      40        0      50   Siberian district
// not stated       0         0      50        0      50
// country         40        10     190       10     250
const rows: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '300431', usd: 10 },
  { region: 'RU-MOW', hs6: '270900', usd: 80 },
  { region: 'RU-MOW', usd: 10, status: 'confidential' },
  { region: 'RU-KLU', hs6: '300431', usd: 30 },
  { region: 'RU-KLU', hs6: '270900', usd: 20 },
  { region: 'RU-TOM', hs6: '880240', usd: 10 },
  { region: 'RU-TOM', hs6: '270900', usd: 40 },
  { region: 'not-stated', hs6: '270900', usd: 50 },
  { region: 'RU-MOW', hs6: '300431', usd: 1000, reExport: true },
];

async function row(
  context: Parameters<typeof literalWorkspace>[0],
  options: Partial<AssessOptions>,
  segment: string,
  territory: string,
) {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await assess(workspace, { period: '2019', ...options });
  const found = answer.data.find((one) => one.segment === segment && one.territory === territory);
  assert.ok(found !== undefined, `${segment} ${territory}`);
  return found;
}

test('index, shares and verdict by hand', async (context) => {
  const kaluga = await row(context, {}, 'pharma', 'RU-KLU');
  assert.equal(kaluga.trajectoryIndex, 30 / 50 / (40 / 250)); // 3.75
  assert.equal(kaluga.segmentValueUsd, 30);
  assert.equal(kaluga.shareOfCountryTotal, 0.2);
  assert.equal(kaluga.shareOfCountrySegment, 0.75);
  assert.equal(kaluga.segmentShareOfTerritory, 0.6);
  assert.equal(kaluga.shareOfDistrictSegment, 0.75);
  assert.equal(kaluga.verdict, 'yes');
  assert.equal(kaluga.rank, 1);
  assert.equal(kaluga.district, 'RU-D1');
});

test('secret codes count in the total and in no segment; re-exports on neither side', async (context) => {
  const moscow = await row(context, {}, 'pharma', 'RU-MOW');
  assert.equal(moscow.totalValueUsd, 100);
  assert.equal(moscow.trajectoryIndex, 10 / 100 / (40 / 250)); // 0.625
  assert.equal(moscow.verdict, 'no');
  const included = await row(context, { reExports: 'include' }, 'pharma', 'RU-MOW');
  assert.equal(included.segmentValueUsd, 1010);
});

test('reference without the region itself, and a sole exporter', async (context) => {
  const kaluga = await row(context, { withoutSelf: true }, 'pharma', 'RU-KLU');
  assert.equal(kaluga.trajectoryIndex, 30 / 50 / (10 / 200)); // 12
  const tomsk = await row(context, { withoutSelf: true }, 'aerospace', 'RU-TOM');
  assert.equal(tomsk.trajectoryIndex, null);
  assert.equal(tomsk.trajectoryIndexReason, 'sole-exporter');
  assert.equal(tomsk.verdict, 'undefined');
});

test('leaving Moscow out of the reference changes T and nothing else printed', async (context) => {
  const before = await row(context, {}, 'pharma', 'RU-KLU');
  const after = await row(context, { leaveOut: ['RU-MOW'] }, 'pharma', 'RU-KLU');
  assert.equal(after.trajectoryIndex, 30 / 50 / (30 / 150)); // 3
  const index = [
    'id', // names the run, which has other options
    'trajectoryIndex',
    'trajectoryIndexLower',
    'trajectoryIndexUpper',
    'symmetricIndex',
    'conditions',
  ];
  for (const [name, value] of Object.entries(before))
    if (!index.includes(name)) assert.deepEqual(after[name as keyof typeof after], value, name);
});

test('district as reference; bases', async (context) => {
  const district = await row(context, { reference: 'district' }, 'pharma', 'RU-KLU');
  assert.equal(district.trajectoryIndex, 30 / 50 / (40 / 150)); // 2.25
  const highTechBase = await row(context, { base: 'high-tech' }, 'pharma', 'RU-KLU');
  assert.equal(highTechBase.trajectoryIndex, 30 / 30 / (40 / 50)); // 1.25
  const heading = await row(context, { base: 'heading' }, 'pharma', 'RU-KLU');
  assert.equal(heading.trajectoryIndex, 1); // all of heading 3004 is in the segment
  const nonResource = await row(context, { base: 'non-resource' }, 'pharma', 'RU-TOM');
  assert.equal(nonResource.trajectoryIndex, 0);
});

test('districts and country are sums of members; not-stated is in the country and is no region', async (context) => {
  const central = await row(context, {}, 'pharma', 'RU-D1');
  assert.equal(central.segmentValueUsd, 40);
  assert.equal(central.totalValueUsd, 150);
  assert.equal(central.orientedRegions, 1);
  const country = await row(context, {}, 'pharma', 'RU');
  assert.equal(country.totalValueUsd, 250);
  assert.equal(country.trajectoryIndex, 1);
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await assess(workspace, { period: '2019' });
  assert.equal(
    answer.data.some((one) => one.territory === 'not-stated'),
    false,
  );
  assessmentSchema.parse(answer);
});

test('the paper preset looks at the share of the segment in the region', async (context) => {
  const kaluga = await row(context, { rule: 'paper' }, 'pharma', 'RU-KLU');
  assert.deepEqual(
    kaluga.conditions.map((one) => one.measure),
    ['trajectoryIndex', 'segmentShareOfTerritory'],
  );
});

test('caveats name their value and share', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { findings } = await assess(workspace, { period: '2019' });
  const of = (code: string) => findings.find((finding) => finding.code === code);
  assert.equal(of('confidential')?.valueUsd, 10);
  assert.equal(of('confidential')?.share, 10 / 250);
  assert.equal(of('region-not-stated')?.valueUsd, 50);
  assert.equal(of('re-exports')?.valueUsd, 1000);
  assert.ok(of('head-office') !== undefined);
});

test('months are answered from the detail, and the same months of the year before beside them', async (context) => {
  const monthly = [2018, 2019].flatMap((year) =>
    [1, 2, 3].map((month) => ({ region: 'RU-TOM', hs6: '880240', usd: year - 2010 + month, year, month })),
  );
  const workspace = await literalWorkspace(context, 'RU', monthly);
  const answer = await assess(workspace, { period: '2019-01..2019-02', compareWithPrevious: true });
  const values = answer.data
    .filter((one) => one.segment === 'aerospace' && one.level === 'country')
    .map((one) => [one.period, one.segmentValueUsd]);
  assert.deepEqual(values, [
    ['2019-01..2019-02', 21],
    ['2018-01..2018-02', 19],
  ]); // 10 + 11; 9 + 10
});

test('an incomplete year and a year that is not there', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '880240', usd: 1, month: 1 },
  ]);
  const answer = await assess(workspace, { period: '2019' });
  assert.match(
    answer.findings.find((finding) => finding.code === 'incomplete-period')?.message.en ?? '',
    /2019: 1\/12/,
  );
  await assert.rejects(
    assess(workspace, { period: '2031' }),
    (error: unknown) => error instanceof TrajectaError && /2019/.test(error.text.en),
  );
  await assert.rejects(assess(workspace, { period: '2019', leaveOut: ['RU-XXX'] }), /RU-XXX/);
});

test('high technology by group: the whole list for itself, unknown range and missing rate with their reasons', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    ...rows,
    { region: 'RU-TOM', hs6: '880240', usd: 7, year: 2008, edition: 'HS2007' },
    { region: 'RU-TOM', hs6: '880240', usd: null, year: 2006, edition: 'HS2002' },
    { region: 'RU-TOM', usd: null, year: 2006, edition: 'HS2002', status: 'confidential' },
  ]);
  const answer = await highTech(workspace, { from: 2006, to: 2019 });
  highTechSchema.parse(answer);
  const of = (year: number, group: string) =>
    answer.data.find((one) => one.year === year && one.group === group);
  assert.equal(of(2019, 'all')?.valueUsd, 1050); // 40 + 10 + re-exports 1000, which high-tech includes by default
  assert.equal(of(2019, 'pharmacy')?.valueUsd, 1040);
  assert.deepEqual(
    [of(2008, 'all')?.valueUsd, of(2008, 'all')?.lowerUsd, of(2008, 'all')?.boundsReason],
    [7, null, 'no-correlation-table'],
  );
  assert.deepEqual([of(2006, 'all')?.valueUsd, of(2006, 'all')?.valueReason], [null, 'no-rate']);
});

test('shares of regions in a segment sum to 1, and parts of the four systems to the eight groups', async (context) => {
  const codes = ['300431', '880240', '847130', '854231', '901310', '270900'];
  const regions = ['RU-MOW', 'RU-TOM', 'RU-KLU', 'RU-SVE'];
  const values = fc.sample(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 24, maxLength: 24 }), {
    numRuns: 5,
    seed: 7,
  });
  for (const sample of values) {
    const made = regions.flatMap((region, i) =>
      codes.map((hs6, j) => ({ region, hs6, usd: sample[i * codes.length + j] ?? 1 })),
    );
    const workspace = await literalWorkspace(context, 'RU', made);
    const four = await assess(workspace, { period: '2019' });
    const eight = await assess(workspace, { period: '2019', segments: 'eight' });
    const sum = (answer: typeof four) =>
      answer.data
        .filter((one) => one.level === 'country')
        .reduce((total, one) => total + (one.segmentValueUsd ?? 0), 0);
    assert.ok(Math.abs(sum(four) - sum(eight)) < 1e-6);
    const shares = four.data
      .filter((one) => one.level === 'region' && one.segment === 'pharma')
      .reduce((total, one) => total + (one.shareOfCountrySegment ?? 0), 0);
    assert.ok(Math.abs(shares - 1) < 1e-12);
  }
});

test('a hostile text cannot leave its literal', () => {
  assert.equal(literal("'; DROP TABLE detail; --"), "'''; DROP TABLE detail; --'");
  assert.throws(() => literal('\u0000'), RangeError);
  assert.throws(() => literal(Number.NaN), RangeError);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assessmentSchema, highTechSchema } from '../../../src/api/assessment.ts';
import { trajectorySchema } from '../../../src/api/trajectory.ts';
import { assess } from '../../../src/assess/assess.ts';
import { highTech } from '../../../src/assess/highTech.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { trajectory } from '../../../src/assess/trajectory/trajectory.ts';
import { determinedCells, type SumRelation } from '../../../src/domain/disclosureControl.ts';
import { render } from '../../../src/reports/render.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

/** Rows of one region and code by contributors that are told apart by number. */
const by = (region: string, hs6: string, values: readonly number[]): LiteralRow[] =>
  values.map((usd, place) => ({ region, hs6, usd, contributor: `${region}-${place}` }));

// Medicines (300431): Moscow 4 firms, Kaluga 1 firm, Tula 3 firms; Tomsk (another district) 3, Novosibirsk 3.
const rows: readonly LiteralRow[] = [
  ...by('RU-MOW', '300431', [10, 11, 12, 13]),
  ...by('RU-KLU', '300431', [50]),
  ...by('RU-TUL', '300431', [20, 20, 21]),
  ...by('RU-TOM', '300431', [5, 5, 6]),
  ...by('RU-NVS', '300431', [90, 3, 4]),
  ...by('RU-MOW', '270900', [100, 100, 100]),
  ...by('RU-KLU', '270900', [30, 30, 30]),
  ...by('RU-TUL', '270900', [30, 30, 30]),
  ...by('RU-TOM', '270900', [30, 30, 30]),
  ...by('RU-NVS', '270900', [30, 30, 30]),
];

test('one firm is hidden, and with it the smallest that keeps it from being computed', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await assess(workspace, { period: '2019', disclosure: { threshold: 3, dominance: null } });
  assessmentSchema.parse(answer);
  const of = (territory: string) => {
    const row = answer.data.find((one) => one.segment === 'pharma' && one.territory === territory);
    assert.ok(row !== undefined);
    return row;
  };
  // Kaluga has one firm. Its district shows 46 + 50 + 61 = 157: Moscow (46) is the smaller of the other two.
  assert.deepEqual(
    ['RU-KLU', 'RU-MOW', 'RU-TUL', 'RU-TOM', 'RU-NVS', 'RU-D1', 'RU'].map((id) => of(id).suppressed),
    ['threshold', 'secondary', null, null, null, null, null],
  );
  const kaluga = of('RU-KLU');
  for (const field of [
    'segmentValueUsd',
    'trajectoryIndex',
    'trajectoryIndexLower',
    'symmetricIndex',
    'normalisedIndex',
    'additiveIndex',
    'shareOfCountrySegment',
    'shareOfReferenceSegment',
    'segmentShareOfTerritory',
    'shareOfDistrictSegment',
    'rank',
  ] as const)
    assert.equal(kaluga[field], null, field);
  assert.equal(kaluga.trajectoryIndexReason, 'suppressed');
  assert.deepEqual([kaluga.verdict, kaluga.verdictReason], ['undefined', 'suppressed']);
  assert.equal(kaluga.totalValueUsd, 140, 'all exports of Kaluga have more contributors');
  assert.ok(kaluga.conditions.every((condition) => condition.value === null));
  assert.equal(of('RU-TUL').segmentValueUsd, 61);
  // Hidden regions stand last and leave no gap among the ranks.
  const ranks = answer.data
    .filter((row) => row.segment === 'pharma' && row.level === 'region')
    .map((row) => row.rank);
  assert.deepEqual(ranks, [1, 2, 3, null, null]);
  const text = String(await render({ kind: 'assess', answer }, { format: 'text', language: 'ru' }));
  assert.match(text, /│\s+к │ Калужская область\s+│\s+к │/);
  assert.match(text, /к: скрыто правилом защиты сведений/);
  const id = parseFigureId(`${kaluga.id}/segmentValueUsd`);
  assert.ok(id !== null);
  const explanation = await explain(workspace, answer.manifest, id);
  assert.deepEqual(
    [explanation.data.value, explanation.data.reason, explanation.data.operands],
    [null, 'suppressed', []],
  );
});

test('dominance: a firm of 90 in 97 is hidden; a reference or base that would tell is withheld too', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const disclosure = { threshold: null, dominance: { largest: 1, percent: 85 } };
  const answer = await assess(workspace, { period: '2019', disclosure, leaveOut: ['RU-NVS'] });
  const of = (territory: string) =>
    answer.data.find((one) => one.segment === 'pharma' && one.territory === territory);
  assert.equal(of('RU-NVS')?.suppressed, 'dominance');
  assert.equal(of('RU-TOM')?.suppressed, 'secondary', 'the only other region of its district');
  assert.equal(of('RU-TUL')?.segmentValueUsd, 61);
  assert.equal(
    of('RU-TUL')?.trajectoryIndex,
    null,
    'the reference without Novosibirsk would tell what it exports',
  );
  const finding = answer.findings.find((one) => one.code === 'disclosure-control');
  assert.match(
    finding?.message.en ?? '',
    /the 1 largest make no more than 85 %.*contributors are those that the data names/,
  );
});

test('high technology by region: groups and their whole protect each other; nothing hidden without a rule', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await highTech(workspace, {
    from: 2019,
    to: 2019,
    level: 'region',
    disclosure: { threshold: 3, dominance: null },
  });
  highTechSchema.parse(answer);
  const of = (territory: string, group: string) =>
    answer.data.find((row) => row.territory === territory && row.group === group);
  assert.equal(of('RU-KLU', 'pharmacy')?.suppressed, 'threshold');
  assert.equal(of('RU-KLU', 'all')?.valueUsd, null, 'pharmacy is all of the list that Kaluga exports');
  const plain = await highTech(workspace, { from: 2019, to: 2019, level: 'region' });
  assert.ok(plain.data.every((row) => row.suppressed === null));
});

test('a trajectory hides in each year what assess hides in it; directions rest on what is shown', async (context) => {
  const years = [2015, 2016, 2017, 2018, 2019];
  const all = years.flatMap((year) =>
    rows
      // In 2017 Kaluga has three firms and may be shown.
      .flatMap((row) =>
        year === 2017 && row.region === 'RU-KLU' && row.hs6 === '300431'
          ? by('RU-KLU', '300431', [20, 15, 15])
          : [row],
      )
      .map((row) => ({ ...row, year, edition: year < 2017 ? 'HS2012' : 'HS2017' })),
  );
  const workspace = await literalWorkspace(context, 'RU', all);
  const disclosure = { threshold: 3, dominance: null };
  const answer = await trajectory(workspace, { disclosure });
  trajectorySchema.parse(answer);
  const path = (territory: string) => {
    const found = answer.data.find((one) => one.segment === 'pharma' && one.territory === territory);
    assert.ok(found !== undefined);
    return found;
  };
  for (const year of years) {
    const alone = await assess(workspace, { period: String(year), disclosure });
    for (const territory of ['RU-KLU', 'RU-MOW', 'RU-TUL', 'RU-TOM', 'RU-NVS']) {
      const row = alone.data.find((one) => one.segment === 'pharma' && one.territory === territory);
      const point = path(territory).points.find((one) => one.year === year);
      for (const field of ['trajectoryIndex', 'segmentValueUsd', 'segmentShareOfTerritory', 'rank'] as const)
        assert.equal(point?.[field], row?.[field], `${territory} ${year} ${field}`);
    }
  }
  const shown = path('RU-KLU').points.filter((one) => one.segmentValueUsd !== null);
  assert.deepEqual(
    shown.map((one) => one.year),
    [2017],
  );
  const [direction] = path('RU-KLU').directions;
  assert.deepEqual([direction?.direction, direction?.reason], [null, 'too-few-years']);
  assert.ok(answer.findings.some((one) => one.code === 'disclosure-control' && (one.count ?? 0) >= 8));
  const hidden = path('RU-KLU').points.find((one) => one.year === 2019);
  const id = parseFigureId(`${hidden?.id}/trajectoryIndex`);
  assert.ok(id !== null);
  const explained = await explain(workspace, answer.manifest, id);
  assert.equal(explained.data.value, null);
  assert.deepEqual(explained.data.operands, []);
  const text = String(await render({ kind: 'trajectory', answer }, { format: 'text', language: 'en' }));
  assert.doesNotMatch(text, /NaN|undefined/);
});

const threshold = { threshold: 3, dominance: null };

test('a table of districts hides what the table of their regions hides, and no more than needed', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [...rows, ...by('RU-SVE', '300431', [70])]);
  const districts = await assess(workspace, { period: '2019', level: 'district', disclosure: threshold });
  assessmentSchema.parse(districts);
  const of = (territory: string) =>
    districts.data.find((one) => one.segment === 'pharma' && one.territory === territory);
  // Of the Urals district one firm of one region exports medicines; of the others the smaller protects it.
  assert.equal(of('RU-D5')?.suppressed, 'threshold');
  assert.equal(of('RU-D5')?.segmentValueUsd, null);
  assert.equal(of('RU-D5')?.trajectoryIndex, null);
  const usual = await assess(workspace, { period: '2019', disclosure: threshold });
  for (const row of districts.data) {
    const same = usual.data.find((one) => one.segment === row.segment && one.territory === row.territory);
    assert.equal(row.suppressed, same?.suppressed ?? null, `${row.segment} ${row.territory}`);
    assert.equal(row.segmentValueUsd, same?.segmentValueUsd ?? null);
  }
  const hidden = districts.data.filter((row) => row.segment === 'pharma' && row.segmentValueUsd === null);
  assert.ok(hidden.length >= 2, 'one alone could be computed from the country');
  const high = await highTech(workspace, { from: 2019, to: 2019, level: 'district', disclosure: threshold });
  highTechSchema.parse(high);
  assert.equal(
    high.data.find((row) => row.territory === 'RU-D5' && row.group === 'pharmacy')?.suppressed,
    'threshold',
  );
});

test('an index against a union with hidden exports is not shown', async (context) => {
  const groups = [
    { id: 'ONE', name: { ru: '1', en: '1' }, source: 'test', members: [{ territory: 'RU-KLU' }] },
    {
      id: 'BIG',
      name: { ru: '2', en: '2' },
      source: 'test',
      members: [{ territory: 'RU-TUL' }, { territory: 'RU-TOM' }],
    },
  ];
  const workspace = await literalWorkspace(context, 'RU', rows);
  const against = async (union: string) =>
    assess(workspace, { period: '2019', reference: 'union', union, disclosure: threshold }, { groups });
  const one = (await against('ONE')).data.filter((row) => row.segment === 'pharma');
  assert.ok(one.every((row) => row.trajectoryIndex === null));
  const big = (await against('BIG')).data.find(
    (row) => row.segment === 'pharma' && row.territory === 'RU-TUL',
  );
  assert.notEqual(big?.trajectoryIndex, null);
});

test('no hidden cell follows from the tables of regions, districts and groups together', async (context) => {
  const places = ['RU-MOW', 'RU-KLU', 'RU-TUL', 'RU-TOM', 'RU-NVS', 'RU-SVE', 'RU-CHE'];
  const facts = fc.array(
    fc.record({
      region: fc.constantFrom(...places),
      firms: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 3, maxLength: 10 },
  );
  const groupings = fc.array(fc.subarray(places, { minLength: 1 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(facts, groupings, async (given, lists) => {
      const groups = lists.map((members, place) => ({
        id: `G${place}`,
        name: { ru: `G${place}`, en: `G${place}` },
        source: 'test',
        members: members.map((territory) => ({ territory })),
      }));
      const data = given.flatMap(({ region, firms }, place) =>
        firms.map((usd, firm) => ({ region, hs6: '300431', usd, contributor: `${place}-${firm}` })),
      );
      const workspace = await literalWorkspace(context, 'RU', data);
      const ask = { period: '2019', disclosure: threshold } as const;
      const regional = await assess(workspace, ask);
      const grouped = await assess(workspace, { ...ask, level: 'union' }, { groups });
      const seen = new Map<string, boolean>();
      for (const row of [...regional.data, ...grouped.data])
        if (row.segment === 'pharma')
          seen.set(row.territory, seen.get(row.territory) === true || row.segmentValueUsd !== null);
      const there = places.filter((place) => seen.has(place));
      const districts = [
        ...new Set(
          regional.data.flatMap((row) =>
            row.level === 'region' && row.district !== null ? [row.district] : [],
          ),
        ),
      ];
      const relations: SumRelation[] = [
        { total: 'RU', parts: there },
        { total: 'RU', parts: districts },
        ...districts.map((district) => ({
          total: district,
          parts: there.filter((place) =>
            regional.data.some((row) => row.territory === place && row.district === district),
          ),
        })),
        ...groups
          .filter((group) => seen.has(group.id))
          .map((group) => ({
            total: group.id,
            parts: group.members.map((one) => one.territory).filter((place) => seen.has(place)),
          })),
      ];
      const hidden = new Set([...seen].filter(([, isShown]) => !isShown).map(([place]) => place));
      const told = determinedCells(relations, hidden);
      const own = new Set(there);
      // A cell that is all of the country cannot be protected but by hiding the country.
      if (there.length > 2)
        assert.deepEqual(
          told.filter((place) => own.has(place)),
          [],
        );
    }),
    { numRuns: 25 },
  );
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { assess } from '../../src/assess/assess.ts';
import { highTech } from '../../src/assess/highTech.ts';
import { measure } from '../../src/assess/measures/measure.ts';
import { measureOfWorkspace } from '../../src/assess/measures/measureOfWorkspace.ts';
import { workspaceColumns } from '../../src/assess/measures/workspaceColumns.ts';
import { loadTerritories } from '../../src/classifications/territories.ts';
import { findMeasure } from '../../src/domain/measures/registry.ts';
import { membersAt } from '../../src/domain/membersAt.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import type { WorkspaceReader } from '../../src/store/workspaceReader.ts';
import type { LiteralRow } from '../support/literalTables.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// 300431 (insulin) is pharmacy, 270900 crude oil. 2019, dollars:
//          pharmacy   oil   total
// RU             10    90     100   EAEU, BRICS
// BY             20    30      50   EAEU
// CN             60     0      60   BRICS
// US             10    80      90
// world         100   200     300
const world: readonly LiteralRow[] = [
  { region: 'RU', hs6: '300431', usd: 10 },
  { region: 'RU', hs6: '270900', usd: 90 },
  { region: 'BY', hs6: '300431', usd: 20 },
  { region: 'BY', hs6: '270900', usd: 30 },
  { region: 'CN', hs6: '300431', usd: 60 },
  { region: 'US', hs6: '300431', usd: 10 },
  { region: 'US', hs6: '270900', usd: 80 },
];
const rejects = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof TrajectaError && error.code === code && words.test(error.text.en);

test('members of unions by date: treaties and accessions', () => {
  const dictionary = loadTerritories('WORLD');
  assert.ok(dictionary !== null);
  const at = (union: string, month: string) => membersAt(dictionary, union, month);
  assert.deepEqual(at('EAEU', '2014-12'), []);
  assert.deepEqual(at('EAEU', '2015-01'), ['AM', 'BY', 'KZ', 'RU']);
  assert.deepEqual(at('EAEU', '2015-12'), ['AM', 'BY', 'KG', 'KZ', 'RU']);
  assert.deepEqual(at('BRICS', '2009-12'), ['BR', 'CN', 'IN', 'RU']);
  assert.equal(at('BRICS', '2019-12').length, 5);
  assert.equal(at('BRICS', '2024-12').length, 9); // Egypt, Ethiopia, Iran, United Arab Emirates
  // Numbers of members as the European Union and the European Central Bank give them.
  for (const [month, count] of [
    ['1985-12', 10],
    ['1994-12', 12],
    ['2003-12', 15],
    ['2006-12', 25],
    ['2012-12', 27],
    ['2019-12', 28],
    ['2020-12', 27],
  ] as const)
    assert.equal(at('EU', month).length, count, month);
  for (const [month, count] of [
    ['2000-12', 11],
    ['2006-12', 12],
    ['2008-12', 15],
    ['2011-12', 17],
    ['2015-12', 19],
    ['2023-12', 20],
  ] as const)
    assert.equal(at('EMU', month).length, count, month);
  assert.equal(at('OECD', '1999-12').length, 29);
  assert.equal(at('OECD', '2022-12').length, 38);
});

test('countries against the world, unions as sums of members, by hand', async (context) => {
  const workspace = await literalWorkspace(context, 'WORLD', world);
  const { data, findings } = await assess(workspace, { period: '2019' });
  const pharma = data.filter((row) => row.segment === 'pharma');
  const of = (territory: string) => {
    const found = pharma.find((row) => row.territory === territory);
    assert.ok(found !== undefined, territory);
    return found;
  };
  assert.equal(of('WORLD').level, 'world');
  assert.equal(of('WORLD').segmentValueUsd, 100);
  assert.equal(of('CN').level, 'country');
  assert.equal(of('CN').trajectoryIndex, 60 / 60 / (100 / 300)); // 3
  assert.equal(of('CN').rank, 1);
  assert.equal(of('CN').verdict, 'yes');
  assert.equal(of('RU').trajectoryIndex, 10 / 100 / (100 / 300)); // 0.3
  // EAEU = Russia + Belarus: 30 of 150, not the mean of their indices 0.3 and 1.2.
  assert.equal(of('EAEU').level, 'union');
  assert.equal(of('EAEU').segmentValueUsd, 30);
  assert.equal(of('EAEU').trajectoryIndex, 30 / 150 / (100 / 300)); // 0.6
  assert.equal(of('EAEU').orientedRegions, 1); // Belarus: 1.2, 20 % of the world's
  assert.equal(of('BRICS').segmentValueUsd, 70);
  const missing = findings.filter((one) => one.code === 'members-missing');
  const eaeu = missing.find((one) => one.message.en.startsWith('Eurasian'));
  assert.deepEqual(eaeu?.examples, ['AM', 'KG', 'KZ']);
});

test('what is held against itself has an index of 1 and no verdict', async (context) => {
  const workspace = await literalWorkspace(context, 'WORLD', world);
  const of = async (options: object, territory: string) => {
    const { data } = await assess(workspace, { period: '2019', ...options });
    const row = data.find((one) => one.territory === territory && one.segment === 'pharma');
    return [row?.trajectoryIndex, row?.verdict, row?.verdictReason];
  };
  assert.deepEqual(await of({ level: 'world' }, 'WORLD'), [1, 'undefined', 'is-reference']);
  const eaeu = { level: 'union', reference: 'union', union: 'EAEU' };
  assert.deepEqual(await of(eaeu, 'EAEU'), [1, 'undefined', 'is-reference']);
});

test('a union as the reference and as the level', async (context) => {
  const workspace = await literalWorkspace(context, 'WORLD', world);
  const held = await assess(workspace, { period: '2019', union: 'BRICS' });
  const russia = held.data.find((row) => row.segment === 'pharma' && row.territory === 'RU');
  assert.equal(russia?.trajectoryIndex, 10 / 100 / (70 / 160));
  assert.equal(russia?.shareOfReferenceSegment, 10 / 70);
  const unions = await assess(workspace, { period: '2019', level: 'union' });
  const pharma = unions.data.filter((row) => row.segment === 'pharma');
  assert.deepEqual(
    pharma.filter((row) => row.rank !== null).map((row) => [row.territory, row.rank]),
    [
      ['BRICS', 1], // (70/160)/(1/3) = 1.3125
      ['EAEU', 2], // 0.6
      ['OECD', 3], // (10/90)/(1/3)
    ],
  );
  assert.deepEqual([...new Set(pharma.map((row) => row.level))], ['world', 'union']);
});

test('what the data cannot give is refused with what there is', async (context) => {
  const russia = await literalWorkspace(context, 'RU', [{ region: 'RU-MOW', hs6: '300431', usd: 1 }]);
  const whole = await literalWorkspace(context, 'WORLD', world);
  await assert.rejects(
    () => assess(russia, { period: '2019', reference: 'world' }),
    rejects('no-data', /six-digit HS code .*"country": "WORLD"/),
  );
  await assert.rejects(
    () => assess(russia, { period: '2019', level: 'union' }),
    rejects('bad-option', /--groups/),
  );
  await assert.rejects(
    () => assess(whole, { period: '2019', reference: 'union' }),
    rejects('bad-option', /EAEU, BRICS/),
  );
  await assert.rejects(
    () => assess(whole, { period: '2019', level: 'district' }),
    rejects('bad-option', /country, union, world/),
  );
  const short = await literalWorkspace(context, 'WORLD', [{ region: 'RU', usd: 5 }]);
  await assert.rejects(() => assess(short, { period: '2019' }), rejects('no-data', /six-digit/));
});

test('districts ranked; a group of regions of one own, by date', async (context) => {
  const rows: readonly LiteralRow[] = [
    { region: 'RU-MOW', hs6: '300431', usd: 10 },
    { region: 'RU-MOW', hs6: '270900', usd: 90 },
    { region: 'RU-TOM', hs6: '300431', usd: 30 },
    { region: 'RU-TOM', hs6: '270900', usd: 20 },
    { region: 'RU-NVS', hs6: '270900', usd: 50 },
  ];
  const workspace = await literalWorkspace(context, 'RU', rows);
  const districts = await assess(workspace, { period: '2019', level: 'district' });
  const siberia = districts.data.find((row) => row.segment === 'pharma' && row.territory === 'RU-D6');
  assert.equal(siberia?.trajectoryIndex, 30 / 100 / (40 / 200)); // 1.5
  assert.equal(siberia?.rank, 1);
  assert.equal(siberia?.verdict, 'yes');
  const folder = await temporaryFolder(context);
  const path = join(folder, 'groups.json');
  const group = { id: 'PAIR', name: { ru: 'Пара', en: 'Pair' }, source: 'made for this test' };
  const members = [{ territory: 'RU-MOW' }, { territory: 'RU-TOM' }, { territory: 'RU-NVS', to: '2018-12' }];
  writeFileSync(path, JSON.stringify({ groups: [{ ...group, members }] }));
  const own = await assess(workspace, { period: '2019', level: 'union', groups: path });
  const pair = own.data.find((row) => row.segment === 'pharma' && row.territory === 'PAIR');
  assert.equal(pair?.segmentValueUsd, 40);
  assert.equal(pair?.trajectoryIndex, 40 / 150 / (40 / 200));
  writeFileSync(path, JSON.stringify({ groups: [{ ...group, members: [{ territory: 'RU-XX' }] }] }));
  await assert.rejects(
    () => assess(workspace, { period: '2019', level: 'union', groups: path }),
    rejects('bad-groups', /RU-XX/),
  );
});

test('a measure over unions: members added, the rest beside them, shared members refused', async (context) => {
  const workspace = await literalWorkspace(context, 'WORLD', world);
  const period = { fromYear: 2019, toYear: 2019, months: null };
  const question = { flow: 'export', period, digits: 6, reExports: 'exclude', partner: false } as const;
  const rca = findMeasure('rca');
  assert.ok(rca !== null);
  const grouping = { level: 'union', unions: ['EAEU'], own: [] } as const;
  const { columns } = await workspaceColumns(workspace, rca, { ...question, grouping });
  const { data } = measure(rca, columns, {});
  const eaeu = data.find((row) => row.region === 'EAEU' && row.product === '300431');
  assert.ok(Math.abs((eaeu?.value ?? 0) - 30 / 150 / (100 / 300)) < 1e-12);
  assert.deepEqual([...new Set(data.map((row) => row.region))], ['CN', 'EAEU', 'US']);
  await assert.rejects(
    () =>
      workspaceColumns(workspace, rca, { ...question, grouping: { ...grouping, unions: ['EAEU', 'BRICS'] } }),
    rejects('bad-option', /share the member RU/),
  );
});

test('a measure against the world, a union, the own district, and over everything as one', async (context) => {
  const countries = await literalWorkspace(context, 'WORLD', world);
  const own = await literalWorkspace(context, 'RU', [
    { region: 'RU-MOW', hs6: '300431', usd: 10 },
    { region: 'RU-MOW', hs6: '270900', usd: 90 },
    { region: 'RU-TVE', hs6: '300431', usd: 30 },
    { region: 'RU-TVE', hs6: '270900', usd: 20 },
    { region: 'RU-NVS', hs6: '270900', usd: 50 },
  ]);
  const period = { fromYear: 2019, toYear: 2019, months: null };
  const asked = { period, digits: 6, reExports: 'exclude', grouping: null } as const;
  const rca = findMeasure('rca');
  const hhi = findMeasure('hhi');
  assert.ok(rca !== null && hhi !== null);
  const of = async (reader: WorkspaceReader, options: object, more: object = {}) => {
    const { data } = await measureOfWorkspace(reader, rca, { ...asked, ...more }, options);
    return (region: string, product = '300431') =>
      data.find((row) => row.region === region && row.product === product)?.value;
  };
  const near = (value: number | null | undefined, expected: number) =>
    assert.ok(Math.abs((value ?? Number.NaN) - expected) < 1e-12, `${value} ${expected}`);
  // Moscow has 10 of 100 in pharmacy; the world 100 of 300, BRICS (RU, CN) 70 of 160.
  near((await of({ ...own, world: countries }, {}))('RU-MOW'), 0.1 / (100 / 300));
  near((await of({ ...own, world: countries }, {}, { referenceUnion: 'BRICS' }))('RU-MOW'), 0.1 / (70 / 160));
  // The Central district has 40 of 150, the Siberian (Novosibirsk alone) nothing.
  const district = await of(own, { reference: 'district' });
  near(district('RU-MOW'), 0.1 / (40 / 150));
  near(district('RU-TVE'), 0.6 / (40 / 150));
  near(district('RU-NVS', '270900'), 1);
  // All as one: 40 and 160 of 200.
  const whole = { ...asked, grouping: { level: 'country', unions: [], own: [] } } as const;
  const { data } = await measureOfWorkspace(own, hhi, whole, {});
  assert.deepEqual(
    data.map((row) => row.region),
    ['RU'],
  );
  near(data[0]?.value, 0.2 ** 2 + 0.8 ** 2);
  await assert.rejects(
    () => measureOfWorkspace(own, rca, { ...asked, referenceUnion: 'BRICS' }, {}),
    rejects('bad-option', /--world FOLDER/),
  );
  await assert.rejects(
    () => measureOfWorkspace({ ...own, world: countries }, rca, asked, { reference: 'others' }),
    rejects('bad-option', /two references/),
  );
  await assert.rejects(
    () => measureOfWorkspace(countries, rca, asked, { reference: 'district' }),
    rejects('bad-option', /no level "district"/),
  );
});

test('a group is the sum of its members for everything that adds, and shares over all territories sum to 1', async (context) => {
  const regions = ['RU-MOW', 'RU-KLU', 'RU-TOM', 'RU-NVS', 'RU-SPE', 'not-stated'];
  const codes = ['300431', '880240', '847130', '270900', '760110'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          region: fc.constantFrom(...regions),
          hs6: fc.constantFrom(...codes),
          usd: fc.integer({ min: 1, max: 1e6 }),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      async (rows) => {
        const workspace = await literalWorkspace(context, 'RU', rows);
        const { data } = await assess(workspace, { period: '2019' });
        const near = (a: number | null, b: number, what: string) =>
          assert.ok(Math.abs((a ?? 0) - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${what}: ${a} ${b}`);
        for (const segment of new Set(data.map((row) => row.segment))) {
          const of = data.filter((row) => row.segment === segment);
          const parts = of.filter((row) => row.level === 'region');
          const fields = [
            'segmentValueUsd',
            'totalValueUsd',
            'normalisedIndex',
            'shareOfCountryTotal',
          ] as const;
          for (const district of of.filter((row) => row.level === 'district')) {
            const members = parts.filter((row) => row.district === district.territory);
            for (const field of fields)
              near(
                district[field],
                members.reduce((sum, row) => sum + (row[field] ?? 0), 0),
                field,
              );
          }
          const whole = of.find((row) => row.level === 'country');
          const stated = rows.filter((row) => row.region !== 'not-stated');
          if (stated.length === rows.length) {
            near(
              parts.reduce((sum, row) => sum + (row.shareOfCountryTotal ?? 0), 0),
              1,
              'shares',
            );
            if ((whole?.segmentValueUsd ?? 0) > 0)
              near(
                parts.reduce((sum, row) => sum + (row.shareOfCountrySegment ?? 0), 0),
                1,
                'segment shares',
              );
          }
        }
        const byDistrict = (await highTech(workspace, { from: 2019, to: 2019, level: 'district' })).data;
        const byRegion = (await highTech(workspace, { from: 2019, to: 2019, level: 'region' })).data;
        for (const group of new Set(byRegion.map((row) => row.group))) {
          const sum = (list: typeof byRegion) =>
            list.filter((row) => row.group === group).reduce((total, row) => total + (row.valueUsd ?? 0), 0);
          near(sum(byDistrict), sum(byRegion), group);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a country × product table of four digits: aggregates are no countries', async (context) => {
  const folder = await temporaryFolder(context);
  const csv = join(folder, 'trade.csv');
  writeFileSync(
    csv,
    'country,hs4,usd\nRUS,2709,100\nBLR,2710,50\nEUU,2709,1000\nWLD,2709,5000\nEuropean Union,2710,7\n842,2709,30\nrus,8411,5\n',
  );
  const map = join(folder, 'map.json');
  writeFileSync(
    map,
    JSON.stringify({
      country: 'WORLD',
      columns: { region: 'country', line: 'hs4', value: 'usd' },
      flow: 'export',
      period: '2017',
      nomenclature: { name: 'HS', edition: 'HS2012' },
      currency: { code: 'USD' },
    }),
  );
  const report = await importTable(join(folder, 'w'), csv, { map });
  assert.equal(report.data[0]?.valueKept, 185);
  assert.equal(report.data[0]?.valueTotalRows, 6007);
  const workspace = await openWorkspace(join(folder, 'w'));
  const sums = await workspace.engine.query(
    'SELECT region, sum(value_usd) AS v FROM cube_region_product GROUP BY region ORDER BY region',
  );
  assert.deepEqual(
    sums.map((row) => [row.region, Number(row.v)]),
    [
      ['BY', 50],
      ['RU', 105],
      ['US', 30],
    ],
  );
  await workspace.close();
});

test('a published table of countries and headings: totals of countries as published', {
  skip: withoutSharedData,
}, async (context) => {
  const folder = await temporaryFolder(context);
  const map = join(folder, 'map.json');
  writeFileSync(
    map,
    JSON.stringify({
      country: 'WORLD',
      columns: { region: 'reporter_iso', line: 'product_code', value: 'export_value_usd' },
      flow: 'export',
      period: '2017',
      nomenclature: { name: 'HS', edition: 'HS2007' },
      currency: { code: 'USD' },
    }),
  );
  const path = sharedData('world-hs4-2017-check', 'world_trade_2017.csv.gz');
  await importTable(join(folder, 'w'), path, { map });
  const workspace = await openWorkspace(join(folder, 'w'));
  const sums = await workspace.engine.query(
    "SELECT region, sum(value_usd) / 1e9 AS v FROM cube_region_product WHERE region IN ('RU', 'DE') GROUP BY region ORDER BY region",
  );
  // Billions of dollars as the table's own description gives them.
  assert.deepEqual(
    sums.map((row) => [row.region, Math.round(Number(row.v))]),
    [
      ['DE', 1611],
      ['RU', 406],
    ],
  );
  await workspace.close();
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { countryComparisonSchema } from '../../src/api/countryComparison.ts';
import { compareCountries } from '../../src/assess/international/compareCountries.ts';
import { explainComparison } from '../../src/assess/international/explainComparison.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importWdi } from '../../src/sources/wdi/importWdi.ts';
import {
  openSeries,
  quarantinedValues,
  type SeriesReader,
  type SeriesValue,
} from '../../src/store/series.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { zipOf } from '../support/zipOf.ts';

/** Series of literal values, without files. */
function literalSeries(rows: readonly (readonly [string, string, number, number])[]): SeriesReader {
  const ids = [...new Set(rows.map(([indicator]) => indicator))];
  const file = {
    id: 'f',
    source: 'wdi',
    file: { name: 'literal.csv', sha256: '' },
    indicators: [],
    accounts: { valuesIn: 0, valuesKept: 0, valuesEmpty: 0, valuesQuarantined: 0 },
    path: 'series/f.csv',
  };
  return {
    files: [file],
    fileOf: (indicator) => (ids.includes(indicator) ? file : null),
    values: (indicator) => {
      const of = rows.filter(([id]) => id === indicator);
      if (of.length === 0) return null;
      return new Map(
        of.map(([id, territory, year, value], place): [string, SeriesValue] => [
          `${territory} ${year}`,
          { indicator: id, territory, year, value, row: place + 1 },
        ]),
      );
    },
  };
}

const exports = 'TX.VAL.MRCH.CD.WT';
const highTech = 'TX.VAL.TECH.CD';
const manufactured = 'TX.VAL.TECH.MF.ZS';

test('indices and shares by hand: a group is the sum of its members, not a mean of indices', async () => {
  // EAEU of two members with data: 100 + 10 = 110 -> 150 + 30 = 180.
  const reader = literalSeries([
    [exports, 'RU', 2018, 100],
    [exports, 'RU', 2019, 150],
    [exports, 'BY', 2018, 10],
    [exports, 'BY', 2019, 30],
    [exports, 'WLD', 2018, 1000],
    [exports, 'WLD', 2019, 1100],
    [highTech, 'RU', 2019, 15],
    [highTech, 'BY', 2019, 3],
    [highTech, 'WLD', 2019, 90],
    [manufactured, 'RU', 2019, 20], // manufactured exports 75
    [manufactured, 'BY', 2019, 12], // 25
  ]);
  const answer = await compareCountries(reader, {
    countries: ['RUS'],
    groups: ['EAEU'],
    from: 2019,
    to: 2019,
  });
  countryComparisonSchema.parse(answer);
  const of = (territory: string) => answer.data.find((row) => row.territory === territory);
  const near = (actual: number | null | undefined, expected: number) =>
    assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${actual} ${expected}`);
  near(of('RU')?.exportsIndex, 150);
  near(of('EAEU')?.exportsIndex, (180 / 110) * 100); // the mean of 150 and 300 would be 225
  near(of('EAEU')?.shareOfExports, 18 / 180);
  near(of('EAEU')?.shareOfManufactured, 18 / 100);
  near(of('EAEU')?.shareOfWorldHighTech, 18 / 90);
  near(of('WORLD')?.exportsIndex, 110);
  assert.deepEqual(of('EAEU')?.members, ['BY', 'RU']);
  const missing = answer.findings.find((one) => one.code === 'members-missing');
  assert.deepEqual(missing?.examples, ['AM', 'KG', 'KZ']);
});

test('a figure is explained by values of series that give it again', async () => {
  const rows = ['RU', 'BY'].flatMap((member, place) =>
    [2018, 2019].map((year) => [exports, member, year, (place + 1) * (year - 2010)] as const),
  );
  const reader = literalSeries(rows);
  const answer = await compareCountries(reader, { countries: [], groups: ['EAEU'], from: 2019, to: 2019 });
  const id = { period: '2019', territory: 'EAEU', field: 'exportsIndex' };
  const { data } = await explainComparison(reader, answer.manifest, id);
  const sum = (year: number) =>
    data.inputs.filter((one) => one.year === year).reduce((total, one) => total + one.value, 0);
  assert.equal(data.inputs.length, 4);
  assert.ok(Math.abs((data.value ?? 0) - (100 * sum(2019)) / sum(2018)) < 1e-9);
  assert.equal(data.reproduced, true);
});

test('the chain equals the direct index with fixed members, whatever holes the data has', async () => {
  const members = ['RU', 'BY', 'KZ', 'AM', 'KG'];
  const years = [2015, 2016, 2017, 2018, 2019];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.integer({ min: 1, max: 1e9 })), { minLength: 25, maxLength: 25 }),
      async (values) => {
        const rows = members.flatMap((member, m) =>
          years.flatMap((year, y) => {
            const value = values[m * 5 + y] ?? null;
            return value === null ? [] : [[exports, member, year, value] as const];
          }),
        );
        fc.pre(rows.length > 0);
        const { data } = await compareCountries(literalSeries(rows), {
          countries: [],
          groups: ['EAEU'],
          from: 2016,
          to: 2019,
          chainFrom: 2015,
        });
        for (const row of data.filter((one) => one.territory === 'EAEU')) {
          assert.equal(row.chainIndex === null, row.directIndex === null);
          if (row.chainIndex !== null && row.directIndex !== null)
            assert.ok(Math.abs(row.chainIndex / row.directIndex - 1) < 1e-9);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('moving members: the index of a year is over its members, and the change is said', async () => {
  // Kyrgyzstan joined in August 2015. 2015 over all five of 2015; the chain is not the direct index.
  const rows = ['RU', 'BY', 'KZ', 'AM', 'KG'].flatMap((member, place) =>
    [2013, 2014, 2015].map((year) => [exports, member, year, (place + 1) * (year - 2010)] as const),
  );
  const options = { countries: [], groups: ['EAEU'], from: 2014, to: 2015, membership: 'moving' } as const;
  const { data, findings } = await compareCountries(literalSeries(rows), options);
  const row = (year: number) => data.find((one) => one.territory === 'EAEU' && one.year === year);
  assert.equal(row(2014)?.exportsIndex, null); // there was no EAEU in 2014
  assert.equal(row(2015)?.exportsIndex, 125);
  assert.equal(row(2015)?.directIndex, null);
  assert.ok(findings.some((one) => one.code === 'membership-changed'));
});

test('volume: values divided by the unit value index, named; without it a refusal', async () => {
  const rows = [
    [exports, 'RU', 2018, 100],
    [exports, 'RU', 2019, 120],
  ] as const;
  const deflator = 'TX.UVI.MRCH.XD.WD';
  const reader = literalSeries([...rows, [deflator, 'RU', 2018, 100], [deflator, 'RU', 2019, 150]]);
  const options = { countries: ['RU'], from: 2019, to: 2019, valuation: 'volume' } as const;
  const { data, manifest } = await compareCountries(reader, options);
  assert.ok(Math.abs((data[0]?.exportsIndex ?? 0) - 80) < 1e-9); // 120/1.5 = 80 of 100
  assert.match(String(manifest.definitions.valuation), /TX\.UVI\.MRCH\.XD\.WD/);
  await assert.rejects(
    () => compareCountries(literalSeries(rows), options),
    (error: unknown) =>
      error instanceof TrajectaError && error.code === 'no-data' && /TX\.UVI/.test(error.text.en),
  );
});

test('volume by the published volume index: groups weighted by exports of its base year', async () => {
  const volume = 'TX.QTY.MRCH.XD.WD';
  const reader = literalSeries([
    [exports, 'RU', 2015, 300],
    [exports, 'BY', 2015, 100],
    ...[2018, 2019].flatMap((year) => [
      [exports, 'RU', year, 999] as const,
      [exports, 'BY', year, 9] as const,
    ]),
    [volume, 'RU', 2015, 100],
    [volume, 'BY', 2015, 100],
    [volume, 'RU', 2018, 110],
    [volume, 'RU', 2019, 121],
    [volume, 'BY', 2018, 200],
    [volume, 'BY', 2019, 100],
  ]);
  const options = { countries: ['RU'], groups: ['EAEU'], from: 2019, to: 2019 } as const;
  const { data, manifest } = await compareCountries(reader, { ...options, valuation: 'volume-index' });
  const of = (territory: string) => data.find((row) => row.territory === territory)?.exportsIndex ?? 0;
  assert.ok(Math.abs(of('RU') - 110) < 1e-9); // 121 / 110
  // (300 × 1.21 + 100 × 1) / (300 × 1.1 + 100 × 2) = 463 / 530.
  assert.ok(Math.abs(of('EAEU') - (100 * 463) / 530) < 1e-9);
  assert.match(String(manifest.definitions.valuation), /dollars of 2015.*TX\.QTY/);
  await assert.rejects(
    () =>
      compareCountries(literalSeries([[exports, 'RU', 2019, 1]]), { ...options, valuation: 'volume-index' }),
    (error: unknown) => error instanceof TrajectaError && /TX\.QTY/.test(error.text.en),
  );
});

test('shares of all countries in the sum of the world sum to 1', async () => {
  const shares = [1, 2, 3, 4].map(
    (value, place) => [highTech, ['RU', 'CN', 'US', 'BR'][place] ?? '', 2019, value] as const,
  );
  const all = shares.flatMap(([, territory]) =>
    [2018, 2019].map((year) => [exports, territory, year, 10] as const),
  );
  const rows = [...shares, ...all, [highTech, 'EMU', 2019, 50] as const];
  const { data } = await compareCountries(literalSeries(rows), {
    countries: ['RU', 'CN', 'US', 'BR'],
    from: 2019,
    to: 2019,
    world: 'sum',
  });
  const sum = data
    .filter((row) => row.level === 'country')
    .reduce((total, row) => total + (row.shareOfWorldHighTech ?? 0), 0);
  assert.ok(Math.abs(sum - 1) < 1e-12);
  assert.equal(data.find((row) => row.level === 'world')?.highTechUsd, 10);
});

test('layouts of the World Bank: JSON of the API, bulk and DataBank tables, long tables', async (context) => {
  const folder = await temporaryFolder(context);
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const row = (iso3: string, id: string, date: string, value: number | null) => ({
    indicator: { id: highTech, value: 'High-technology exports (current US$)' },
    country: { id, value: '' },
    countryiso3code: iso3,
    date,
    value,
    unit: '',
    obs_status: '',
    decimal: 0,
  });
  const head = { page: 1, pages: 1, per_page: 50, total: 4, sourceid: '2', lastupdated: '2024-06-28' };
  const rows = [
    row('RUS', 'RU', '2019', 10),
    row('', '1W', '2019', 90),
    row('', 'XD', '2019', 50),
    row('AFG', 'AF', '2019', null),
  ];
  const json = write('api.json', JSON.stringify([head, rows]));
  const bulk = write(
    'API_TX.VAL.TECH.CD_DS2_en_csv_v2_1.csv',
    '\uFEFF"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-06-28",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2018","2019",\n"Russian Federation","RUS","High-technology exports (current US$)","TX.VAL.TECH.CD","8","10",\n"World","WLD","High-technology exports (current US$)","TX.VAL.TECH.CD","","90",\n',
  );
  const databank = write(
    'Data_Extract.csv',
    'Country Name,Country Code,Series Name,Series Code,2018 [YR2018],2019 [YR2019]\nRussian Federation,RUS,High-tech,TX.VAL.TECH.CD,..,10\n,,,,,\nData from database: World Development Indicators,,,,,\n',
  );
  const long = write(
    'tx.val.tech.cd.csv',
    'Country Name,Country Code,Year,Value\nRussia,RUS,2019,10\nWorld,WLD,2019,90\n',
  );
  for (const path of [json, bulk, databank, long]) {
    const into = join(folder, `w${path.length}`);
    const report = await importWdi(into, path);
    const { valuesIn, valuesKept, valuesEmpty, valuesQuarantined } = report.data[0]?.accounts ?? {};
    assert.equal(valuesIn, (valuesKept ?? 0) + (valuesEmpty ?? 0) + (valuesQuarantined ?? 0), path);
    const values = (await openSeries(into)).values(highTech);
    assert.equal(values?.get('RU 2019')?.value, 10, path);
    if (path !== databank) assert.equal(values?.get('WLD 2019')?.value, 90, path);
    assert.equal(values?.get('AF 2019'), undefined);
  }
  const refused = async (path: string, words: RegExp) =>
    assert.rejects(
      () => importWdi(join(folder, 'none'), path),
      (error: unknown) => error instanceof TrajectaError && words.test(error.text.en),
    );
  await refused(
    write(
      'error.json',
      JSON.stringify([
        {
          message: [{ id: '120', key: 'Invalid value', value: 'The provided parameter value is not valid' }],
        },
      ]),
    ),
    /answered with an error: Invalid value/,
  );
  await refused(write('empty.json', JSON.stringify([{ ...head, total: 0 }, null])), /holds no value/);
  await refused(write('page.csv', '<html><body>Sorry</body></html>\n'), /web page/);
});

test("the paper's table 1 with its columns put right", { skip: withoutSharedData }, async (context) => {
  const folder = await temporaryFolder(context);
  await importWdi(folder, sharedData('wdi', 'tx.val.mrch.cd.wt.csv'));
  const { data } = await compareCountries(await openSeries(folder), {
    countries: ['RU', 'KZ', 'US', 'VN', 'JP'],
    groups: ['BRICS', 'EMU', 'EAEU'],
    from: 2007,
    to: 2019,
    chainFrom: 2008,
    printed: true,
  });
  const index = (territory: string, year: number) =>
    data.find((row) => row.territory === territory && row.year === year)?.exportsIndex ?? Number.NaN;
  // Computed from the same file outside the program: 100 v(t) / v(t − 1), groups by sums of members.
  for (const [territory, year, expected] of [
    ['RU', 2009, 64.3],
    ['KZ', 2015, 57.8],
    ['US', 2010, 121.1],
    ['BRICS', 2007, 122.9],
    ['EMU', 2009, 77.8],
    ['EAEU', 2011, 132.9],
    ['WORLD', 2016, 96.9],
  ] as const)
    assert.equal(index(territory, year).toFixed(1), expected.toFixed(1), `${territory} ${year}`);
  const chained = data.find((row) => row.territory === 'BRICS' && row.year === 2019)?.chainIndex;
  assert.equal((chained ?? 0).toFixed(1), '149.8'); // printed 148.9
  const compared = data.filter((row) => row.printedStatus !== null);
  const agree = compared.filter((row) => row.printedStatus !== 'different').length;
  assert.ok(agree / compared.length > 0.8, `${agree} of ${compared.length}`);
  // BRICS 2016 repeats the figure of 2007 in print; all five members fell.
  assert.equal(
    data.find((row) => row.territory === 'BRICS' && row.year === 2016)?.printedStatus,
    'different',
  );
});

test('values that cannot be used are kept row by row, with place and reason', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'tx.val.tech.cd.csv');
  writeFileSync(
    path,
    'Country Code,Year,Value\nRUS,2019,5\nRUS,2019,6\nQQQ,2019,1\nCHN,19,4\nCHN,2018,abc\nCHN,2017,..\n',
  );
  const report = await importWdi(join(folder, 'w'), path);
  assert.deepEqual(report.data[0]?.accounts, {
    valuesIn: 6,
    valuesKept: 1,
    valuesEmpty: 1,
    valuesQuarantined: 4,
  });
  const { files } = await openSeries(join(folder, 'w'));
  assert.deepEqual(
    quarantinedValues(join(folder, 'w'), files).map((one) => [one.row, one.column, one.text, one.reason]),
    [
      [3, 'value', '6', 'contradicts'],
      [4, 'territory', 'QQQ', 'unknown-territory'],
      [5, 'year', '19', 'bad-year'],
      [6, 'value', 'abc', 'bad-value'],
    ],
  );
});

test('more layouts: packed bulk files with their descriptions, advanced queries, records, a column for each indicator', async (context) => {
  const folder = await temporaryFolder(context);
  const bulk =
    '\uFEFF"Data Source","World Development Indicators",\r\n\r\n"Last Updated Date","2025-12-01",\r\n\r\n"Country Name","Country Code","Indicator Name","Indicator Code","2023","2024",\r\n"Russian Federation","RUS","High-tech","TX.VAL.TECH.CD","14","15",\r\n"China","CHN","High-tech","TX.VAL.TECH.CD","","900",\r\n';
  const variable = (id: string) => [
    { concept: 'Country', id, value: '' },
    { concept: 'Series', id: 'TX.VAL.TECH.CD', value: 'High-tech' },
    { concept: 'Time', id: 'YR2024', value: '2024' },
  ];
  const advanced = {
    page: 1,
    pages: 1,
    total: 2,
    source: {
      id: '2',
      data: [
        { variable: variable('RUS'), value: 15 },
        { variable: variable('CHN'), value: 900 },
      ],
    },
  };
  const files: Readonly<Record<string, string | Buffer>> = {
    'API_TX.VAL.TECH.CD_DS2_en_csv_v2_1.zip': zipOf({
      'Metadata_Country_API_TX.VAL.TECH.CD_DS2_en_csv_v2_1.csv': '"Country Code","Region"\n"RUS","ECA"\n',
      'API_TX.VAL.TECH.CD_DS2_en_csv_v2_1.csv': bulk,
      'Metadata_Indicator_API_TX.VAL.TECH.CD_DS2_en_csv_v2_1.csv': '"INDICATOR_CODE"\n"TX.VAL.TECH.CD"\n',
    }),
    'advanced.json': JSON.stringify(advanced),
    'data360.json': JSON.stringify({
      count: 2,
      value: [
        { REF_AREA: 'RUS', INDICATOR: 'WB_WDI_TX_VAL_TECH_CD', TIME_PERIOD: '2024', OBS_VALUE: '15' },
        { REF_AREA: 'CHN', INDICATOR: 'WB_WDI_TX_VAL_TECH_CD', TIME_PERIOD: '2024', OBS_VALUE: '900' },
      ],
    }),
    'columns.csv':
      'Time,Time Code,Country Name,Country Code,High-tech [TX.VAL.TECH.CD],Exports [TX.VAL.MRCH.CD.WT]\n2024,YR2024,Russia,RUS,15,400\n2024,YR2024,China,CHN,900,..\n',
    'package.csv':
      '"country","iso2c","iso3c","year","TX.VAL.TECH.CD"\n"Russia","RU","RUS",2024,15\n"China","CN","CHN",2024,900\n',
    'tx.val.tech.cd.csv': 'economy,YR2024\nRUS,15\nCHN,900\n',
    'comma.csv':
      'Country Code;Indicator Code;Year;Value\nRUS;TX.VAL.TECH.CD;2024;15,0\nCHN;TX.VAL.TECH.CD;2024;900,0\n',
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    const workspace = join(folder, `${name}.w`);
    await importWdi(workspace, join(folder, name));
    const values = (await openSeries(workspace)).values(highTech);
    assert.deepEqual([values?.get('RU 2024')?.value, values?.get('CN 2024')?.value], [15, 900], name);
  }
});

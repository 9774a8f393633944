import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DBFFile } from 'dbffile';
import iconv from 'iconv-lite';
import { importComexstat } from '../../src/sources/comexstat/importComexstat.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openDuckdb } from '../../src/store/duckdb.ts';
import { literal } from '../../src/store/queries/literal.ts';
import { observationsOf } from '../support/observations.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { workbookOf, zipOf } from '../support/zipOf.ts';

const heading = ['NAPR', 'PERIOD', 'STRANA', 'TNVED', 'EDIZM', 'STOIM', 'NETTO', 'KOL', 'REGION', 'REGION_S'];
const moscow = ['45000 - ГОРОД МОСКВА СТОЛИЦА РОССИЙСКОЙ ФЕДЕРАЦИИ', '01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ'];
const tomsk = ['69000 - ТОМСКАЯ ОБЛАСТЬ', '06-СИБИРСКИЙ ФЕДЕРАЛЬНЫЙ ОКРУГ'];
const rows: readonly (readonly string[])[] = [
  ['ЭК', '03/2019', 'DE', '8542310000', '796', '1234567.89', '1.5', '10', ...moscow],
  ['ЭК', '03/2019', 'DE', '8542310000', '796', '1234567.89', '1.5', '10', ...moscow],
  ['ЭК', '04/2019', 'CN', 'XXXXXXXXXX', '', '50', '2', '0', ...moscow],
  ['ЭК', '04/2019', 'CN', '0101210000', '166', '7.25', '3000', '0', ...tomsk],
  ['ИМ', '04/2019', 'IN', '3004', '166', '0.5', '3', '0', ...tomsk],
];
const observed = [
  {
    row_number: 1,
    flow: 'export',
    month: 3,
    region: 'RU-MOW',
    line: '8542310000',
    partner: 'DE',
    unit: 'piece',
    value: 1234567.89,
    net_weight_kg: 1.5,
    quantity: 10,
  },
  {
    row_number: 2,
    flow: 'export',
    month: 3,
    region: 'RU-MOW',
    line: '8542310000',
    partner: 'DE',
    unit: 'piece',
    value: 1234567.89,
    net_weight_kg: 1.5,
    quantity: 10,
  },
  {
    row_number: 3,
    flow: 'export',
    month: 4,
    region: 'RU-MOW',
    line: 'XXXXXXXXXX',
    partner: 'CN',
    unit: '',
    value: 50,
    net_weight_kg: 2,
    quantity: 0,
  },
  {
    row_number: 4,
    flow: 'export',
    month: 4,
    region: 'RU-TOM',
    line: '0101210000',
    partner: 'CN',
    unit: 'kg',
    value: 7.25,
    net_weight_kg: 3000,
    quantity: 0,
  },
  {
    row_number: 5,
    flow: 'import',
    month: 4,
    region: 'RU-TOM',
    line: '3004',
    partner: 'IN',
    unit: 'kg',
    value: 0.5,
    net_weight_kg: 3,
    quantity: 0,
  },
];

const text = (delimiter: string, table: readonly (readonly string[])[] = [heading, ...rows]) =>
  `${table.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join('\r\n')}\r\n`;
const withCells = (change: (cell: string, column: number) => string) => rows.map((row) => row.map(change));
const numbers = [5, 6, 7];
const comma = withCells((cell, column) => (numbers.includes(column) ? cell.replace('.', ',') : cell));
const grouped = withCells((cell, column) =>
  numbers.includes(column) ? cell.replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, '\u00A0').replace('.', ',') : cell,
);
const pointGroups = withCells((cell, column) =>
  numbers.includes(column) ? Number(cell).toLocaleString('en-US', { maximumFractionDigits: 4 }) : cell,
);
const inWords = withCells((cell, column) =>
  column === 4
    ? ({ '796': 'ШТУКА', '166': 'КИЛОГРАММ' }[cell] ?? cell)
    : column === 2
      ? ({ DE: 'DEU', CN: 'Китай', IN: 'IND' }[cell] ?? cell)
      : column === 0
        ? ({ ЭК: 'Экспорт', ИМ: 'импорт' }[cell] ?? cell)
        : cell,
);
const lostZeros = withCells((cell, column) => (column === 3 ? cell.replace(/^0/, '') : cell));
const order = [8, 5, 3, 0, 1, 9, 2, 7, 6, 4];
const russianHeading = [
  'Направление',
  'Период',
  'Страна',
  'Код ТН ВЭД',
  'Единица измерения',
  'Стоимость, долл. США',
  'Нетто, кг',
  'Количество',
  'Субъект РФ',
  'Округ',
];
const shuffled = [russianHeading, ...rows].map((row) => order.map((column) => row[column] ?? ''));
const numeric = rows.map((row) =>
  row.map((cell, column) =>
    numbers.includes(column) || column === 3 ? (Number.isNaN(Number(cell)) ? cell : Number(cell)) : cell,
  ),
);

async function dbf(folder: string, encoding: string): Promise<string> {
  const path = join(folder, `table-${encoding}.dbf`);
  const fields = heading.map((name, column) =>
    numbers.includes(column)
      ? { name, type: 'N' as const, size: 18, decimalPlaces: 2 }
      : { name, type: 'C' as const, size: 120, decimalPlaces: 0 },
  );
  const file = await DBFFile.create(path, fields, { encoding });
  await file.appendRecords(
    rows.map((row) =>
      Object.fromEntries(
        heading.map((name, column) => [name, numbers.includes(column) ? Number(row[column]) : row[column]]),
      ),
    ),
  );
  return path;
}

async function parquet(folder: string): Promise<string> {
  const csv = join(folder, 'source.csv');
  const path = join(folder, 'table.parquet');
  await writeFile(csv, text(','));
  const engine = await openDuckdb();
  await engine.run(
    `COPY (SELECT * FROM read_csv(${literal(csv)}, all_varchar = true)) TO ${literal(path)} (FORMAT parquet)`,
  );
  await engine.close();
  return path;
}

const containers: Readonly<
  Record<string, string | Buffer | ((folder: string, context: TestContext) => Promise<string>)>
> = {
  'comma, UTF-8': text(','),
  'semicolon, UTF-8 with mark': `\uFEFF${text(';')}`,
  'tab, windows-1251': iconv.encode(text('\t'), 'win1251'),
  'semicolon, cp866': iconv.encode(text(';'), 'cp866'),
  'comma, UTF-16': iconv.encode(text('\t'), 'utf16le', { addBOM: true }),
  'lines of two encodings': Buffer.concat([
    Buffer.from(text(';', [heading, ...rows.slice(0, 2)])),
    iconv.encode(text(';', rows.slice(2)), 'win1251'),
  ]),
  'decimal comma': text(';', [heading, ...comma]),
  'decimal comma, groups by no-break space': text(';', [heading, ...grouped]),
  'decimal point, groups by comma': text(';', [heading, ...pointGroups]),
  'units, partners and flow in words': text(';', [heading, ...inWords]),
  'lost zeros': text(',', [heading, ...lostZeros]),
  'heading in Russian, columns in another order': text(';', shuffled),
  'small letters': text(',', [heading.map((name) => name.toLowerCase()), ...rows]),
  'lone carriage returns': text(';').replaceAll('\r\n', '\r'),
  'rows before the heading': `Выгрузка\r\n\r\n${text(';')}`,
  'delimiter announced by Excel': `sep=;\r\n${text(';')}`,
  gz: gzipSync(text(',')),
  zip: zipOf({ 'readme.md': 'nothing', 'data/table.csv': text(';') }),
  'gz of windows-1251': gzipSync(iconv.encode(text(';'), 'win1251')),
  'zip of a workbook': zipOf({ 'table.xlsx': workbookOf({ данные: [heading, ...rows] }) }),
  'xlsx of texts': workbookOf({
    Титул: [['Выгрузка за 2019 год']],
    данные: [['Примечание'], [], heading, ...rows],
  }),
  'xlsx of numbers': workbookOf({ данные: [heading, ...numeric] }),
  'xls of numbers': workbookOf({ данные: [heading, ...numeric] }, 'xls'),
  'dbf, cp866': (folder) => dbf(folder, 'cp866'),
  'dbf, windows-1251': (folder) => dbf(folder, 'win1251'),
  parquet: (folder) => parquet(folder),
};

for (const [name, content] of Object.entries(containers)) {
  test(`the same rows, the same observations: ${name}`, async (context) => {
    const folder = await temporaryFolder(context);
    let path = join(folder, 'unload.dat');
    if (typeof content === 'function') path = await content(folder, context);
    else await writeFile(path, content);
    const report = await importFts(join(folder, 'workspace'), path);
    assert.equal(report.data[0]?.rowsKept, 5, JSON.stringify(report.findings));
    const found = await observationsOf(join(folder, 'workspace'), context);
    const wanted = observed.map((row) => ({
      re_export: false,
      year: 2019,
      edition: 'HS2017',
      status: row.line.startsWith('X') ? 'confidential' : 'product',
      hs6: /^\d{6}/.test(row.line) ? row.line.slice(0, 6) : '',
      currency: 'USD',
      usd_rate: 1,
      ...row,
    }));
    assert.deepEqual(found, wanted);
  });
}

test('what was detected is shown', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'unload.zip');
  await writeFile(
    path,
    zipOf({
      'a.csv': iconv.encode(
        text(';', [heading.map((name) => (name === 'STOIM' ? 'Стоимость, тыс. долл.' : name)), ...comma]),
        'cp866',
      ),
    }),
  );
  const report = await importFts(join(folder, 'workspace'), path);
  const { columns, ...detected } = report.manifest.settings.detected as Record<string, unknown>;
  assert.equal((columns as Record<string, string>).value, 'Стоимость, тыс. долл.');
  assert.deepEqual(detected, {
    archive: 'zip',
    member: 'a.csv',
    container: 'text',
    encoding: 'cp866',
    delimiter: ';',
    moneyUnit: 'thousand-usd',
    edition: 'calendar',
    synthetic: false,
    decimalMark: ',',
  });
});

const states = [
  '"CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";"KG_LIQUIDO";"VL_FOB"',
  '"2021";"01";"88023090";"11";"249";"SP";"04";"0817600";2;28000;51000000',
  '"2021";"01";"30049099";"10";"063";"RJ";"01";"0717800";10;20;70',
  '"2021";"02";"12019000";"10";"160";"RE";"01";"0817800";10;20;90',
  '"2021";"02";"12019000";"10";"160";"ND";"01";"0817800";10;20;5',
].join('\n');

test('Comex Stat by state: partners by SECEX codes, re-exports and rows without a state told apart', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'EXP_2021.csv');
  await writeFile(path, states);
  const report = await importComexstat(join(folder, 'workspace'), path);
  assert.equal(report.data[0]?.rowsKept, 4);
  const found = (await observationsOf(join(folder, 'workspace'), context)) as Record<string, unknown>[];
  assert.deepEqual(
    found.map((row) => [
      row.flow,
      row.month,
      row.region,
      row.line,
      row.hs6,
      row.partner,
      row.re_export,
      row.value,
    ]),
    [
      ['export', 1, 'BR-SP', '88023090', '880230', 'US', false, 51000000],
      ['export', 1, 'BR-RJ', '30049099', '300490', 'AR', false, 70],
      ['export', 2, 'not-stated', '12019000', '120190', 'CN', true, 90],
      ['export', 2, 'not-stated', '12019000', '120190', 'CN', false, 5],
    ],
  );
});

test('Comex Stat by municipality: four digits, summed to states; the name tells the flow', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'IMP_2021_MUN.csv');
  await writeFile(
    path,
    '"CO_ANO";"CO_MES";"SH4";"CO_PAIS";"SG_UF_MUN";"CO_MUN";"KG_LIQUIDO";"VL_FOB"\n"2021";"01";"8802";"249";"SP";"3449904";1;5\n"2021";"01";"8802";"249";"SP";"3449905";1;6\n',
  );
  await importComexstat(join(folder, 'workspace'), path);
  const found = (await observationsOf(join(folder, 'workspace'), context)) as Record<string, unknown>[];
  assert.deepEqual(
    found.map((row) => [row.flow, row.region, row.line, row.value]),
    [
      ['import', 'BR-SP', '8802', 5],
      ['import', 'BR-SP', '8802', 6],
    ],
  );
  await writeFile(join(folder, 'trade.csv'), states);
  await assert.rejects(importComexstat(join(folder, 'other'), join(folder, 'trade.csv')), /--flow/);
});

test('wide tables: years as columns; each cell is an observation with its place', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'wide.xlsx');
  const map = join(folder, 'map.json');
  await writeFile(
    path,
    workbookOf({
      s: [
        ['State', 'HS6', '2018', '2019', '2020'],
        ['SP', '880230', 5, 6, ''],
        ['RJ', '300490', '', 7.5, 8],
      ],
    }),
  );
  await writeFile(
    map,
    JSON.stringify({
      country: 'BR',
      columns: { region: 'State', line: 'HS6' },
      wide: { over: 'year', columns: { 2018: '2018', 2019: '2019', 2020: '2020' } },
      flow: 'export',
      nomenclature: { name: 'HS', edition: 'calendar' },
      currency: { code: 'USD' },
    }),
  );
  const report = await importTable(join(folder, 'workspace'), path, { map });
  assert.equal(report.data[0]?.rowsIn, 4);
  const found = (await observationsOf(join(folder, 'workspace'), context)) as Record<string, unknown>[];
  assert.deepEqual(
    found.map((row) => [row.row_number, row.region, row.year, row.value]),
    [
      [1, 'BR-SP', 2018, 5],
      [2, 'BR-SP', 2019, 6],
      [5, 'BR-RJ', 2019, 7.5],
      [6, 'BR-RJ', 2020, 8],
    ],
  );
});

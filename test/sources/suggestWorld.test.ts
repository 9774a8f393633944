import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importTable } from '../../src/sources/table/importTable.ts';
import { suggestMapping } from '../../src/sources/table/suggestMapping.ts';
import { editionNamed, flowColumns } from '../../src/sources/table/suggestWorld.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const codes = [
  '0101',
  '0203',
  '0702',
  '1001',
  '2204',
  '2603',
  '2709',
  '3004',
  '4703',
  '6109',
  '7108',
  '7403',
  '8407',
  '8471',
  '8517',
  '8528',
  '8542',
  '8703',
  '8708',
  '8803',
  '9018',
  '9401',
];
const countries = ['ARG', 'BRA', 'CHL', 'MEX', 'Latin America'];

test('a table of country and product is drafted as one of the world, with its edition, flows and groups, and imported', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'latam.csv');
  const rows = countries.flatMap((country, place) =>
    codes.map(
      (code, at) => `${country},${code},2019,${1000 + ((place * 7 + at * 13) % 29) * 10},${500 + at},0.5`,
    ),
  );
  writeFileSync(
    path,
    `location_code,hs92_product_code,year,export_value,import_value,export_rca\n${rows.join('\n')}\n`,
  );
  const { mapping, notes } = await suggestMapping(path);
  assert.deepEqual(mapping, {
    country: 'WORLD',
    columns: { year: 'year', line: 'hs92_product_code', region: 'location_code' },
    wide: { over: 'flow', columns: { export_value: 'export', import_value: 'import' } },
    nomenclature: { name: 'hs92_product_code', edition: 'HS1992' },
    currency: { code: 'USD', unit: 1 },
    notRegions: { 'Latin America': 'aggregate' },
  });
  assert.ok(notes.some((note) => /groups of countries.*Latin America|Latin America.*groups/.test(note.en)));
  writeFileSync(join(folder, 'map.json'), JSON.stringify(mapping));
  const report = await importTable(join(folder, 'w'), path, { map: join(folder, 'map.json') });
  assert.equal(report.data[0]?.rowsTotalRows, 2 * codes.length, 'the group is in no sum');
  const workspace = await openWorkspace(join(folder, 'w'));
  context.after(() => workspace.close());
  const totals = await workspace.engine.query('SELECT count(DISTINCT region) AS n FROM detail');
  assert.equal(Number(totals[0]?.n), 4);
});

test('partners of one country stay partners where the column says so', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'partners.csv');
  const rows = ['CN', 'DE', 'KZ', 'BY'].flatMap((partner) =>
    codes.map((code) => `2019,${code},${partner},1000`),
  );
  writeFileSync(path, `year,hs_code,partner,value\n${rows.join('\n')}\n`);
  const { mapping } = await suggestMapping(path);
  assert.equal((mapping.columns as Record<string, string>).partner, 'partner');
  assert.equal(mapping.country, 'ZZ');
});

test('names that tell an edition, and columns of flows', () => {
  assert.equal(editionNamed('hs_product_code'), null);
  assert.equal(editionNamed('HS2012'), 'HS2012');
  assert.equal(editionNamed('hs07 code'), 'HS2007');
  const column = (name: string) => ({ column: name, texts: [] });
  assert.deepEqual(
    [...(flowColumns([column('export_value'), column('export_rca'), column('import_value')]) ?? [])],
    [
      ['export_value', 'export'],
      ['import_value', 'import'],
    ],
  );
  assert.equal(flowColumns([column('export_value'), column('export_kg'), column('import_value')]), null);
});

test('a short table with Spanish headings and names of countries is drafted and imported', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'exportaciones.csv');
  writeFileSync(
    path,
    'País;Código SA;Año;Exportaciones (USD)\nPerú;090111;2019;1.500,5\nBrasil;300431;2019;2.500,0\nColombia;090111;2019;700,0\nAlemania;300431;2019;9.000,0\n',
  );
  const { mapping } = await suggestMapping(path);
  assert.deepEqual(
    [mapping.country, mapping.columns],
    ['WORLD', { year: 'Año', line: 'Código SA', value: 'Exportaciones (USD)', region: 'País' }],
  );
  const map = join(folder, 'map.json');
  writeFileSync(map, JSON.stringify(mapping));
  await importTable(join(folder, 'w'), path, { map });
  const workspace = await openWorkspace(join(folder, 'w'));
  const rows = await workspace.engine.query(
    'SELECT region, CAST(sum(value) AS DOUBLE) AS value FROM detail GROUP BY region ORDER BY region',
  );
  await workspace.close();
  assert.deepEqual(
    rows.map((row) => [row.region, row.value]),
    [
      ['BR', 2500],
      ['CO', 700],
      ['DE', 9000],
      ['PE', 1500.5],
    ],
  );
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DBFFile } from 'dbffile';
import iconv from 'iconv-lite';
import { errorCodes, TrajectaError } from '../../src/domain/trajectaError.ts';
import { importComexstat } from '../../src/sources/comexstat/importComexstat.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { quarantinedRows } from '../../src/store/quarantinedRows.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { workbookOf, zipOf } from '../support/zipOf.ts';

const good = [
  'NAPR;PERIOD;STRANA;TNVED;EDIZM;STOIM;NETTO;KOL;REGION',
  'ЭК;03/2019;DE;8542310000;796;100,5;1;10;45000 - ГОРОД МОСКВА',
  'ЭК;04/2019;DE;8542310000;796;7,25;1;10;69000 - ТОМСКАЯ ОБЛАСТЬ',
  '',
].join('\n');
const packed = gzipSync(good);

/** Every file of a workspace with its checksum. */
async function contentOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(file))
          .digest('hex')}`,
    ),
  );
}

/** A file whose members hold other sizes than they say is as bad as one that is too large. */
const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));

const refused: Readonly<
  Record<string, readonly [content: string | Buffer, code: keyof typeof errorCodes, says: RegExp]>
> = {
  'an empty file': ['', 'file-unreadable', /empty/],
  'a Parquet file cut short': [
    Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(300, 7)]),
    'file-unreadable',
    /Parquet/,
  ],
  'a gzip of nothing': [gzipSync(''), 'file-unreadable', /empty/],
  'a heading and nothing else': ['NAPR;PERIOD;TNVED;STOIM\n', 'nothing-usable', /no usable row/],
  'a truncated gzip': [packed.subarray(0, packed.length - 9), 'file-unreadable', /damaged or cut short/],
  'a gzip that grows without end': [bomb, 'file-unreadable', /--max-unpacked/],
  'a zip with a broken directory': [zipOf({ 'a.csv': good }).subarray(0, 90), 'file-unreadable', /archive/],
  'a zip of two tables': [zipOf({ 'a.csv': good, 'b.csv': good }), 'file-unreadable', /a\.csv, b\.csv/],
  'a zip of a bomb': [zipOf({ 'a.csv.gz': bomb }), 'file-unreadable', /archive within an archive/],
  'a truncated workbook': [
    workbookOf({ s: [['NAPR', 'PERIOD', 'TNVED', 'STOIM']] }).subarray(0, 700),
    'file-unreadable',
    /./,
  ],
  'a workbook of another table': [
    workbookOf({
      s: [
        ['Region', 'Population'],
        ['Tomsk', 5],
      ],
    }),
    'missing-column',
    /Region, Population/,
  ],
  'NUL bytes': [good.replace('DE', 'D\u0000E'), 'file-unreadable', /NUL bytes/],
  'another table altogether': [
    'region,population\nTomsk,5\n',
    'missing-column',
    /NAPR, PERIOD, TNVED, STOIM/,
  ],
  'a column that is not there': [good.replace('TNVED', 'SOMETHING'), 'missing-column', /TNVED/],
  'a picture': [
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(200)]),
    'file-unreadable',
    /picture/,
  ],
  'a web page instead of the file': [
    '\n<!DOCTYPE html>\n<html><body><h1>403 Forbidden</h1></body></html>',
    'file-unreadable',
    /web page/,
  ],
  'a PDF': ['%PDF-1.7\n1 0 obj', 'file-unreadable', /PDF/],
  'an archive of another kind': [
    Buffer.concat([Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), Buffer.alloc(100)]),
    'file-unreadable',
    /unpack it/,
  ],
  JSON: ['{"a": [1, 2]}', 'missing-column', /NAPR/],
  'letters in every number': [
    good.replace('100,5', '1OO').replace('7,25', 'много'),
    'nothing-usable',
    /bad-value × 2/,
  ],
  'month 13 throughout': [
    good.replaceAll('03/2019', '13/2019').replaceAll('04/2019', '13/2019'),
    'nothing-usable',
    /bad-period × 2/,
  ],
  'an encoding that does not exist': [good, 'file-unreadable', /unknown encoding/],
};

for (const [name, [content, code, says]] of Object.entries(refused)) {
  test(`refused with one clear error, the workspace unharmed: ${name}`, async (context) => {
    const folder = await temporaryFolder(context);
    const workspace = join(folder, 'workspace');
    await writeFile(join(folder, 'good.csv'), good);
    await importFts(workspace, join(folder, 'good.csv'));
    const before = await contentOf(workspace);
    const bad = join(folder, 'bad.dat');
    await writeFile(bad, content);
    const options = name.includes('encoding') ? { encoding: 'klingon' } : {};
    const isOurs = (error: unknown) => {
      assert.ok(error instanceof TrajectaError, String(error));
      assert.equal(error.code, code, error.text.en);
      assert.match(error.text.en, says);
      assert.ok(error.text.en.includes('bad.dat'), error.text.en);
      assert.notEqual(errorCodes[error.code].exitCode, 0);
      return true;
    };
    await assert.rejects(importFts(workspace, bad, options), isOurs);
    assert.deepEqual(await contentOf(workspace), before);
    await assert.rejects(importFts(join(folder, 'new'), bad, options), isOurs);
    await assert.rejects(
      readdir(join(folder, 'new')),
      { code: 'ENOENT' },
      'no empty workspace is left behind',
    );
  });
}

test('a folder, and a file that is not there', async (context) => {
  const folder = await temporaryFolder(context);
  await mkdir(join(folder, 'some'));
  await assert.rejects(importFts(join(folder, 'w'), join(folder, 'some')), /folder/);
  await assert.rejects(importFts(join(folder, 'w'), join(folder, 'none.csv')), /no file/);
});

test('200 columns are no obstacle', async (context) => {
  const folder = await temporaryFolder(context);
  const lines = good.trim().split('\n');
  const more = Array.from({ length: 200 }, (_, index) => `X${index}`);
  await writeFile(
    join(folder, 'wide.csv'),
    lines.map((line, place) => `${(place === 0 ? more : more.map(() => '1')).join(';')};${line}`).join('\n'),
  );
  const report = await importFts(join(folder, 'w'), join(folder, 'wide.csv'));
  assert.equal(report.data[0]?.rowsKept, 2);
});

test('a column named by hand, and one that is not there', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'odd.csv');
  await writeFile(path, good.replace('STOIM', 'Сумма по ДТ'));
  const report = await importFts(join(folder, 'w'), path, { columns: { value: 'Сумма по ДТ' } });
  assert.equal(report.data[0]?.valueKept, 107.75);
  await assert.rejects(
    importFts(join(folder, 'v'), path, { columns: { value: 'STOIM' } }),
    /"STOIM".*Сумма по ДТ/,
  );
});

test('lines in another encoding are read in their own, and it is said', async (context) => {
  const folder = await temporaryFolder(context);
  const lines = good.trim().split('\n');
  const path = join(folder, 'mixed.csv');
  await writeFile(
    path,
    Buffer.concat([
      iconv.encode(`${lines.slice(0, 2).join('\n')}\n`, 'win1251'),
      Buffer.from(`${lines[2]}\n`),
    ]),
  );
  const report = await importFts(join(folder, 'w'), path);
  assert.equal(report.findings.find((finding) => finding.code === 'mixed-encodings')?.count, 1);
  assert.equal(
    report.findings.some((finding) => finding.code === 'unknown-region'),
    false,
  );
});

test('broken rows within a good file are quarantined with their places', async (context) => {
  const folder = await temporaryFolder(context);
  const lines = good.trim().split('\n');
  const path = join(folder, 'rows.csv');
  const bad = [
    'ЭК;13/2019;DE;8542310000;796;1;1;10;45000 - ГОРОД МОСКВА',
    'ЭК;04/2019;DE;8542310000;796;-1;1;10;45000 - ГОРОД МОСКВА',
    'ЭК;04/2019;DE;8542310000;796;12 5;1;10;45000 - ГОРОД МОСКВА',
    'ЭК;04/2019;DE;85423100001234;796;1;1;10;45000 - ГОРОД МОСКВА',
    'ЭК;04/2019;DE;8542310000;796;1;1;10;45000 - ГОРОД МОСКВА;1;2',
    'ЭК;04/2019;DE;8542310000;796;inf;1;10;45000 - ГОРОД МОСКВА',
  ];
  await writeFile(path, [...lines, ...bad].join('\n'));
  await importFts(join(folder, 'w'), path);
  const workspace = await openWorkspace(join(folder, 'w'));
  context.after(() => workspace.close());
  assert.deepEqual(
    (await quarantinedRows(workspace)).map((row) => [row.row, row.column, row.text, row.reason]),
    [
      [3, 'period', '13/2019', 'bad-period'],
      [4, 'value', '-1', 'negative-value'],
      [5, 'value', '12 5', 'bad-value'],
      [6, 'line', '85423100001234', 'bad-code'],
      [7, '', '1', 'too-many-fields'],
      [8, 'value', 'inf', 'bad-value'],
    ],
  );
});

test('a dBase table cut short, and one with letters in a number', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 't.dbf');
  const names = ['NAPR', 'PERIOD', 'TNVED', 'STOIM'];
  const file = await DBFFile.create(
    path,
    names.map((name) => ({
      name,
      type: name === 'STOIM' ? ('N' as const) : ('C' as const),
      size: 12,
      decimalPlaces: name === 'STOIM' ? 2 : 0,
    })),
    { encoding: 'cp866' },
  );
  await file.appendRecords([
    { NAPR: 'ЭК', PERIOD: '2019', TNVED: '8542310000', STOIM: 5 },
    { NAPR: 'ЭК', PERIOD: '2019', TNVED: '8542310000', STOIM: 6 },
  ]);
  const bytes = await readFile(path);
  await writeFile(join(folder, 'short.dbf'), bytes.subarray(0, bytes.length - 20));
  await assert.rejects(importFts(join(folder, 'w'), join(folder, 'short.dbf')), /cut short/);
  const letters = Buffer.from(bytes);
  letters.write('abc', letters.lastIndexOf('6') - 2, 'latin1');
  await writeFile(join(folder, 'letters.dbf'), letters);
  const report = await importFts(join(folder, 'w'), join(folder, 'letters.dbf'));
  assert.deepEqual([report.data[0]?.rowsKept, report.data[0]?.rowsQuarantined], [1, 1]);
});

test('Comex Stat and mapped tables: a wrong column, an odd flow, a wrong map', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(
    join(folder, 'EXP.csv'),
    'CO_ANO;CO_MES;CO_NCM;CO_PAIS;UF;VL_FOB\n2021;01;88023090;249;SP;1\n',
  );
  await assert.rejects(importComexstat(join(folder, 'w'), join(folder, 'EXP.csv')), /SG_UF_NCM/);
  await writeFile(
    join(folder, 'EXP2.csv'),
    'CO_ANO;CO_MES;CO_NCM;CO_PAIS;SG_UF_NCM;VL_FOB\n2021;13;88023090;249;SP;x\n',
  );
  await assert.rejects(
    importComexstat(join(folder, 'w'), join(folder, 'EXP2.csv'), { flow: 'export' }),
    /bad-period/,
  );
  const map = join(folder, 'map.json');
  await writeFile(
    map,
    JSON.stringify({
      country: 'BR',
      columns: { line: 'CO_NCM', value: 'VL_FOB' },
      nomenclature: { name: 'NCM', edition: 'calendar' },
      currency: { code: 'USD' },
    }),
  );
  await assert.rejects(
    importTable(join(folder, 'w'), join(folder, 'EXP2.csv'), { map }),
    /columns\.flow or flow/,
  );
  await writeFile(map, '{ not json');
  await assert.rejects(importTable(join(folder, 'w'), join(folder, 'EXP2.csv'), { map }), /map\.json/);
});

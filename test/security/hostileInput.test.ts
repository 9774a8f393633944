import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as workbooks from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { formulaBeginning } from '../../src/domain/harmlessText.ts';
import { runTrajecta as run } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { zipOf } from '../support/zipOf.ts';

const onWindows = process.platform === 'win32' && 'symbolic links need rights on Windows';
const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION';
const goodRow = 'ЭК,2019,DE,3004310000,КГ,30,1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ';

/** Everything below a folder, as paths. */
async function tree(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).map(String).sort();
}

test('a path that leads out of an archive: refused, and nothing lies outside', async (context) => {
  const folder = await temporaryFolder(context);
  await mkdir(join(folder, 'in', 'deep'), { recursive: true });
  const file = join(folder, 'in', 'deep', 'a.zip');
  for (const name of ['../../evil.csv', '..\\..\\evil.csv', '/evil.csv']) {
    await writeFile(file, rawZip(name, `${heading}\n${goodRow}\n`));
    const imported = await run('import', 'fts', file, '-w', join(folder, 'in', 'deep', 'w'));
    const left = await tree(folder);
    assert.ok(!left.some((path) => path.endsWith('evil.csv')), `${name}: ${left.join(' ')}`);
    assert.ok(imported.code === 3 || imported.code === 0, imported.err);
  }
});

/** A zip of one stored member whose name nobody has put right. */
function rawZip(name: string, text: string): Buffer {
  const [file, content] = [Buffer.from(name), Buffer.from(text)];
  const checksum = crc32(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(checksum, 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt32LE(checksum, 16);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + content.length, 16);
  return Buffer.concat([local, file, content, central, file, end]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

test('bombs: gz, zip and a workbook stop at the bound, and the workspace is not made', async (context) => {
  const folder = await temporaryFolder(context);
  const large = Buffer.alloc(12_000_000, 'a,a,a,a,a,a,a,a,a\n');
  const files = {
    'a.csv.gz': gzipSync(large),
    'a.zip': zipOf({ 'a.csv': large }),
    'a.xlsx': zipOf({
      '[Content_Types].xml': '<x/>',
      'xl/workbook.xml': '<x/>',
      'xl/worksheets/sheet1.xml': large,
    }),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    const imported = await run(
      'import',
      'fts',
      join(folder, name),
      '-w',
      join(folder, 'w'),
      '--max-unpacked',
      '10MB',
      '--lang',
      'en',
    );
    assert.equal(imported.code, 3, name);
    assert.match(imported.err, /grows beyond 10 MB when unpacked/);
  }
  assert.deepEqual(await tree(folder), Object.keys(files).sort());
});

/** A table of a country of our own, every text of which is a formula or a piece of HTML or SQL. */
async function hostileWorkspace(context: TestContext): Promise<string> {
  const folder = await temporaryFolder(context);
  const names = [
    '=HYPERLINK("http://x","y")',
    "'; DROP TABLE detail; --",
    '<script>alert(1)</script>',
    '\u001b[2J@SUM(A1)',
  ];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = names.flatMap((name, place) =>
    ['854231', '300490', '270900'].map((code) =>
      [2019, name, code, 100 * (place + 1), '=cmd|x', name, 1].map((cell) => quoted(String(cell))).join(','),
    ),
  );
  const columns = ['year', '="a";--', 'code', 'usd', '+unit', '@partner', 'qty'];
  await writeFile(
    join(folder, '=1+1.csv'),
    [columns.map(quoted).join(','), ...rows, '"2019","x","bad\u001b[31m","=2","","",""'].join('\n'),
  );
  await writeFile(
    join(folder, 'map.json'),
    JSON.stringify({
      country: 'XX',
      countryName: { ru: '=1+2', en: '=1+2' },
      columns: {
        year: 'year',
        region: '="a";--',
        line: 'code',
        value: 'usd',
        unit: '+unit',
        partner: '@partner',
        quantity: 'qty',
      },
      flow: 'export',
      nomenclature: { name: '=x', edition: 'HS2017' },
      currency: { code: 'USD' },
      territories: names.map((name, place) => ({
        id: `=X${place}`,
        name: { ru: name, en: name },
        codes: [name],
      })),
    }),
  );
  const imported = await run(
    'import',
    'table',
    join(folder, '=1+1.csv'),
    '--map',
    join(folder, 'map.json'),
    '-w',
    join(folder, 'w'),
  );
  assert.equal(imported.code, 0, imported.err);
  return join(folder, 'w');
}

test('formulas in what is exported: no cell of any CSV begins as one, no cell of a workbook is one', async (context) => {
  const workspace = await hostileWorkspace(context);
  const formula = new RegExp(formulaBeginning, 'u');
  const assess = ['assess', '--year', '2019'];
  const answers = [
    assess,
    ['high-tech', '--from', '2019', '--to', '2019', '--level', 'region'],
    ['check'],
    ['measure', 'rca', '--year', '2019'],
  ];
  for (const question of answers) {
    for (const language of ['ru', 'en']) {
      const csv = await run(...question, '-w', workspace, '--format', 'csv', '--lang', language);
      assert.equal(csv.code, 0, csv.err);
      // Also when it is opened with the delimiter of another language.
      for (const delimiter of [',', ';', '\t']) {
        const cells = parse(csv.out, {
          delimiter,
          relax_column_count: true,
          bom: true,
          relax_quotes: true,
        }) as string[][];
        for (const cell of cells.flat())
          assert.ok(
            !formula.test(cell) || /^-?\d+([.,]\d+)?(e-?\d+)?$/.test(cell),
            `${question[0]} ${language} ${delimiter}: ${cell}`,
          );
      }
    }
  }
  for (const question of [assess, ['check']]) {
    const file = join(workspace, `${question[0]}.xlsx`);
    assert.equal((await run(...question, '-w', workspace, '--format', 'xlsx', '--output', file)).code, 0);
    const book = workbooks.read(await readFile(file), { cellFormula: true });
    for (const sheet of Object.values(book.Sheets))
      for (const [name, cell] of Object.entries(sheet))
        if (!name.startsWith('!')) assert.equal((cell as { f?: string }).f, undefined, name);
  }
  const json = await run(...assess, '-w', workspace, '--format', 'json');
  const id = (JSON.parse(json.out) as { data: { id: string }[] }).data[0]?.id;
  const rows = join(workspace, 'rows.csv');
  const explained = await run('explain', `${id}/totalValueUsd`, '-w', workspace, '--rows', rows);
  assert.equal(explained.code, 0, explained.err);
  const cells = (parse(await readFile(rows), { relax_column_count: true }) as string[][]).flat();
  assert.ok(cells.includes("'=X0") && cells.every((cell) => !formula.test(cell)), cells.join(' '));
});

test('HTML in names is text on the page; control characters reach no terminal', async (context) => {
  const workspace = await hostileWorkspace(context);
  const page = await run('check', '-w', workspace, '--format', 'html', '--mirror', workspace);
  assert.equal(page.code, 0, page.err);
  assert.doesNotMatch(page.out, /<script/);
  const quarantine = await run('status', '-w', workspace, '--quarantine');
  assert.match(quarantine.out, /bad\\u001b\[31m/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  assert.doesNotMatch(quarantine.out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

test('SQL in names and codes is text: the rows are all there and are found by it', async (context) => {
  const workspace = await hostileWorkspace(context);
  const answer = JSON.parse(
    (await run('assess', '--year', '2019', '-w', workspace, '--format', 'json')).out,
  ) as {
    data: { territory: string; level: string; totalValueUsd: number }[];
  };
  const regions = answer.data.filter((row) => row.level === 'region');
  assert.deepEqual([...new Map(regions.map((row) => [row.territory, row.totalValueUsd])).entries()].sort(), [
    ['=X0', 300],
    ['=X1', 600],
    ['=X2', 900],
    ['=X3', 1200],
  ]);
});

test('an enormous field is one row that cannot be used, or none', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'a.csv');
  const enormous = 'x'.repeat(30_000_000);
  await writeFile(
    file,
    [heading, goodRow, `ЭК,2019,DE,${enormous},КГ,30,1,1,29000`, goodRow.replace('30,1,1', '40,1,1')].join(
      '\n',
    ),
  );
  const imported = await run('import', 'fts', file, '-w', join(folder, 'w'), '--format', 'json');
  assert.equal(imported.code, 0, imported.err);
  const { data, findings } = JSON.parse(imported.out) as {
    data: { rowsKept: number; rowsQuarantined: number; valueKept: number }[];
    findings: { examples?: string[] }[];
  };
  assert.deepEqual([data[0]?.rowsKept, data[0]?.rowsQuarantined, data[0]?.valueKept], [2, 1, 70]);
  assert.ok(findings.every((finding) => (finding.examples ?? []).every((text) => text.length < 1000)));
  // A heading that never ends is no heading.
  await writeFile(join(folder, 'b.csv'), `${'a,'.repeat(3_000_000)}\n${goodRow}\n`);
  assert.equal((await run('import', 'fts', join(folder, 'b.csv'), '-w', join(folder, 'w'))).code, 3);
});

test('symbolic links: a device behind one is refused, and nothing is written through one', {
  skip: onWindows,
}, async (context) => {
  const folder = await temporaryFolder(context);
  await symlink('/dev/zero', join(folder, 'device.csv'));
  assert.equal((await run('import', 'fts', join(folder, 'device.csv'), '-w', join(folder, 'w'))).code, 3);
  await writeFile(join(folder, 'a.csv'), [heading, goodRow].join('\n'));
  await symlink(join(folder, 'a.csv'), join(folder, 'link.csv'));
  assert.equal((await run('import', 'fts', join(folder, 'link.csv'), '-w', join(folder, 'w'))).code, 0);
  for (const name of [
    'detail',
    'cubes',
    'quarantine',
    'scratch',
    'classifications',
    'manifest.json.draft-1',
  ]) {
    const [outside, workspace] = [join(folder, `outside-${name}`), join(folder, `w-${name}`)];
    await mkdir(outside);
    await writeFile(join(outside, 'precious.txt'), 'keep');
    await mkdir(workspace);
    await symlink(outside, join(workspace, name));
    const imported = await run('import', 'fts', join(folder, 'a.csv'), '-w', workspace, '--lang', 'en');
    assert.equal(imported.code, 5, imported.err);
    assert.match(imported.err, /symbolic link/);
    assert.deepEqual(await tree(outside), ['precious.txt']);
  }
});

test('a manifest that leads out of its workspace is not followed', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(join(folder, 'a.csv'), [heading, goodRow].join('\n'));
  await run('import', 'fts', join(folder, 'a.csv'), '-w', join(folder, 'w'));
  const path = join(folder, 'w', 'manifest.json');
  const manifest = await readFile(path, 'utf8');
  for (const lead of ['../', '/', 'C:\\\\', 'detail/../../']) {
    await writeFile(path, manifest.replace('"path": "detail', `"path": "${lead}detail`));
    assert.equal((await run('assess', '--year', '2019', '-w', join(folder, 'w'))).code, 5, lead);
  }
});

test('a folder or file whose name is a pattern is that one and no other', {
  skip: onWindows,
}, async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(join(folder, 'ab.csv'), [heading, goodRow.replace('30,1,1', '999,1,1')].join('\n'));
  await writeFile(join(folder, 'a[1].csv'), [heading, goodRow].join('\n'));
  const workspace = join(folder, 'w[1]*?');
  const imported = await run('import', 'fts', join(folder, 'a[1].csv'), '-w', workspace, '--format', 'json');
  assert.equal(imported.code, 0, imported.err);
  assert.equal((JSON.parse(imported.out) as { data: { valueKept: number }[] }).data[0]?.valueKept, 30);
  assert.equal((await run('assess', '--year', '2019', '-w', workspace)).code, 0);
});

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { heading, workspaceOf } from '../support/commandLine.ts';
import { runTrajecta as run } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('import, then tables in Russian and English; stdout holds the answer only', async (context) => {
  const workspace = await workspaceOf(context);
  const russian = await run('assess', '--year', '2019', '-w', workspace, '--lang', 'ru');
  assert.equal(russian.code, 0, russian.err);
  assert.match(russian.out, /Калужская область +│ +2,3/); // 30/50 over 40/150 = 2.25
  const english = await run('assess', '--year', '2019', '-w', workspace, '--lang', 'en');
  assert.match(english.out, /Kaluga Oblast +│ +2\.3/);
  assert.equal(english.err, '');
});

test('JSON follows the published schema; the same question gives the same bytes', async (context) => {
  const workspace = await workspaceOf(context);
  for (const question of [
    ['assess', '--year', '2019'],
    ['high-tech', '--from', '2019', '--to', '2019'],
  ]) {
    const answer = await run(...question, '-w', workspace, '--format', 'json');
    assert.equal(answer.code, 0, answer.err);
    const schema = JSON.parse((await run('schema', question[0] ?? '')).out);
    const ajv = new Ajv2020({ strict: false });
    assert.ok(ajv.validate(schema, JSON.parse(answer.out)), ajv.errorsText());
    assert.deepEqual(Object.keys(JSON.parse(answer.out)), ['data', 'findings', 'manifest']);
    assert.equal((await run(...question, '-w', workspace, '--format', 'json')).out, answer.out);
  }
});

test('paths and diversification from the command line follow their schemas', async (context) => {
  const folder = await temporaryFolder(context);
  const lines = [2015, 2016, 2017, 2018, 2019].flatMap((year) => [
    `ЭК,${year},DE,3004310000,КГ,${year - 2005},1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ,`,
    `ЭК,${year},CN,2709009000,КГ,20,1,1,45000 - ГОРОД МОСКВА,`,
  ]);
  await writeFile(join(folder, 'unload.csv'), [heading, ...lines].join('\n'));
  const workspace = join(folder, 'w');
  await run('import', 'fts', join(folder, 'unload.csv'), '-w', workspace, '--money-unit', 'usd');
  await writeFile(join(folder, 'world.csv'), 'product;market;value\n300431;Germany;10,5\n270900;CN;20\n');
  for (const question of [
    ['trajectory', '--region', 'Калужская область', '--from', '2015'],
    ['trajectory', '--all', '--base', 'high-tech'],
    ['uncertainty', '--year', '2015..2019', '--draws', '50', '--over', 'partners'],
    ['uncertainty', 'hhi', '--year', '2017..2019', '--draws', '50'],
    ['diversify', '--region', 'RU-KLU', '--from', '2015', '--to', '2019'],
    [
      'diversify',
      '--region',
      'RU',
      '--from',
      '2015',
      '--to',
      '2019',
      '--scope',
      'high-tech',
      '--demand',
      join(folder, 'world.csv'),
    ],
  ]) {
    const answer = await run(...question, '-w', workspace, '--format', 'json');
    assert.equal(answer.code, 0, answer.err);
    const schema = JSON.parse((await run('schema', question[0] ?? '')).out);
    const ajv = new Ajv2020({ strict: false });
    assert.ok(ajv.validate(schema, JSON.parse(answer.out)), ajv.errorsText());
    const { id } = JSON.parse(answer.out).data[0];
    const explained = await run('explain', id, '-w', workspace, '--lang', 'ru');
    assert.equal(explained.code, 0, explained.err);
    const text = await run(...question, '-w', workspace, '--lang', 'en');
    assert.match(text.out, /Where any figure comes from: trajecta explain [0-9a-f]{10}\/201[57]\.\.2019\//);
  }
  await writeFile(join(folder, 'bad.csv'), 'product;value\n300431;much\n');
  const bad = await run(
    'diversify',
    '--region',
    'RU',
    '--from',
    '2015',
    '--to',
    '2019',
    '-w',
    workspace,
    '--demand',
    join(folder, 'bad.csv'),
    '--lang',
    'en',
  );
  assert.equal(bad.code, 3);
  assert.match(bad.err, /row 2, column value: "much"/);
});

test('CSV for Russian Excel and XLSX with real numbers', async (context) => {
  const workspace = await workspaceOf(context);
  const csv = (await run('assess', '--year', '2019', '-w', workspace, '--format', 'csv', '--lang', 'ru')).out;
  assert.ok(csv.startsWith('\uFEFFid;level;period;'));
  assert.match(csv, /;RU-KLU;Калужская область;.*;2,2\d/);
  const file = join(workspace, 'tables.xlsx');
  assert.equal(
    (
      await run(
        'assess',
        '--year',
        '2019',
        '-w',
        workspace,
        '--format',
        'xlsx',
        '--output',
        file,
        '--lang',
        'en',
      )
    ).code,
    0,
  );
  const book = workbooks.read(await readFile(file));
  const pharma = book.Sheets[book.SheetNames[3] ?? ''];
  assert.ok(pharma !== undefined);
  const rows = workbooks.utils.sheet_to_json<unknown[]>(pharma, { header: 1 });
  assert.equal(rows[2]?.[1], 'Kaluga Oblast');
  assert.equal(rows[2]?.[2], 30 / 50 / (40 / 150));
  assert.equal(rows[2]?.[4], 30);
});

test('errors say what was wrong, what is accepted, and the exit code tells their kind', async (context) => {
  const folder = await temporaryFolder(context);
  const missing = await run('assess', '--year', '2019', '-w', join(folder, 'none'), '--lang', 'ru');
  assert.equal(missing.code, 5);
  assert.match(missing.err, /нет рабочей области.*trajecta demo/);
  const noFile = await run('import', 'fts', join(folder, 'none.csv'), '-w', folder, '--lang', 'en');
  assert.equal(noFile.code, 3);
  assert.match(noFile.err, /There is no file/);
  await mkdir(join(folder, 'folder'));
  assert.equal((await run('import', 'fts', join(folder, 'folder'), '-w', folder)).code, 3);
  const workspace = await workspaceOf(context);
  const year = await run('assess', '--year', '2031', '-w', workspace, '--lang', 'en');
  assert.equal(year.code, 6);
  assert.match(year.err, /2031.*2019/);
  assert.equal((await run('assess', '-w', workspace)).code, 2);
  assert.equal((await run('assess', '--year', '2019', '--alignment', 'other', '-w', workspace)).code, 2);
  assert.equal((await run('assess', '--year', '2019', '--segments', 'seven', '-w', workspace)).code, 2);
  const mapping = join(folder, 'mapping.json');
  await writeFile(mapping, '{"country":"XX"}');
  const badMapping = await run('import', 'table', mapping, '--map', mapping, '-w', folder, '--lang', 'en');
  assert.equal(badMapping.code, 2);
  assert.match(badMapping.err, /columns: /);
});

test("a user's own segments and rule", async (context) => {
  const workspace = await workspaceOf(context);
  const segments = join(workspace, 'segments.json');
  await writeFile(
    segments,
    JSON.stringify({
      id: 'own',
      name: { ru: 'Свои', en: 'Own' },
      source: 'a ministry, 2024',
      segments: [{ id: 'medicines', name: { ru: 'Лекарства', en: 'Medicines' }, codes: ['30', '-3002'] }],
    }),
  );
  const rule = join(workspace, 'rule.json');
  await writeFile(
    rule,
    JSON.stringify({
      id: 'strict',
      name: { ru: 'строгое', en: 'strict' },
      source: 'test',
      conditions: [{ measure: 'trajectoryIndex', operator: '>=', threshold: 3 }],
    }),
  );
  const answer = await run(
    'assess',
    '--year',
    '2019',
    '--segments',
    segments,
    '--rule',
    rule,
    '-w',
    workspace,
    '--format',
    'json',
  );
  assert.equal(answer.code, 0, answer.err);
  const kaluga = (
    JSON.parse(answer.out).data as {
      territory: string;
      segment: string;
      verdict: string;
      segmentValueUsd: number;
    }[]
  ).find((row) => row.territory === 'RU-KLU');
  assert.deepEqual([kaluga?.segment, kaluga?.verdict, kaluga?.segmentValueUsd], ['medicines', 'no', 30000]);
});

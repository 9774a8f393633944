import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { main } from '../../src/cli/main.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

async function run(...arguments_: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(arguments_, {
    out: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    columns: 120,
  });
  return { code, out, err };
}

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION,REGION_S';
const unload = [
  heading,
  'ЭК,2019,DE,3004310000,КГ,30,1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ,',
  'ЭК,2019,DE,2709009000,КГ,20,1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ,',
  'ЭК,2019,DE,3004310000,КГ,10,1,1,45000 - ГОРОД МОСКВА,',
  'ЭК,2019,DE,2709009000,КГ,90,1,1,45000 - ГОРОД МОСКВА,',
];

async function workspaceOf(context: TestContext): Promise<string> {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'unload.csv');
  await writeFile(file, unload.join('\n'));
  const imported = await run(
    'import',
    'fts',
    file,
    '--workspace',
    join(folder, 'w'),
    '--money-unit',
    'thousand-usd',
    '--lang',
    'en',
  );
  assert.equal(imported.code, 0, imported.err);
  assert.match(imported.out, /kept +4 /);
  assert.match(imported.err, /Reading unload.csv/);
  return join(folder, 'w');
}

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

test('CSV for Russian Excel and XLSX with real numbers', async (context) => {
  const workspace = await workspaceOf(context);
  const csv = (await run('assess', '--year', '2019', '-w', workspace, '--format', 'csv', '--lang', 'ru')).out;
  assert.ok(csv.startsWith('\uFEFFlevel;period;'));
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

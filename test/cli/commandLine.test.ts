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

test('from a result back: explain, rerun, diff; exit codes and JSON that follows its schema', async (context) => {
  const folder = await workspaceOf(context);
  const at = (name: string) => join(folder, name);
  const result = ['assess', '--year', '2019', '-w', folder, '--format', 'json'];
  assert.equal((await run(...result, '--output', at('a.json'))).code, 0);
  assert.equal((await run(...result, '--base', 'high-tech', '--output', at('b.json'))).code, 0);
  const a = JSON.parse(await readFile(at('a.json'), 'utf8')) as {
    data: { id: string; territory: string }[];
    manifest: { run: string };
  };
  const id = `${a.data.find((row) => row.territory === 'RU-KLU')?.id}/segmentShareOfTerritory`;
  const text = await run('explain', id, '-w', folder, '--lang', 'ru');
  assert.equal(text.code, 0);
  assert.match(text.out, /Проверка: по строкам получается то же/);
  assert.match(text.out, /unload\.csv:\d+ /);
  const json = JSON.parse(
    (
      await run(
        'explain',
        id,
        '-w',
        folder,
        '--format',
        'json',
        '--rows',
        at('rows.csv'),
        '--in',
        at('a.json'),
      )
    ).out,
  );
  const schema = JSON.parse((await run('schema', 'explain')).out) as object;
  assert.ok(new Ajv2020({ strict: false }).validate(schema, json));
  assert.match(await readFile(at('rows.csv'), 'utf8'), /^symbol,bound,file,vintage,row,/);
  const vintage = (
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { vintages: { id: string }[] }
  ).vintages[0]?.id;
  for (const [field, value] of [
    ['rowsKept', 4],
    ['valueKept', 150_000],
    ['valueQuarantined', 0],
    ['valueKeptUsd', 150_000],
  ] as const) {
    const account = JSON.parse(
      (await run('explain', `import/${vintage}/${field}`, '-w', folder, '--format', 'json')).out,
    ) as { data: { value: number; recomputed: number; agrees: boolean } };
    assert.deepEqual(
      [account.data.value, account.data.recomputed, account.data.agrees],
      [value, value, true],
      field,
    );
  }
  assert.match(
    (await run('explain', `import/${vintage}/valueKept`, '-w', folder, '--lang', 'ru')).out,
    /unload\.csv:4 {2}RU-MOW/,
  );
  assert.equal((await run('explain', `import/${vintage}/beauty`, '-w', folder)).code, 2);
  assert.equal((await run('explain', 'nonsense', '-w', folder)).code, 2);
  assert.equal((await run('explain', '0123456789/2019/pharma/RU-KLU', '-w', folder)).code, 5);

  const again = await run(
    'rerun',
    at('a.json'),
    '-w',
    folder,
    '--format',
    'json',
    '--output',
    at('again.json'),
  );
  assert.equal(again.code, 0);
  assert.equal(await readFile(at('again.json'), 'utf8'), await readFile(at('a.json'), 'utf8'));
  const tampered = { ...a, manifest: { ...a.manifest, resultChecksum: 'f00' } };
  await writeFile(at('tampered.json'), JSON.stringify(tampered));
  const failed = await run('rerun', at('tampered.json'), '-w', folder, '--lang', 'en');
  assert.equal(failed.code, 7);
  assert.match(failed.err, /NOT reproduced[\s\S]*checksum: f00/);

  const diff = await run('diff', at('a.json'), at('b.json'), '-w', folder, '--lang', 'en');
  assert.match(diff.out, /base: all goods \(total\) → high technology \(high-tech\)/);
  // Both results are whole: a field of few decimals (the symmetric index of T = 1 is 0) is not rounded.
  assert.doesNotMatch(diff.out, /rounding/);
  assert.match(diff.out, /trajectoryIndex \(Trajectory index T\): .* \[base /);
  assert.equal(
    (await run('diff', at('a.json'), a.manifest.run, '-w', folder, '--lang', 'en')).out.includes(
      'different: 0',
    ),
    true,
  );
  await run(
    'assess',
    '--year',
    '2019',
    '-w',
    folder,
    '--format',
    'csv',
    '--lang',
    'ru',
    '--output',
    at('a.csv'),
  );
  assert.match(
    (await run('diff', at('a.json'), at('a.csv'), '-w', folder, '--lang', 'en')).out,
    /different: 0/,
  );
  await writeFile(at('broken.json'), '{"data": []}');
  assert.equal((await run('diff', at('broken.json'), at('a.json'), '-w', folder)).code, 3);
});

test('classify, classifications and reconcile answer in both languages; a draft mapping imports its table', async (context) => {
  const folder = await workspaceOf(context);
  const at = (name: string) => join(folder, name);
  const ru = await run('classify', '8542311000', '99', '-w', folder, '--lang', 'ru');
  assert.match(ru.out, /субпозиция 854231/);
  assert.match(ru.out, /Перечень высоких технологий/);
  const json = JSON.parse((await run('classify', '8542311000', '-w', at('none'), '--format', 'json')).out);
  assert.ok(
    new Ajv2020({ strict: false }).validate(
      JSON.parse((await run('schema', 'classify')).out) as object,
      json,
    ),
  );
  assert.equal((await run('classify', 'АБВ', '-w', folder)).code, 2);
  assert.match(
    (await run('classifications', 'list', '-w', at('none'))).out,
    /HS2022 → SITC4 {2}conversion {2}built-in/,
  );
  assert.match(
    (
      await run(
        'classifications',
        'diff',
        'un-conversion',
        'nine',
        '--edition',
        'HS2022',
        '-w',
        folder,
        '--lang',
        'en',
      )
    ).out,
    /in both: 341; only in A: 0; only in B: 10/,
  );
  await writeFile(at('names.csv'), 'KOD;NAME\n8542311000;Процессоры\n');
  assert.equal((await run('classifications', 'import', at('names.csv'), '-w', folder)).code, 0);
  assert.match(
    (await run('classify', '8542311000', '-w', folder, '--lang', 'ru')).out,
    /Процессоры \[TNVED\]/,
  );
  assert.match(
    (await run('classifications', 'convert', '880610', '--from', 'HS2022', '--to', 'HS2017', '-w', folder))
      .out,
    /880610\t880240\t1\t1/,
  );
  // Six codes of SITC Rev.4 begin with 7763; HS2017 has one counterpart of each.
  const parted = await run(
    'classifications',
    'convert',
    '7763',
    '--from',
    'SITC4',
    '--to',
    'HS2017',
    '-w',
    folder,
  );
  assert.match(parted.out, /unmapped 0, on ambiguous codes 1\n.*7763 \(6\)/s);
  const absent = await run(
    'classifications',
    'convert',
    '300211',
    '--from',
    'HS2022',
    '--to',
    'SITC4',
    '-w',
    folder,
  );
  assert.match(absent.out, /300211\t–\t1\t1\n.*unmapped 1.*does not have.*300211/s);
  const short = await run(
    'classify',
    '8542',
    '854219',
    '541',
    '--edition',
    'HS2017',
    '-w',
    folder,
    '--lang',
    'ru',
  );
  assert.match(short.out, /Шестизначных кодов под ним: 5; в перечне высоких технологий: 5/);
  assert.match(short.out, /кода 854219 нет в HS2017; он есть в HS1992, HS1996/);
  assert.match(short.out, /код 541 есть в МСТК/);
  assert.equal(
    (await run('classifications', 'convert', '880610', '--from', 'HS2022', '--to', 'NACE', '-w', folder))
      .code,
    2,
  );
  await writeFile(at('totals.csv'), 'Регион;Год;Экспорт, долл.\nКалужская область;2019;50\n');
  assert.match(
    (await run('reconcile', at('totals.csv'), '-w', folder, '--lang', 'ru', '--all')).out,
    /Сверено итогов: 1/,
  );

  await writeFile(
    at('wide.csv'),
    'Штат;Код ТН ВЭД;2018;2019;2020\nSP;880230;5;6;7\nRJ;300490;1,5;2;3\nMG;300490;1;2;\n',
  );
  const draft = await run('import', 'table', at('wide.csv'), '--suggest-map', '--lang', 'ru');
  assert.equal(draft.code, 0);
  assert.match(draft.err, /по содержимому|широкая таблица/);
  await writeFile(at('map.json'), draft.out);
  const imported = await run(
    'import',
    'table',
    at('wide.csv'),
    '--map',
    at('map.json'),
    '-w',
    at('brazil'),
    '--format',
    'json',
  );
  assert.equal(imported.code, 0, imported.err);
  assert.equal(
    (JSON.parse(imported.out) as { data: { rowsKept: number; valueKept: number }[] }).data[0]?.valueKept,
    27.5,
  );
  assert.equal((await run('import', 'table', at('wide.csv'), '-w', folder)).code, 2);
});

test('measures over a table and over the workspace; missing values counted, wrong ones refused with their row', async (context) => {
  const folder = await workspaceOf(context);
  const table = join(folder, 'table.csv');
  await writeFile(table, 'country;product;value\nA;x;30\nA;y;10,5\nB;y;20\nB;x;\nA;y;0,5\nC;z;NA\n');
  const columns = ['--columns', 'region=country,product=product,value=value'];
  const answer = JSON.parse(
    (await run('measure', 'rca', '--csv', table, ...columns, '--format', 'json')).out,
  ) as {
    data: { region: string; product: string; value: number | null; reason?: string }[];
    findings: { code: string; count: number }[];
  };
  assert.ok(
    new Ajv2020({ strict: false }).validate(
      JSON.parse((await run('schema', 'measure')).out) as object,
      answer,
    ),
  );
  const of = (region: string, product: string) =>
    answer.data.find((row) => row.region === region && row.product === product);
  assert.equal(of('A', 'x')?.value, 30 / 41 / (30 / 61));
  assert.deepEqual(of('C', 'z'), { region: 'C', product: 'z', value: null, reason: 'no-region-value' });
  assert.deepEqual(
    answer.findings.map((one) => [one.code, one.count]),
    [
      ['missing-values', 2],
      ['repeated-pairs', 1],
      ['undefined-values', 2],
      ['undefined-values', 3],
    ],
  );
  const fitness = await run(
    'measure',
    'fitness',
    '--csv',
    table,
    ...columns,
    '--iterations',
    '20',
    '--format',
    'csv',
  );
  assert.match(fitness.out, /^region,value/);
  assert.match(
    (await run('measure', 'hhi', '--year', '2019', '-w', folder, '--lang', 'ru')).out,
    /Херфиндаля[\s\S]*RU-KLU/,
  );
  assert.match((await run('measure', '--lang', 'en')).out, /outlook-gain/);
  assert.match((await run('measure', 'describe', 'theil', '--lang', 'ru')).out, /Индекс Тейла[\s\S]*--lines/);
  const unnamed = await run('measure', 'hummels-klenow-mean', '--csv', table, ...columns, '--lang', 'en');
  assert.equal(unnamed.code, 3);
  assert.match(unnamed.err, /missing: partner/);
  const excel = await run('measure', 'hhi', '--csv', table, ...columns, '--format', 'csv', '--lang', 'ru');
  assert.match(excel.out, /^\uFEFFregion;value;reason\r\nA;0,6/);
  const world = join(folder, 'world.csv');
  await writeFile(world, 'product;value\nx;100\ny;300\n');
  const against = JSON.parse(
    (await run('measure', 'rca', '--csv', table, ...columns, '--reference-csv', world, '--format', 'json'))
      .out,
  ) as typeof answer;
  // 30 of 41 against 100 of 400.
  assert.equal(against.data[0]?.value, 30 / 41 / (100 / 400));
  assert.equal((await run('measure', 'beauty', '--csv', table)).code, 2);
  const two = await run('measure', 'rca', '--csv', table, ...columns, '--world', folder, '--lang', 'en');
  assert.equal(two.code, 2);
  assert.match(two.err, /The reference of a table is given by --reference-csv/);
  await writeFile(table, 'country;product;value\nA;x;30\nA;y;-1\n');
  const refused = await run('measure', 'rca', '--csv', table, ...columns, '--lang', 'en');
  assert.equal(refused.code, 3);
  assert.match(refused.err, /row 2, column value: "-1"/);
  await writeFile(join(folder, 'income.csv'), 'A;10\nB;20\n');
  await writeFile(table, 'region,product,value\nA,x,1\nB,x,1\n');
  const prody = await run(
    'measure',
    'prody',
    '--csv',
    table,
    '--characteristic',
    join(folder, 'income.csv'),
    '--format',
    'csv',
  );
  assert.match(prody.out, /x,15/);
});

test('check: the report on the data as text, JSON, CSV, XLSX and a page; mirror data from a file', async (context) => {
  const workspace = await workspaceOf(context);
  const at = (name: string) => join(workspace, name);
  const text = await run('check', '-w', workspace, '--lang', 'ru');
  assert.equal(text.code, 0, text.err);
  assert.match(text.out, /Полнота по годам/);
  assert.match(text.out, /вывоз +│ 2019 │ год целиком +│ +2 │ +4 │/);
  const json = await run('check', '-w', workspace, '--format', 'json');
  const schema = JSON.parse((await run('schema', 'check')).out) as object;
  assert.ok(new Ajv2020({ strict: false }).validate(schema, JSON.parse(json.out)));
  assert.equal((await run('check', '-w', workspace, '--format', 'json')).out, json.out);
  const mirror = at('mirror.csv');
  await writeFile(
    mirror,
    [heading, 'ЭК,2019,DE,3004310000,КГ,30000000,1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ,'].join('\n'),
  );
  const page = await run('check', '-w', workspace, '--mirror', mirror, '--format', 'html', '--lang', 'en');
  assert.equal(page.code, 0, page.err);
  assert.match(page.out, /^<!doctype html>/);
  assert.match(page.out, /Mirror comparison by product/);
  assert.doesNotMatch(page.out, /<script|https?:\/\//);
  assert.match(
    (await run('check', '-w', workspace, '--format', 'csv')).out,
    /^\uFEFF?kind[,;]code[,;]severity/,
  );
  assert.equal((await run('check', '-w', workspace, '--format', 'xlsx')).code, 2);
  assert.equal((await run('check', '-w', workspace, '--format', 'xlsx', '--output', at('c.xlsx'))).code, 0);
  assert.ok(workbooks.read(await readFile(at('c.xlsx'))).SheetNames.includes('manifest'));
  assert.equal((await run('check', '-w', workspace, '--mirror', at('none.csv'))).code, 3);
});

test('states of a workspace: list, earlier ones, differences, pruning; a damaged store is told by its exit code', async (context) => {
  const workspace = await workspaceOf(context);
  const at = (name: string) => join(workspace, name);
  const first =
    (
      JSON.parse((await run('vintages', '-w', workspace, '--format', 'json')).out) as {
        data: { vintage: string }[];
      }
    ).data[0]?.vintage ?? '';
  const corrected = join(workspace, '..', 'corrected.csv');
  await writeFile(corrected, unload.map((line) => line.replace(',30,', ',60,')).join('\n'));
  const imported = await run(
    'import',
    'fts',
    corrected,
    '-w',
    workspace,
    '--money-unit',
    'thousand-usd',
    '--replaces',
    first,
  );
  assert.equal(imported.code, 0, imported.err);
  const list = await run('vintages', '-w', workspace, '--lang', 'ru');
  assert.match(list.out, /1 │ [0-9a-f]{12} │ unload\.csv .* заменена загрузкой/);
  const value = async (...more: readonly string[]) => {
    const answer = await run(
      'high-tech',
      '--from',
      '2019',
      '--to',
      '2019',
      '-w',
      workspace,
      '--format',
      'json',
      ...more,
    );
    assert.equal(answer.code, 0, answer.err);
    return (JSON.parse(answer.out) as { data: { group: string; valueUsd: number }[] }).data.find(
      (row) => row.group === 'all',
    )?.valueUsd;
  };
  assert.deepEqual(
    [await value('--as-of', '1'), await value('--as-of', first), await value('--as-of', '2'), await value()],
    [40_000, 40_000, 70_000, 70_000],
  );
  assert.equal((await run('assess', '--year', '2019', '-w', workspace, '--as-of', '9')).code, 2);
  const diff = await run('vintages', 'diff', '1', 'now', '-w', workspace, '--format', 'json');
  const schema = JSON.parse((await run('schema', 'vintages-diff')).out) as object;
  assert.ok(new Ajv2020({ strict: false }).validate(schema, JSON.parse(diff.out)));
  assert.match(
    (await run('vintages', 'diff', '1', '2', '-w', workspace, '--lang', 'ru')).out,
    /Калужская область · 300431/,
  );
  assert.match(
    (await run('vintages', 'diff', '1', '2', '-w', workspace, '--format', 'csv', '--lang', 'en')).out,
    /,30000,30000\r\n/,
  );
  assert.match(
    (await run('vintages', 'prune', '--dry-run', '-w', workspace, '--lang', 'en')).out,
    /To be removed: 1 vintages/,
  );
  assert.equal((await run('vintages', 'prune', '-w', workspace)).code, 0);
  assert.equal(await value(), 70_000);
  assert.equal((await run('check', '--only', 'store', '-w', workspace)).code, 0);
  const manifest = JSON.parse(await readFile(at('manifest.json'), 'utf8')) as { parts: { path: string }[] };
  await writeFile(at(manifest.parts[0]?.path ?? ''), 'broken');
  const broken = await run('check', '-w', workspace, '--lang', 'ru');
  assert.equal(broken.code, 9);
  assert.match(broken.out, /ХРАНИЛИЩЕ ПОВРЕЖДЕНО/);
  assert.match(broken.out, /corrected\.csv/);
  const asked = await run(
    'explain',
    `import/${manifest.parts[0]?.path.match(/([0-9a-f]{12})\.parquet/)?.[1]}/valueKept`,
    '-w',
    workspace,
    '--lang',
    'ru',
  );
  assert.equal(asked.code, 5, asked.err);
  assert.match(asked.err, /trajecta check/);
});

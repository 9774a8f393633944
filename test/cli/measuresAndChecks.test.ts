import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { heading, unload, workspaceOf } from '../support/commandLine.ts';
import { runTrajecta as run } from '../support/runTrajecta.ts';

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

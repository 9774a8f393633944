import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runTrajecta as run } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('scorecard from an unload: template, series, JSON by its schema, text, a workbook, explain, rerun', async (context) => {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'w');
  await writeFile(
    join(folder, 'unload.csv'),
    [
      'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION,REGION_S',
      'ЭК,2019,DE,3004310000,КГ,30,1,1,69000 - ТОМСКАЯ ОБЛАСТЬ,',
      'ЭК,2019,DE,2709009000,КГ,70,1,1,69000 - ТОМСКАЯ ОБЛАСТЬ,',
      'ЭК,2019,DE,2709009000,КГ,70,1,1,45000 - ГОРОД МОСКВА,',
    ].join('\n'),
  );
  const imported = await run(
    'import',
    'fts',
    join(folder, 'unload.csv'),
    '-w',
    workspace,
    '--money-unit',
    'thousand-usd',
  );
  assert.equal(imported.code, 0, imported.err);
  const template = join(folder, 'ряды.csv');
  const made = await run(
    'scorecard',
    'template',
    '--region',
    'RU-TOM',
    '--year',
    '2019',
    '--output',
    template,
    '--lang',
    'ru',
  );
  assert.equal(made.code, 0, made.err);
  const text = await readFile(template, 'utf8');
  await writeFile(template, text.replace('2019;sme_exports;;', '2019;sme_exports;0,015;'));
  const question = [
    'scorecard',
    '--region',
    'Томская область',
    '--year',
    '2019',
    '--series',
    template,
    '-w',
    workspace,
  ];
  const json = await run(...question, '--format', 'json');
  assert.equal(json.code, 0, json.err);
  const answer = JSON.parse(json.out) as {
    data: { id: string; value: number }[];
    manifest: { run: string };
  };
  const ajv = new Ajv2020({ strict: false });
  assert.ok(
    ajv.validate(JSON.parse((await run('schema', 'scorecard')).out), JSON.parse(json.out)),
    ajv.errorsText(),
  );
  // 15 thousand dollars of 30 thousand.
  assert.equal(answer.data[1]?.value, 50);
  const russian = await run(
    ...question,
    '--lang',
    'ru',
    '--by',
    '2025',
    '--what-if',
    'high_tech_exports=+10%',
  );
  assert.match(russian.out, /Несырьевой экспорт во всём +│ +30,00 │ +≥ 50 % │ не выполнен/);
  assert.match(russian.out, /Путь к цели[\s\S]*Что если/);
  assert.match(russian.out, /вне масштаба/);
  const english = await run(
    'scorecard',
    '--all',
    '-w',
    workspace,
    '--lang',
    'en',
    '--indicator',
    'power-engineering-share',
  );
  assert.match(english.out, /not met: 2/);
  const book = join(folder, 'a.xlsx');
  assert.equal((await run(...question, '--format', 'xlsx', '--output', book)).code, 0);
  assert.ok(workbooks.read(await readFile(book)).SheetNames.length >= 5);
  const explained = await run('explain', `${answer.data[0]?.id}/gapMoney`, '-w', workspace, '--lang', 'en');
  assert.match(explained.out, /40[\s,]*000/); // (0.5 × 100 − 30) / 0.5 thousand
  assert.match(explained.out, /Check: the rows give the same/);
  assert.equal((await run('rerun', answer.manifest.run, '-w', workspace)).code, 0);
});

test('scorecard: wrong options are refused with what is accepted', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(
    join(folder, 'unload.csv'),
    'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION,REGION_S\nЭК,2019,DE,3004310000,КГ,30,1,1,69000 - ТОМСКАЯ ОБЛАСТЬ,\n',
  );
  const workspace = join(folder, 'w');
  await run('import', 'fts', join(folder, 'unload.csv'), '-w', workspace, '--money-unit', 'thousand-usd');
  for (const [extra, message] of [
    [['--region', 'Atlantis'], /no region "Atlantis"/],
    [['--year', '1999'], /Whole years there are: 2019/],
    [['--indicator', 'beauty'], /no indicator "beauty"/],
    [['--target', '15'], /--target 15 --by 2024/],
    [['--by', '2010'], /a year after 2019/],
    [['--what-if', 'x'], /not understood/],
    [['--system', 'nowhere'], /Accepted are paper/],
    [['--series', 'nowhere.csv'], /nowhere\.csv/],
  ] as const) {
    const refused = await run('scorecard', ...extra, '-w', workspace, '--lang', 'en');
    assert.notEqual(refused.code, 0, extra.join(' '));
    assert.match(refused.err, message);
  }
});

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { workspaceOf } from '../support/commandLine.ts';
import { runTrajecta as run } from '../support/runTrajecta.ts';

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

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { main } from '../../src/cli/main.ts';
import { russianError } from '../../src/cli/russianHelp.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

async function run(...given: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await main(given, {
    out: (text) => {
      said.out += String(text);
    },
    err: (text) => {
      said.err += text;
    },
    isTerminal: false,
    columns: 100,
  });
  return { code, ...said };
}

/** Names of all commands, as the help of the program and of its groups lists them. */
async function commands(): Promise<readonly string[][]> {
  const listed = async (path: readonly string[]): Promise<string[][]> => {
    const { out } = await run('--lang', 'ru', ...path, '--help');
    const part = out.split('Команды:\n')[1];
    if (part === undefined) return [[...path]];
    const names = part.split('\n').flatMap((line) => /^ {2}([a-z][\w-]*)/.exec(line)?.[1] ?? []);
    const below = await Promise.all(
      names.filter((name) => name !== 'help').map((name) => listed([...path, name])),
    );
    return [[...path], ...below.flat()];
  };
  return listed([]);
}

test('help in Russian has none of the English words of the parser, and every option a description', async () => {
  const all = await commands();
  assert.ok(all.length > 15, String(all.length));
  for (const path of all) {
    const { out } = await run('--lang', 'ru', ...path, '--help');
    const name = path.join(' ');
    assert.match(out, /^Вызов: trajecta/, name);
    assert.doesNotMatch(
      out,
      /Usage|Options:|Commands:|Arguments:|choices:|default:|display help|output the version|\[options\]|\[command\]/,
      name,
    );
    for (const language of ['ru', 'en']) {
      const shown = (await run('--lang', language, ...path, '--help')).out;
      for (const line of shown.split('\n')) {
        if (!/^ {2}-/.test(line)) continue;
        // An option without a description has nothing, or only what is accepted, behind its own text.
        assert.doesNotMatch(
          line,
          /^ {2}\S.*(?:>|\])\s+\((?:choices|варианты|default|по умолчанию)/,
          `${name}: ${line}`,
        );
      }
    }
  }
});

test('mistakes of the command line are told in Russian', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['assess', '--al'], /^Ошибка: ключа «--al» нет\n\(Может быть, --all\?\)/],
    [['asess'], /^Ошибка: команды «asess» нет\n\(Может быть, assess\?\)/],
    [['explain'], /^Ошибка: не хватает аргумента <номер>/],
    [
      ['assess', '--flow', 'x'],
      /^Ошибка: ключ «--flow <направление>»: значение «x» не годится\. Варианты: export, import\./,
    ],
    [['assess', '--year'], /^Ошибка: у ключа «--year <год>» не указано значение/],
    [['status', 'a', 'b'], /^Ошибка: лишние аргументы: нужно 0, указано 2/],
  ];
  for (const [given, says] of cases) {
    const { code, err } = await run('--lang', 'ru', ...given);
    assert.equal(code, 2);
    assert.match(err, says);
  }
  assert.equal(russianError('error: something new\n'), 'Ошибка: something new\n');
});

test('a list with faults is refused with row, column and what is accepted, in one language each', async (context) => {
  const folder = await temporaryFolder(context);
  const told = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const at = ['classifications', 'diff', path, 'four', '-w', join(folder, 'w')];
    const [ru, en] = [await run('--lang', 'ru', ...at), await run('--lang', 'en', ...at)];
    assert.deepEqual([ru.code, en.code], [2, 2]);
    return { ru: ru.err, en: en.err };
  };
  const table = await told(
    'list.csv',
    'Код ТН ВЭД;Сегмент;Номенклатура\n8542;Чипы;ГС\nABC;Чипы;ГС\n776;Чипы;КПЕС\n',
  );
  assert.match(table.ru, /строка 3, столбец «Код ТН ВЭД»: «ABC» — не код/);
  assert.match(table.ru, /строка 4, столбец «Номенклатура»: классификатора «КПЕС» программа не знает/);
  assert.match(table.en, /row 3, column "Код ТН ВЭД": "ABC" is no code/);
  const json = await told(
    'list.json',
    JSON.stringify({
      id: 'own',
      name: { ru: 'Своя', en: 'Own' },
      source: 'test',
      segments: [{ id: 'a', name: { ru: 'А', en: 'A' }, codes: ['8542', 'XYZ'] }, { id: 5 }],
    }),
  );
  assert.match(json.ru, /segments\.0\.codes\.1: «XYZ» — не код.*segments\.1\.id: [А-Я]/s);
  assert.doesNotMatch(json.ru, /Invalid|expected/);
  assert.match(json.en, /segments\.0\.codes\.1: "XYZ" is no code.*segments\.1\.id: Invalid/s);
  const group = await told(
    'group.json',
    JSON.stringify({
      id: 'own',
      name: { ru: 'Своя', en: 'Own' },
      source: 'test',
      segments: [{ id: 'a', name: { ru: 'А', en: 'A' }, groups: ['nothing'] }],
    }),
  );
  assert.match(group.ru, /сегмент a: группы «nothing» нет; есть .*aerospace/);
  // Engines tell the place, or the character alone.
  assert.match(
    (await told('broken.json', '{\n  "id": ,\n}')).ru,
    /не читается как JSON: (?:строка 2, знак 9|знак «,» не на месте)/,
  );
  assert.match((await told('cut.json', '{"id": ')).ru, /не читается как JSON: (?:он обрывается|строка 1)/);
  assert.match((await told('none.csv', 'a;b\n1;2\n')).ru, /столбца «код» нет.*в первой строке — a, b/);
});

test('a table in which nothing is recognised has no draft of a mapping', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'wide.csv');
  const cells = Array.from({ length: 200 }, (_, column) => column);
  const rows = Array.from({ length: 40 }, (_, row) =>
    cells.map((column) => (row * 7919 + column * 104729) % 99991),
  );
  await writeFile(
    path,
    [cells.map((column) => `X${column}`), ...rows].map((row) => row.join(';')).join('\n'),
  );
  const { code, out, err } = await run('--lang', 'ru', 'import', 'table', path, '--suggest-map');
  assert.equal(code, 3, err);
  assert.equal(out, '');
  assert.match(err, /wide\.csv.*не узнан ни один столбец.*X0, X1.*\(200\).*--heading-row/s);
});

test('lists are compared in the edition of the data; where there is none of it, the value is left out with the reason', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'unload.csv');
  const row = (code: string, value: number) => `ЭК;03/2019;DE;${code};${value};45000 - ГОРОД МОСКВА`;
  await writeFile(
    path,
    ['NAPR;PERIOD;STRANA;TNVED;STOIM;REGION', row('8542310000', 5000), row('3002200000', 7000)].join('\n'),
  );
  const list = join(folder, 'list.csv');
  await writeFile(list, 'Код\n8542\n');
  const workspace = ['-w', join(folder, 'w'), '--lang', 'ru'];
  assert.equal((await run(...workspace, 'import', 'fts', path)).code, 0);
  const own = await run(...workspace, 'classifications', 'diff', 'four', list, '--all');
  // 2019 is in HS2017, where vaccines are 3002 20, of four and not of the list.
  assert.match(own.out, /HS2017\n/);
  assert.match(own.out, /HS2017 300220 .* 7,0 тыс\. долл\./);
  const other = await run(...workspace, 'classifications', 'diff', 'four', list, '--edition', 'HS2022');
  assert.doesNotMatch(other.out, /0,0 тыс/);
  assert.match(other.out, /HS2022 \d{6} .* {2}– /);
  assert.match(other.out, /нет данных в редакции HS2022.*HS2017/);
});

test('the difference of two runs with other lists says what was put in and taken out', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'unload.csv');
  const row = (code: string, value: number) => `ЭК;03/2019;DE;${code};${value};45000 - ГОРОД МОСКВА`;
  await writeFile(
    path,
    ['NAPR;PERIOD;STRANA;TNVED;STOIM;REGION', row('8542310000', 5000), row('3002200000', 7000)].join('\n'),
  );
  const workspace = ['-w', join(folder, 'w'), '--lang', 'ru'];
  assert.equal((await run(...workspace, 'import', 'fts', path)).code, 0);
  const list = join(folder, 'list.csv');
  const result = async (name: string, codes: string) => {
    await writeFile(list, codes);
    const { out } = await run(
      ...workspace,
      'assess',
      '--year',
      '2019',
      '--segments',
      list,
      '--format',
      'json',
    );
    await writeFile(join(folder, name), out);
    return join(folder, name);
  };
  const [a, b] = [await result('a.json', 'Код\n8542\n3003\n'), await result('b.json', 'Код\n8542\n3002\n')];
  const { out } = await run(...workspace, 'diff', a, b);
  assert.match(
    out,
    /перечень \(сегменты и редакция МСТК\): сегмент list \(list\): убрано: 3003; добавлено: 3002\n/,
  );
  // The country's segment: 5000 before, 5000 + 7000 after.
  assert.match(out, /RU\/segmentValueUsd \(Объём сегмента\): 5000 → 12000 \(\+7000\) {2}\[перечень \+7000\]/);
});

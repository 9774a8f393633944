import assert from 'node:assert/strict';
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { recogniseColumns } from '../../src/sources/columnNames.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** National lines whose first six digits the HS of 2017 has; values as the customs service writes them. */
const lines = [
  ['8542310000', '148.05'],
  ['3004900009', '139497.3'],
  ['8411810008', '153'],
  ['9018199000', '7021.44'],
  ['8803300000', '25013.9'],
  ['2709009009', '990'],
] as const;
const heading = 'NAPR;PERIOD;STRANA;TNVED;STOIM;REGION';
const table = (cells: readonly (readonly [code: string, value: string])[]) =>
  [heading, ...cells.map(([code, value]) => `ЭК;03/2019;DE;${code};${value};45000 - ГОРОД МОСКВА`), ''].join(
    '\n',
  );
const swapped = table(lines.map(([code, value]) => [value, code]));

test('a file whose codes and values are swapped is refused, with columns, examples and ways on', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'swapped.csv');
  await writeFile(path, swapped);
  await assert.rejects(importFts(join(folder, 'w'), path), (error: unknown) => {
    assert.ok(error instanceof TrajectaError);
    assert.equal(error.code, 'unknown-codes');
    for (const text of [error.text.ru, error.text.en])
      assert.match(text, /swapped\.csv.*TNVED.*148\.05.*STOIM.*--column.*--accept-unknown-codes/s);
    assert.match(error.text.en, /0 of 6 rows.*swapped/s);
    assert.match(error.text.ru, /0 из 6 строк.*переставлены/s);
    return true;
  });
  await assert.rejects(access(join(folder, 'w')), { code: 'ENOENT' }, 'no workspace is left behind');
  const report = await importFts(join(folder, 'w'), path, { columns: { line: 'STOIM', value: 'TNVED' } });
  assert.equal(report.data[0]?.valueKept, 172823.69); // 148.05 + 139497.3 + 153 + 7021.44 + 25013.9 + 990
});

test('real national lines pass, with a few unknown ones among them', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(join(folder, 'a.csv'), table(lines));
  assert.equal((await importFts(join(folder, 'a'), join(folder, 'a.csv'))).data[0]?.rowsKept, 6);
  const odd = ['0130540000', '7788990000', '5030000000'].map((code) => [code, '1'] as const);
  await writeFile(join(folder, 'b.csv'), table([...lines, ...odd]));
  const report = await importFts(join(folder, 'b'), join(folder, 'b.csv'));
  assert.equal(report.findings.find((one) => one.code === 'code-outside-edition')?.count, 3);
});

test('headings and chapters are held against those of the edition', async (context) => {
  const folder = await temporaryFolder(context);
  const short = (codes: readonly string[]) => table(codes.map((code) => [code, '5']));
  for (const [name, codes] of [
    ['headings', ['8542', '3004', '8411', '9018']],
    ['chapters', ['85', '30', '84', '90']],
  ] as const) {
    await writeFile(join(folder, name), short(codes));
    assert.equal((await importFts(join(folder, `${name}-w`), join(folder, name))).data[0]?.rowsKept, 4);
  }
  // 7700 to 7799 are kept free in the HS.
  await writeFile(join(folder, 'free'), short(['7701', '7702', '7703', '7704']));
  await assert.rejects(importFts(join(folder, 'f'), join(folder, 'free')), { code: 'unknown-codes' });
});

test('unknown codes that are codes nevertheless are stored when that is said', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'own.csv');
  await writeFile(path, table(['7701', '7702', '7703'].map((code) => [`${code}110000`, '5'])));
  await assert.rejects(importFts(join(folder, 'w'), path), { code: 'unknown-codes' });
  const report = await importFts(join(folder, 'w'), path, { acceptUnknownCodes: true });
  assert.equal(report.data[0]?.rowsKept, 3);
  assert.equal(report.findings.find((one) => one.code === 'code-outside-edition')?.count, 3);
});

test('the column of codes is known by its longer names', () => {
  for (const name of [
    'Код товара по ТН ВЭД',
    'КОД ТОВАРА ПО ТН ВЭД ЕАЭС',
    'код товара по тн вэд еаэс',
    'Код товара по ТНВЭД',
    'Код товара (по ТН ВЭД ЕАЭС)',
    'Код товара по ТН ВЭД ТС',
    'Код  товара по ТН ВЭД, 10 знаков',
    'Код ТН ВЭД ЕАЭС 10 знаков',
    'ТН ВЭД 10 знаков',
  ])
    assert.deepEqual(recogniseColumns([name]), { line: name }, name);
  for (const name of ['Наименование товара по ТН ВЭД', 'Описание кода ТН ВЭД', 'Раздел ТН ВЭД'])
    assert.deepEqual(recogniseColumns([name]), {}, name);
});

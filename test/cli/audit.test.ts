import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { runTrajecta as run } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const paper = join(packageRoot(), 'examples', 'paper-audit', 'paper.json');

test('audit: text in both languages, JSON, CSV for Russian Excel, a workbook; the list of rules', async (context) => {
  const russian = await run('audit', paper, '--lang', 'ru');
  assert.equal(russian.code, 0, russian.err);
  assert.match(russian.out, /Таблица 1, БРИКС: произведение столбцов даёт от 198,3 до 200/);
  const english = await run('audit', paper, '--lang', 'en');
  assert.match(
    english.out,
    /table 3, г\. Москва, index: 26,3; would agree: 0–2\.31 \[under the definition\]/,
  );
  const json = JSON.parse((await run('audit', paper, '--format', 'json')).out);
  assert.deepEqual(Object.keys(json), ['data', 'findings', 'manifest']);
  const csv = (await run('audit', paper, '--format', 'csv', '--lang', 'ru')).out;
  assert.ok(
    csv.startsWith('\uFEFFrule;table;row;column;claim;printed;lower;upper;certainty;message;candidates'),
  );
  assert.equal(csv.trim().split('\r\n').length, json.data.length + 1);
  const file = join(await temporaryFolder(context), 'audit.xlsx');
  assert.equal((await run('audit', paper, '--format', 'xlsx', '--output', file, '--lang', 'en')).code, 0);
  assert.ok(workbooks.read(await readFile(file)).SheetNames.length > 9);
  assert.match((await run('audit', '--lang', 'en')).out, /^chain-product +The product/);
});

test('audit: a missing file and a wrong one are refused', async (context) => {
  assert.equal((await run('audit', 'nowhere.json')).code, 3);
  const file = join(await temporaryFolder(context), 'x.json');
  await writeFile(file, '{"id":"x"}');
  const refused = await run('audit', file, '--lang', 'en');
  assert.equal(refused.code, 2);
  assert.match(refused.err, /bad-audit-file.*title/);
});

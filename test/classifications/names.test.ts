import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { dataFile, readDataTable } from '../../src/classifications/dataFile.ts';
import { loadAlignment } from '../../src/classifications/highTechnologyAlignment.ts';
import { chapterName, headingName, sectionOf } from '../../src/classifications/names.ts';

test('chapters, sections and high-technology headings have names in both languages', () => {
  for (let chapter = 1; chapter <= 97; chapter += 1) {
    const code = String(chapter).padStart(2, '0');
    if (code === '77') continue; // reserved in the HS
    assert.match(chapterName(code)?.ru ?? '', /[а-яё]/i, code);
    assert.doesNotMatch(chapterName(code)?.en ?? 'а', /[а-яё]/i, code);
    assert.ok(sectionOf(code) !== null, code);
  }
  const headings = new Set(
    [...loadAlignment(3), ...loadAlignment(4)]
      .filter((row) => row.resolved !== null || row.unConversion !== null)
      .map((row) => row.hs6.slice(0, 4)),
  );
  for (const heading of headings) {
    assert.match(headingName(heading)?.ru ?? '', /[а-яё]/i, heading);
    assert.doesNotMatch(headingName(heading)?.en ?? 'а', /[а-яё]/i, heading);
  }
  assert.equal(sectionOf('30')?.section, 'VI');
  assert.equal(chapterName('77'), null);
});

test('every data file has its sidecar with a source', () => {
  const folder = dirname(dataFile('partners.csv'));
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.meta.json'))) {
    const sidecar = join(folder, file.replace(/\.(csv|json)$/, '.meta.json'));
    assert.ok(existsSync(sidecar), file);
    assert.ok((JSON.parse(readFileSync(sidecar, 'utf8')) as { source: string }).source.length > 0, file);
  }
  assert.ok(readDataTable('partners.csv').length > 240);
});

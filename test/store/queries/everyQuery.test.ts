import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../../src/classifications/dataFile.ts';

test('every file of store/queries has a test beside it that says what it returns', () => {
  const namesIn = (folder: string, end: string) =>
    readdirSync(join(packageRoot(), folder), { recursive: true })
      .map((name) => String(name).replaceAll('\\', '/'))
      .filter((name) => name.endsWith(end))
      .map((name) => name.slice(0, -end.length))
      .sort();
  const queries = namesIn('dist/src/store/queries', '.js');
  const tests = new Set(namesIn('dist/test/store/queries', '.test.js'));
  assert.deepEqual(
    queries.filter((name) => !tests.has(name)),
    [],
  );
});

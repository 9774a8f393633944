import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDuckdb } from '../../../src/store/duckdb.ts';
import { pathLiteral } from '../../../src/store/queries/pathLiteral.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('a path names one file: nothing in it is a pattern', async (context) => {
  const folder = join(await temporaryFolder(context), "it's [1]");
  await mkdir(folder);
  const names = ['a[1].csv', 'a1.csv', ...(process.platform === 'win32' ? [] : ['a*.csv', 'a?.csv'])];
  for (const name of names) await writeFile(join(folder, name), `name\n${name}\n`);
  const engine = await openDuckdb();
  context.after(() => engine.close());
  for (const name of names) {
    const sql = `SELECT name FROM read_csv(${pathLiteral(join(folder, name))}, header = true, delim = ',')`;
    assert.deepEqual(await engine.query(sql), [{ name }]);
  }
});

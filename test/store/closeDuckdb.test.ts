import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openDuckdb } from '../../src/store/duckdb.ts';

test('closing breaks off a query that runs and waits for it; nothing is asked of what is closed', async () => {
  const engine = await openDuckdb();
  // Ten thousand million pairs: longer than any test waits.
  const long = engine.query(
    'SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range * b.range % 7 = 3',
  );
  const refused = assert.rejects(long, /interrupt/i);
  await delay(100);
  await engine.close();
  await refused;
  await assert.rejects(engine.query('SELECT 1'), /closed/);
  await engine.close();
});

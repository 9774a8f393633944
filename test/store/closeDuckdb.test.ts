import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openDuckdb } from '../../src/store/duckdb.ts';

test('closing breaks off a query that runs and waits for it; nothing is asked of what is closed', async () => {
  const engine = await openDuckdb();
  // Ten thousand million pairs: longer than any test waits.
  const sql = 'SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range * b.range % 7 = 3';
  // Three at once: those that wait for their turn are broken off too.
  const refused = [1, 2, 3].map((one) => assert.rejects(engine.query(`${sql} + ${one}`), /interrupt/i));
  await delay(100);
  await engine.close();
  await Promise.all(refused);
  await assert.rejects(engine.query('SELECT 1'), /closed/);
  await engine.close();
});

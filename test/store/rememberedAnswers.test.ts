import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberedAnswers } from '../../src/store/rememberedAnswers.ts';

test('a question is asked once while its answer is kept; the one longest not asked for makes room', async () => {
  const asked: string[] = [];
  const rowsOf: Readonly<Record<string, number>> = { a: 3, b: 3, c: 3, large: 9 };
  const query = rememberedAnswers(
    async (sql) => {
      asked.push(sql);
      if (sql === 'fails') throw new Error('unreadable');
      return Array.from({ length: rowsOf[sql] ?? 0 }, (_, place) => ({ place }));
    },
    // An answer takes 100 bytes and 16 for each number: two of three rows fit, one of nine is too large.
    { bytes: 300, ofOne: 200 },
  );
  assert.equal((await query('a')).length, 3);
  assert.equal((await query('a')).length, 3);
  await query('b');
  await query('a');
  await query('c');
  assert.deepEqual(asked, ['a', 'b', 'c']);
  await query('a');
  await query('b');
  assert.deepEqual(asked, ['a', 'b', 'c', 'b'], 'b was asked for longest ago');
  await query('large');
  await query('large');
  assert.equal(asked.filter((sql) => sql === 'large').length, 2, 'too large to keep');
  await assert.rejects(query('fails'));
  await assert.rejects(query('fails'));
  assert.equal(asked.filter((sql) => sql === 'fails').length, 2, 'a failure is not kept');
});

test('long texts take more room than numbers', async () => {
  let asked = 0;
  const query = rememberedAnswers(
    async () => {
      asked += 1;
      return Array.from({ length: 100 }, () => ({ text: 'x'.repeat(1000) }));
    },
    { bytes: 100_000, ofOne: 50_000 },
  );
  await query('a');
  await query('a');
  assert.equal(asked, 2);
});

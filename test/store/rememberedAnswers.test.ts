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
    // Each answer of three rows takes four places: two of them fit.
    { rows: 8, ofOne: 5 },
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

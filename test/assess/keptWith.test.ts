import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptWith } from '../../src/assess/keptWith.ts';

test('a value is computed once for an owner and key; the one longest not asked for makes room; a failure is not kept', async () => {
  const kept = keptWith<object, string>(2);
  const [one, other] = [{}, {}];
  const made: string[] = [];
  const ask = (owner: object, key: string) =>
    kept(owner, key, async () => {
      made.push(key);
      if (key === 'fails') throw new Error('unreadable');
      return key;
    });
  assert.equal(await ask(one, 'a'), 'a');
  await Promise.all([ask(one, 'a'), ask(one, 'b'), ask(one, 'a')]);
  assert.deepEqual(made, ['a', 'b']);
  await ask(one, 'c');
  await ask(one, 'a');
  assert.deepEqual(made, ['a', 'b', 'c'], 'b was asked for longest ago');
  await ask(one, 'b');
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  await ask(other, 'b');
  assert.equal(made.length, 5, 'each owner has its own');
  await assert.rejects(ask(one, 'fails'));
  await assert.rejects(ask(one, 'fails'));
  assert.equal(made.filter((key) => key === 'fails').length, 2);
});

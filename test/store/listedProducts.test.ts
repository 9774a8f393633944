import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trajectory } from '../../src/assess/trajectory/trajectory.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

test('a process that stays answers several years from memory, and the same to the last digit', async (context) => {
  const folder = await webWorkspace(context);
  const [once, stays] = [await openWorkspace(folder), await openWorkspace(folder, { toStay: true })];
  context.after(() => Promise.all([once.close(), stays.close()]));
  assert.equal(once.listed, undefined);
  assert.equal(stays.listed?.hold(['880240']), false, 'nothing is read before it is asked for');
  const question = { from: 2016, to: 2020 };
  const before = await trajectory(stays, question);
  await stays.listed?.settled();
  assert.equal(stays.listed?.hold(['880240']), true);
  assert.equal(stays.listed?.hold(['880240', '270900']), false, 'crude oil is on no list');
  const asked: string[] = [];
  const watched = {
    ...stays,
    engine: {
      ...stays.engine,
      query: (sql: string) => {
        asked.push(sql);
        return stays.engine.query(sql);
      },
    },
  };
  const after = await trajectory(watched, question);
  assert.ok(asked.some((sql) => sql.includes('FROM listed_product')));
  assert.deepEqual(after, before);
  assert.deepEqual((await trajectory(once, question)).data, before.data);
});

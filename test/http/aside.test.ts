import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { opportunities } from '../../src/assess/opportunities/opportunities.ts';
import { aheadOf } from '../../src/http/ahead/aheadOf.ts';
import { type AsideProcess, asideProcess } from '../../src/http/ahead/asideProcess.ts';
import { answersOf } from '../../src/http/answers.ts';
import { noIndicatorData } from '../../src/http/indicatorData.ts';
import { indicatorShelf } from '../../src/http/indicatorShelf.ts';
import { namedBodies } from '../../src/http/namedBodies.ts';
import { opportunitiesQuestion } from '../../src/http/questions/opportunitiesQuestion.ts';
import { trajectoryQuestion } from '../../src/http/questions/trajectoryQuestion.ts';
import { workspaceQuestion } from '../../src/http/questions/workspaceQuestion.ts';
import { folderSource } from '../../src/http/workspaceSource.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

const asked = { territory: 'RU-TOM', year: 2019 };

test('what the next page asks is computed in the process aside, and is what the server itself would say', async (context) => {
  const folder = await webWorkspace(context);
  const source = folderSource(folder);
  context.after(() => source.close());
  // Counts what the server's own workspace is asked of products by region.
  let here = 0;
  const counting = {
    ...source,
    hold: async () => {
      const held = await source.hold();
      const query = (sql: string) => {
        if (/ AS product/.test(sql)) here += 1;
        return held.workspace.engine.query(sql);
      };
      return { ...held, workspace: { ...held.workspace, engine: { ...held.workspace.engine, query } } };
    },
  };
  const answers = answersOf(counting);
  const ahead = aheadOf(answers, namedBodies('0'), folder, null, indicatorShelf(noIndicatorData));
  context.after(() => ahead.close());
  await answers.answer(workspaceQuestion, {});
  ahead.follow(trajectoryQuestion, { territories: 'RU-TOM', to: '2019' });
  let found = null;
  for (let look = 0; found === null && look < 40; look += 1) {
    // Asking is what a reader does: between two looks it is quiet for long enough.
    await delay(500);
    found = await answers.known(opportunitiesQuestion, asked);
  }
  assert.equal(here, 0);
  const workspace = await openWorkspace(folder);
  context.after(() => workspace.close());
  assert.deepEqual(found, await opportunities(workspace, asked));
  // Aside it is the same answer to the same question: nothing is computed when it is asked.
  assert.deepEqual((await answers.answer(opportunitiesQuestion, asked)).answer, found);
  assert.equal(here, 0);
});

function processOf(context: { after(end: () => void): void }): AsideProcess {
  const aside = asideProcess();
  context.after(() => aside.close());
  return aside;
}

const taskIn = (folder: string) => ({
  question: 'opportunities',
  options: asked,
  folder,
  map: null,
  indicators: noIndicatorData,
});

test('what cannot be answered aside is answered by the server', async (context) => {
  const folder = await webWorkspace(context);
  const aside = processOf(context);
  assert.equal(aside.pid(), null);
  // No such region: the reason is the server's to say.
  assert.equal(await aside.answer({ ...taskIn(folder), options: { territory: 'XX' } }), null);
  assert.equal(await aside.answer({ ...taskIn(folder), question: 'no-such' }), null);
  // A process that dies with a question is no answer; the next question has a new process.
  const dying = aside.answer(taskIn(folder));
  process.kill(aside.pid() as number, 'SIGKILL');
  assert.equal(await dying, null);
  assert.equal(aside.pid(), null);
  assert.notEqual(await aside.answer(taskIn(folder)), null);
});

test('an answer of another state of the workspace, or none, is not taken from elsewhere', async (context) => {
  const folder = await webWorkspace(context);
  const source = folderSource(folder);
  context.after(() => source.close());
  const answers = answersOf(source);
  const other = { answer: { data: 'of another state', findings: [], manifest: {} }, tag: 'another' };
  await answers.ahead(opportunitiesQuestion, asked, async () => other);
  await answers.ahead(opportunitiesQuestion, { ...asked, year: 2018 }, async () => null);
  const workspace = await openWorkspace(folder);
  context.after(() => workspace.close());
  for (const year of [2019, 2018]) {
    const options = { ...asked, year };
    assert.deepEqual(
      await answers.known(opportunitiesQuestion, options),
      await opportunities(workspace, options),
    );
  }
});

test('closing ends the process, and what was asked of it', async (context) => {
  const folder = await webWorkspace(context);
  const aside = processOf(context);
  const unanswered = aside.answer(taskIn(folder));
  const pid = aside.pid() as number;
  aside.close();
  await assert.rejects(unanswered, /closing/);
  for (let look = 0; ; look += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      break;
    }
    assert.ok(look < 100, 'the process is still there');
    await delay(50);
  }
});

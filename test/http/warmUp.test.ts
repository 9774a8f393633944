import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { answersOf } from '../../src/http/answers.ts';
import { assessQuestion } from '../../src/http/questions/assessQuestion.ts';
import { trajectoryQuestion } from '../../src/http/questions/trajectoryQuestion.ts';
import { readOptions } from '../../src/http/readOptions.ts';
import { openAhead, warmUp } from '../../src/http/warmUp.ts';
import { fixedSource } from '../../src/http/workspaceSource.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

test('what the overview asks first has been computed before it asks', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '300431', usd: 5, year: 2018 },
    { region: 'RU-TOM', hs6: '300431', usd: 6, year: 2019 },
  ]);
  let asked = 0;
  const counted = {
    ...workspace,
    engine: {
      ...workspace.engine,
      query: (sql: string) => {
        asked += 1;
        return workspace.engine.query(sql);
      },
    },
  };
  const answers = answersOf(fixedSource(counted));
  const summary = await openAhead(answers);
  const opened = asked;
  // The query of the overview, as the page writes it.
  const { options } = readOptions(assessQuestion, { compareWithPrevious: 'true', period: '2019' });
  const { answer } = await answers.answer(assessQuestion, options);
  assert.ok((answer.data as readonly unknown[]).length > 0);
  // Nothing more where the server is closing.
  await warmUp(answers, summary, () => true);
  assert.equal(asked, opened);
  await warmUp(answers, summary, () => false);
  assert.ok(asked > opened);
  // The years of a region, as its page asks.
  const region = summary.territories.find((one) => one.kind === 'region' && one.to === null)?.id ?? '';
  const paths = readOptions(trajectoryQuestion, { territories: region, to: '2019' }).options;
  assert.notEqual(await answers.known(trajectoryQuestion, paths), null);
});

test('readers go first: nothing is computed ahead while the server has something to do', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '300431', usd: 6, year: 2019 },
  ]);
  const answers = answersOf(fixedSource(workspace));
  const summary = await openAhead(answers);
  const region = summary.territories.find((one) => one.kind === 'region' && one.to === null)?.id ?? '';
  const { options } = readOptions(trajectoryQuestion, { territories: region, to: '2019' });
  // Looked at three times while something is asked, then the server closes.
  let looks = 0;
  const busy = { ...answers, idle: () => 0 };
  await warmUp(busy, summary, () => {
    looks += 1;
    return looks > 3;
  });
  assert.equal(await answers.known(trajectoryQuestion, options), null);
  await warmUp({ ...answers, idle: () => 1000 }, summary, () => false);
  assert.notEqual(await answers.known(trajectoryQuestion, options), null);
});

test('a server that computes or has just answered is not idle', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '300431', usd: 6, year: 2019 },
  ]);
  const answers = answersOf(fixedSource(workspace));
  await delay(20);
  assert.ok(answers.idle() >= 15);
  const { options } = readOptions(assessQuestion, { period: '2019' });
  const asked = answers.answer(assessQuestion, options);
  await delay(0);
  assert.equal(answers.idle(), 0);
  await asked;
  const after = answers.idle();
  await delay(20);
  assert.ok(answers.idle() >= after + 15);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { FirstAsked } from '../../src/http/ahead/firstOfOverview.ts';
import { quietWork } from '../../src/http/ahead/quietWork.ts';
import { askedLater, openAhead } from '../../src/http/ahead/warmUp.ts';
import { answersOf } from '../../src/http/answers.ts';
import { assessQuestion } from '../../src/http/questions/assessQuestion.ts';
import { trajectoryQuestion } from '../../src/http/questions/trajectoryQuestion.ts';
import { readOptions } from '../../src/http/readOptions.ts';
import { fixedSource } from '../../src/http/workspaceSource.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

/** Waits until something is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if (await isSo()) return;
    await delay(50);
  }
  assert.fail('did not come about within ten seconds');
}

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
  const compute = async ({ question, query }: FirstAsked) => {
    await answers.ahead(question, readOptions(question, query).options);
  };
  const summary = await openAhead(answers, compute);
  const opened = asked;
  // The query of the overview, as the page writes it.
  const { options } = readOptions(assessQuestion, { compareWithPrevious: 'true', period: '2019' });
  const { answer } = await answers.answer(assessQuestion, options);
  assert.ok((answer.data as readonly unknown[]).length > 0);
  assert.equal(asked, opened);
  // The years of a region, as its page asks, in a quiet moment.
  const region = summary.territories.find((one) => one.kind === 'region' && one.to === null)?.id ?? '';
  const paths = readOptions(trajectoryQuestion, { territories: region, to: '2019' }).options;
  const quiet = quietWork({ idle: answers.idle, compute });
  quiet.follow(askedLater(summary));
  await delay(400);
  await until(async () => {
    await delay(300);
    return (await answers.known(trajectoryQuestion, paths)) !== null;
  });
  await quiet.stop();
  assert.ok(asked > opened);
});

/** Work that is noted, in a server as idle as said. */
function noted(idle: () => number) {
  const computed: (string | undefined)[] = [];
  const work = quietWork({
    idle,
    compute: async ({ query }) => {
      computed.push(query.period);
      if (query.period === '2000') throw new Error('no such year');
    },
  });
  return { computed, work };
}

const assessed = (year: string) => ({ question: assessQuestion, query: { period: year } });

test('readers go first: nothing is computed ahead while the server has something to do', async () => {
  let idle = 0;
  const { work: quiet, computed } = noted(() => idle);
  quiet.follow([assessed('2019')]);
  await delay(450);
  assert.deepEqual(computed, []);
  idle = 1000;
  await until(async () => computed.length === 1);
  await quiet.stop();
});

test('what was asked for last is computed first, and once; a refusal does not end the work, stopping does', async () => {
  const { work: quiet, computed } = noted(() => 1000);
  quiet.follow([assessed('2018'), assessed('2019')]);
  quiet.follow([assessed('2000'), assessed('2019'), assessed('2001')]);
  await until(async () => computed.length === 4);
  assert.deepEqual(computed, ['2000', '2001', '2018', '2019']);
  // After everything has been done the next is taken up again.
  await delay(300);
  quiet.follow([assessed('2020')]);
  await until(async () => computed.length === 5);
  await quiet.stop();
  quiet.follow([assessed('2021')]);
  await delay(400);
  assert.equal(computed.length, 5);
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf } from '../../src/http/answers.ts';
import { assessQuestion } from '../../src/http/questions/assessQuestion.ts';
import { trajectoryQuestion } from '../../src/http/questions/trajectoryQuestion.ts';
import { readOptions } from '../../src/http/readOptions.ts';
import { warmRegions, warmUp } from '../../src/http/warmUp.ts';
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
  const summary = await warmUp(answers);
  const before = asked;
  assert.ok(before > 0);
  // The query of the overview, as the page writes it.
  const { options } = readOptions(assessQuestion, { compareWithPrevious: 'true', period: '2019' });
  const { answer } = await answers.answer(assessQuestion, options);
  assert.equal(asked, before);
  assert.ok((answer.data as readonly unknown[]).length > 0);
  // The years of a region, as its page asks; nothing where the server is closing.
  const region = summary.territories.find((one) => one.kind === 'region' && one.to === null)?.id ?? '';
  const paths = readOptions(trajectoryQuestion, { territories: region, to: '2019' }).options;
  await warmRegions(answers, summary, () => true);
  assert.equal(await answers.known(trajectoryQuestion, paths), null);
  await warmRegions(answers, summary, () => false);
  assert.notEqual(await answers.known(trajectoryQuestion, paths), null);
});

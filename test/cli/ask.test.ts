import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Composition } from '../../src/api/composition.ts';
import { main } from '../../src/cli/main.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

async function run(...arguments_: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(arguments_, {
    out: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    columns: 100,
  });
  return { code, out, err };
}

test('the command line asks what the server is asked, with the same answer and the same refusals', async (context) => {
  const folder = await webWorkspace(context);
  const { address } = await serveFolder(context, folder);
  const asked = await run(
    'ask',
    'composition',
    'territory=RU-TOM',
    'period=2019',
    '-w',
    folder,
    '--lang',
    'en',
  );
  assert.equal(asked.code, 0, asked.err);
  const answer = JSON.parse(asked.out) as Composition;
  const served = await fetch(`${address}/api/v1/composition?territory=RU-TOM&period=2019`);
  assert.deepEqual(answer, await served.json());
  const csv = await run('ask', 'composition', 'territory=RU-TOM', 'limit=1', '--format', 'csv', '-w', folder);
  assert.equal(csv.out.trim().split('\n').length, 2);
  const listed = await run('ask', '--lang', 'en');
  assert.match(listed.out, /composition.*\n.*partners/);
  const wrong = await run('ask', 'composition', 'territori=1', '-w', folder, '--lang', 'en');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /"territori".*territory/);
  assert.equal((await run('ask', 'nothing', '-w', folder)).code, 2);
  assert.equal((await run('ask', 'composition', 'RU-TOM', '-w', folder)).code, 2);
});

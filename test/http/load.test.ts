import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { importOverHttp } from '../support/importOverHttp.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { serveFolder } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** Imports a file into a workspace that a server reads. */
type Importing = (workspace: string, path: string, address: string) => Promise<unknown>;

const ways: readonly (readonly [string, Importing])[] = [
  [
    'beside the server',
    (workspace, path) => importFts(workspace, path, { add: true }, { progress: () => undefined }),
  ],
  ['through the server', (_workspace, path, address) => importOverHttp(address, path, { add: true })],
];

for (const [name, importing] of ways)
  test(`hundreds of readers while an import runs ${name}: every answer is wholly of the state before or after it`, (context) =>
    readWhileImporting(context, importing));

async function readWhileImporting(context: TestContext, importing: Importing): Promise<void> {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'workspace');
  const files = await Promise.all(
    [1, 2].map(async (seed) => {
      const { heading, rows } = randomUnload(seed, 300);
      const path = join(folder, `unload-${seed}.csv`);
      await writeFile(path, [heading, ...rows].join('\n'));
      return path;
    }),
  );
  const effects = { progress: () => undefined };
  await importFts(workspace, files[0] ?? '', {}, effects);
  const { address } = await serveFolder(context, workspace);
  const queries = ['assess?period=2019', 'assess?period=2016&base=chapter', 'high-tech?segments=nine'];
  const read = async (query: string) => {
    const response = await fetch(`${address}/api/v1/${query}`);
    assert.equal(response.status, 200, await response.clone().text());
    return { tag: response.headers.get('etag') ?? '', text: await response.text() };
  };
  const before = new Map(
    await Promise.all(queries.map(async (query) => [query, (await read(query)).text] as const)),
  );

  let running = true;
  const seen = new Map<string, Set<string>>(queries.map((query) => [query, new Set()]));
  const tags = new Map<string, string>();
  let answered = 0;
  const reader = async (place: number) => {
    do {
      const query = queries[(place + answered) % queries.length] ?? '';
      const { tag, text } = await read(query);
      seen.get(query)?.add(text);
      assert.ok((tags.get(tag) ?? text) === text, 'one name, two answers');
      tags.set(tag, text);
      answered += 1;
      // Readers and the import share this process: without a pause they would leave it no time.
      await new Promise((resolve) => setTimeout(resolve, 600));
    } while (running);
  };
  const readers = Promise.all(Array.from({ length: 300 }, (_, place) => reader(place)));
  await importing(workspace, files[1] ?? '', address);
  running = false;
  await readers;

  for (const query of queries) {
    const after = (await read(query)).text;
    assert.notEqual(after, before.get(query), query);
    const strange = [...(seen.get(query) ?? [])].filter(
      (text) => text !== after && text !== before.get(query),
    );
    assert.equal(strange.length, 0, `${query}: an answer of neither state`);
  }
  assert.ok(answered >= 300);
}

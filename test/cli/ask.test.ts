import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Composition } from '../../src/api/composition.ts';
import type { Explanation } from '../../src/api/explanation.ts';
import type { Product } from '../../src/api/product.ts';
import { runTrajecta as run } from '../support/runTrajecta.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

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
  assert.match(listed.out, /composition [\s\S]*\npartners /);
  const wrong = await run('ask', 'composition', 'territori=1', '-w', folder, '--lang', 'en');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /"territori".*territory/);
  assert.equal((await run('ask', 'nothing', '-w', folder)).code, 2);
  assert.equal((await run('ask', 'composition', 'RU-TOM', '-w', folder)).code, 2);
});

test('a product by its command and by ask is one run, whose figures are explained afterwards', async (context) => {
  const folder = await webWorkspace(context);
  const own = await run('product', '30.04', '--period', '2020', '--format', 'json', '-w', folder);
  assert.equal(own.code, 0, own.err);
  const asked = await run('ask', 'product', 'code=3004', 'period=2020', '-w', folder);
  assert.deepEqual(JSON.parse(asked.out), JSON.parse(own.out));
  const { data } = JSON.parse(own.out) as Product;
  const row = data.find((one) => one.part === 'region' && one.index !== null && one.index > 0);
  const explained = await run('explain', `${row?.id}/index`, '--format', 'json', '-w', folder);
  assert.equal(explained.code, 0, explained.err);
  const { data: figure } = JSON.parse(explained.out) as Explanation;
  assert.equal(figure.value, row?.index);
  assert.ok(figure.agrees && figure.recomputed !== null);
  // A question that has no command of its own keeps its run too.
  const composed = JSON.parse(
    (await run('ask', 'composition', 'territory=RU-TOM', 'period=2020', '-w', folder)).out,
  ) as Composition;
  const second = await run('explain', `${composed.data[0]?.id}/valueUsd`, '--format', 'json', '-w', folder);
  assert.equal((JSON.parse(second.out) as Explanation).data.value, composed.data[0]?.valueUsd);
  for (const language of ['ru', 'en'] as const) {
    const text = await run('product', '3004', '--period', '2020', '-w', folder, '--lang', language);
    assert.match(text.out, language === 'ru' ? /Лекарства расфасованные, 2020/ : /Medicines in doses, 2020/);
    assert.doesNotMatch(text.out, /NaN|undefined|null/);
    const wrong = await run('product', '12345', '-w', folder, '--lang', language);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, language === 'ru' ? /от 2 до 10 цифр/ : /2 to 10 digits/);
  }
});

test('a map that cannot be read stops the server before it starts, in words', async (context) => {
  const folder = await webWorkspace(context);
  const path = join(folder, 'broken.geojson');
  await writeFile(path, '{"type":"Topology"}');
  const refused = await run('serve', '--map', path, '--port', '0', '-w', folder, '--lang', 'en');
  assert.equal(refused.code, 3);
  assert.match(refused.err, /TopoJSON.*GeoJSON is wanted/);
});

import assert from 'node:assert/strict';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { compactStore } from '../../src/store/compaction/compactStore.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { fourStates, heading, row, stateSums, sums } from '../support/fourStates.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { runTrajecta } from '../support/runTrajecta.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
  await writeFile(path, bytes);
}

/** One vintage with quarantined rows, parent rows and several years. */
async function oneVintage(context: TestContext): Promise<{ workspace: string; file: string }> {
  const folder = await temporaryFolder(context);
  const unload = randomUnload(7, 200);
  const file = join(folder, 'a.csv');
  const lines = [unload.heading, ...unload.rows, 'ЭК;13/2019;DE;8542310000;;1;1;0;45000'];
  await writeFile(file, lines.join('\n'));
  await importFts(join(folder, 'w'), file);
  return { workspace: join(folder, 'w'), file };
}

test('a damaged file of the detail or the quarantine is written anew from its source, to the byte', async (context) => {
  const { workspace, file } = await oneVintage(context);
  const before = await readFile(join(workspace, 'manifest.json'), 'utf8');
  const parts = (await readManifest(workspace))?.parts ?? [];
  const stored = parts.filter((part) => part.kind === 'detail' || part.kind === 'quarantine');
  assert.ok(stored.some((part) => part.kind === 'quarantine') && stored.length > 2);
  const whole = await Promise.all(stored.map((part) => readFile(join(workspace, part.path))));
  const harms = [flip, (path: string) => truncate(path, 20), rm];
  for (const [place, part] of stored.entries()) await harms[place % 3]?.(join(workspace, part.path));
  assert.equal((await checkStore(workspace)).problems.length, stored.length);
  const report = await importFts(workspace, file);
  assert.equal(report.manifest.alreadyStored, true);
  assert.deepEqual([...(report.manifest.mended ?? [])].sort(), stored.map((part) => part.path).sort());
  const store = await checkStore(workspace);
  assert.deepEqual([store.sound, store.orphans], [true, []]);
  for (const [place, part] of stored.entries())
    assert.ok((await readFile(join(workspace, part.path))).equals(whole[place] ?? Buffer.alloc(0)));
  assert.equal(await readFile(join(workspace, 'manifest.json'), 'utf8'), before);
  // Once more there is nothing to mend.
  assert.equal((await importFts(workspace, file)).manifest.mended, undefined);
});

test('damaged cubes of the vintage are made anew with its detail', async (context) => {
  const { workspace, file } = await oneVintage(context);
  const parts = (await readManifest(workspace))?.parts ?? [];
  for (const part of parts) await flip(join(workspace, part.path));
  await importFts(workspace, file);
  assert.equal((await checkStore(workspace)).sound, true);
  assert.deepEqual((await readManifest(workspace))?.parts, parts);
});

test('a file that vintages share is whole again once all its sources were imported; until then it is damaged', async (context) => {
  const { workspace, ids } = await fourStates(context);
  await compactStore(workspace);
  const shared =
    (await readManifest(workspace))?.parts.find(
      (part) => part.kind === 'detail' && part.holds.length === 2,
    ) ?? assert.fail();
  await flip(join(workspace, shared.path));
  const again = (name: string) =>
    runTrajecta('import', 'fts', join(workspace, '..', name), '-w', workspace, '--lang', 'en');
  const { out } = await again('a.csv');
  const missing = shared.holds.map((held) => held.vintage).find((id) => id !== ids[0]);
  assert.match(out, new RegExp(`holds rows of other vintages too.*\\(${missing}\\)`));
  assert.deepEqual(
    (await checkStore(workspace)).problems.map((one) => [one.code, one.path]),
    [['part-changed', shared.path]],
  );
  assert.match((await again('c.csv')).out, new RegExp(`written anew: .*${shared.path}`));
  const store = await checkStore(workspace);
  assert.deepEqual([store.sound, store.problems, store.orphans], [true, [], []]);
  for (const [place, expected] of stateSums.entries())
    assert.deepEqual(await sums(workspace, String(place + 1)), expected);
});

test('a vintage that another has replaced is mended and stays replaced', async (context) => {
  const { workspace, ids } = await fourStates(context);
  const before = await readFile(join(workspace, 'manifest.json'), 'utf8');
  const part =
    (await readManifest(workspace))?.parts.find(
      (one) => one.kind === 'detail' && one.holds[0]?.vintage === ids[1],
    ) ?? assert.fail();
  await rm(join(workspace, part.path));
  await importFts(workspace, join(workspace, '..', 'b.csv'));
  assert.equal(await readFile(join(workspace, 'manifest.json'), 'utf8'), before);
  assert.equal((await checkStore(workspace)).sound, true);
});

test('a source that does not give what was stored mends nothing', async (context) => {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'w');
  await writeFile(join(folder, 'a.csv'), [heading, row('2018-04', '8542310000', 100)].join('\n'));
  await importFts(workspace, join(folder, 'a.csv'));
  const path = join(workspace, 'manifest.json');
  const manifest = (await readManifest(workspace)) ?? assert.fail();
  const [part] = manifest.parts;
  const sum = part?.holds[0]?.sums?.[0];
  if (part === undefined || sum === undefined) return assert.fail();
  // As a version would have left it that understood the file otherwise.
  sum.value = '101.0000';
  await writeFile(path, JSON.stringify(manifest));
  await truncate(join(workspace, part.path), 20);
  const damaged = await readFile(join(workspace, part.path));
  await assert.rejects(
    importFts(workspace, join(folder, 'a.csv')),
    (error: unknown) => error instanceof TrajectaError && error.code === 'workspace-damaged',
  );
  assert.ok((await readFile(join(workspace, part.path))).equals(damaged));
});

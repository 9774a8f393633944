import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { compactionSchema } from '../../src/api/compaction.ts';
import { compareStates } from '../../src/assess/compareStates.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { compactStore } from '../../src/store/compaction/compactStore.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { repairStore } from '../../src/store/integrity/repairStore.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { pruneVintages } from '../../src/store/pruneVintages.ts';
import { contributingRows } from '../../src/store/queries/contributingRows.ts';
import { fourStates, heading, row, stateSums, sums } from '../support/fourStates.ts';
import { runTrajecta } from '../support/runTrajecta.ts';

/** Everything that a question can see of a state: all rows with file and row number, all rows of the cubes. */
async function everything(folder: string, asOf: string): Promise<unknown> {
  const workspace = await openWorkspace(folder, { asOf });
  try {
    const rows = contributingRows({
      flow: 'export',
      period: { fromYear: 2000, toYear: 2100, months: null },
      reExports: 'include',
      regions: null,
      codes: null,
    });
    const sorted = async (sql: string) =>
      (await workspace.engine.query(sql)).map((one) => JSON.stringify(one)).sort();
    return [
      await sorted(rows),
      await sorted('SELECT * FROM cube_region_product'),
      await sorted('SELECT * FROM cube_region_heading_partner'),
      await sorted('SELECT * FROM cube_region_product_partner'),
      await sorted('SELECT * FROM cube_region_chapter'),
      await sorted('SELECT * FROM cube_product'),
      await sorted('SELECT * FROM cube_region_high_technology'),
    ];
  } finally {
    await workspace.close();
  }
}

async function changes(folder: string): Promise<unknown> {
  const [a, b] = [await openWorkspace(folder, { asOf: '2' }), await openWorkspace(folder)];
  try {
    return await compareStates(a, b);
  } finally {
    await a.close();
    await b.close();
  }
}

const detailFiles = async (folder: string) =>
  ((await readManifest(folder))?.parts ?? []).filter((part) => part.kind === 'detail').length;

test('compaction: fewer files; every state, its rows with their places, cubes and differences are what they were', async (context) => {
  const { workspace } = await fourStates(context);
  const states = ['1', '2', '3', '4', 'now'];
  const before = await Promise.all(states.map((state) => everything(workspace, state)));
  const changed = await changes(workspace);
  const planned = await compactStore(workspace, { dryRun: true });
  const { data } = compactionSchema.parse(await compactStore(workspace));
  assert.deepEqual([data.filesBefore, data.filesAfter], [planned.data.filesBefore, planned.data.filesAfter]);
  // 2018: two vintages in force, one file. 2019: one in force and one replaced, which stay apart.
  assert.deepEqual(
    data.merged
      .filter((one) => one.kind === 'detail')
      .map((one) => [one.flow, one.year, one.files, one.vintages, one.rows]),
    [['export', 2018, 2, 2, 5]],
  );
  assert.equal(await detailFiles(workspace), 3);
  const store = await checkStore(workspace);
  assert.deepEqual([store.sound, store.problems, store.orphans], [true, [], []]);
  assert.deepEqual(await Promise.all(states.map((state) => everything(workspace, state))), before);
  assert.deepEqual(await changes(workspace), changed);
  for (const [place, expected] of stateSums.entries())
    assert.deepEqual(await sums(workspace, String(place + 1)), expected);
  assert.deepEqual((await compactStore(workspace)).data.merged, []);
});

test('compaction: the work goes on afterwards: corrections, more data, another compaction, pruning', async (context) => {
  const { workspace, ids } = await fourStates(context);
  await compactStore(workspace);
  const file = join(workspace, '..', 'e.csv');
  // April 2018 of the first vintage, whose rows share a file by now: 100 becomes 1.
  await writeFile(file, [heading, row('2018-04', '8542310000', 1)].join('\n'));
  await importFts(workspace, file, { replaces: ids[0] ?? '' });
  assert.deepEqual(await sums(workspace, 'now'), [
    [2018, 71],
    [2019, 25],
  ]);
  assert.deepEqual(await sums(workspace, '4'), stateSums[3]);
  assert.deepEqual(
    (await compactStore(workspace)).data.merged.find((one) => one.kind === 'detail')?.files,
    2,
  );
  await pruneVintages(workspace);
  assert.deepEqual(await sums(workspace, 'now'), [
    [2018, 71],
    [2019, 25],
  ]);
  // Replaced as a whole, and pruned: its rows leave the shared file, the others stay.
  const again = join(workspace, '..', 'f.csv');
  await writeFile(again, [heading, row('2018-05', '8542310000', 2)].join('\n'));
  await importFts(workspace, again, { replaces: ids[2] ?? '', whole: true });
  const pruned = await pruneVintages(workspace);
  assert.deepEqual(
    pruned.vintages.map((one) => one.id),
    [ids[2]],
  );
  const manifest = await readManifest(workspace);
  assert.ok(manifest?.parts.every((part) => part.holds.every((held) => held.vintage !== ids[2])));
  const store = await checkStore(workspace);
  assert.deepEqual([store.sound, store.problems, store.orphans], [true, [], []]);
});

test('compaction: a damaged cube that vintages share is made anew, to the byte', async (context) => {
  const { workspace } = await fourStates(context);
  await compactStore(workspace);
  const parts = (await readManifest(workspace))?.parts ?? [];
  for (const part of parts.filter((one) => one.kind.startsWith('cube_')))
    await rm(join(workspace, part.path));
  assert.equal((await repairStore(workspace)).sound, true);
  assert.deepEqual((await readManifest(workspace))?.parts, parts);
});

test('compaction: what is damaged is not put together with what is whole, and nothing changes', async (context) => {
  const { workspace } = await fourStates(context);
  const path = join(workspace, 'manifest.json');
  const before = await readFile(path, 'utf8');
  const part = (await readManifest(workspace))?.parts.find((one) => one.year === 2018) ?? assert.fail();
  const bytes = await readFile(join(workspace, part.path));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(join(workspace, part.path), bytes);
  await assert.rejects(
    compactStore(workspace),
    (error: unknown) =>
      error instanceof TrajectaError &&
      error.code === 'workspace-damaged' &&
      error.message.includes(part.path),
  );
  assert.equal(await readFile(path, 'utf8'), before);
});

test('compaction: a hundred small imports become one file of each kind, pruned by region', async (context) => {
  const { workspace } = await fourStates(context);
  const folder = join(workspace, '..');
  const many = join(folder, 'many');
  for (let place = 0; place < 12; place += 1) {
    const file = join(folder, `m${place}.csv`);
    const period = `2020-${String(place + 1).padStart(2, '0')}`;
    await writeFile(file, [heading, row(period, '8542310000', place + 1)].join('\n'));
    await importFts(many, file);
  }
  await compactStore(many);
  const files = (await readdir(many, { recursive: true })).filter((name) =>
    String(name).endsWith('.parquet'),
  );
  assert.equal(files.length, 7);
  // 1 + 2 + … + 12.
  assert.deepEqual(await sums(many, 'now'), [[2020, 78]]);
  // 1 + 2 + 3: the state after the third import.
  assert.deepEqual(await sums(many, '3'), [[2020, 6]]);
});

test('compact on the command line, in both languages', async (context) => {
  const { workspace } = await fourStates(context);
  const dry = await runTrajecta('compact', '-w', workspace, '--dry-run', '--lang', 'en');
  assert.match(dry.out, /Would be: files 34 → /);
  const json = await runTrajecta('compact', '-w', workspace, '--format', 'json');
  compactionSchema.parse(JSON.parse(json.out));
  const again = await runTrajecta('compact', '-w', workspace, '--lang', 'ru');
  assert.match(again.out, /Уплотнять нечего/);
});

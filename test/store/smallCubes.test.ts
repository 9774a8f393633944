import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { compactStore } from '../../src/store/compaction/compactStore.ts';
import { isSmallCube, smallCubeKinds } from '../../src/store/cubes.ts';
import { openDuckdb } from '../../src/store/duckdb.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { readManifest, writeManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { workspaceStatus } from '../../src/store/workspaceStatus.ts';
import { writePart } from '../../src/store/writePart.ts';
import { fourStates, heading, row } from '../support/fourStates.ts';

/** All rows of the small cubes in a state, and whether status says that some are not there. */
async function seen(folder: string, asOf = 'now'): Promise<{ rows: unknown; isMissing: boolean }> {
  const workspace = await openWorkspace(folder, { asOf });
  try {
    const rows = [];
    for (const kind of smallCubeKinds)
      rows.push(
        (await workspace.engine.query(`SELECT * FROM ${kind}`)).map((one) => JSON.stringify(one)).sort(),
      );
    const { findings } = await workspaceStatus(workspace, asOf);
    return { rows, isMissing: findings.some((one) => one.code === 'small-cubes-missing') };
  } finally {
    await workspace.close();
  }
}

/** A workspace as an earlier version has left it: without small cubes. */
async function withoutSmallCubes(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  assert.ok(manifest !== null);
  for (const part of manifest.parts.filter((one) => isSmallCube(one.kind))) await rm(join(folder, part.path));
  await writeManifest(folder, {
    ...manifest,
    parts: manifest.parts.filter((part) => !isSmallCube(part.kind)),
  });
}

test('small cubes: a workspace that lacks them answers the same and says so; compaction makes them', async (context) => {
  const { workspace } = await fourStates(context);
  const states = ['1', '2', '3', '4', 'now'];
  const before = await Promise.all(states.map((state) => seen(workspace, state)));
  assert.ok(before.every((one) => !one.isMissing));
  await withoutSmallCubes(workspace);
  for (const [place, state] of states.entries())
    assert.deepEqual(await seen(workspace, state), { rows: before[place]?.rows, isMissing: true });
  const { cubesMade } = (await compactStore(workspace)).data;
  assert.ok(cubesMade >= smallCubeKinds.length, String(cubesMade));
  for (const [place, state] of states.entries())
    assert.deepEqual(await seen(workspace, state), before[place]);
  assert.equal((await compactStore(workspace)).data.cubesMade, 0);
  const { sound, problems, orphans } = await checkStore(workspace);
  assert.deepEqual([sound, problems, orphans], [true, [], []]);
});

test('small cubes: the next import makes those that an earlier version has not made', async (context) => {
  const { workspace } = await fourStates(context);
  const before = await seen(workspace);
  await withoutSmallCubes(workspace);
  const file = join(workspace, '..', 'more.csv');
  await writeFile(file, [heading, row('2030-01', '8542310000', 3)].join('\n'));
  await importFts(workspace, file);
  assert.equal((await seen(workspace)).isMissing, false);
  assert.deepEqual(await seen(workspace, '4'), { ...before, isMissing: false });
  assert.equal((await checkStore(workspace)).sound, true);
});

test('small cubes: one that is not the sum of the cube by region and product is found out', async (context) => {
  const { workspace } = await fourStates(context);
  const manifest = await readManifest(workspace);
  const engine = await openDuckdb();
  context.after(() => engine.close());
  for (const kind of smallCubeKinds) {
    const part = manifest?.parts.find((one) => one.kind === kind && one.rows > 0);
    assert.ok(manifest && part, kind);
    // Rows and sums of the file as they were, another code: only the cube itself tells.
    const path = part.path.replace('.parquet', '-other.parquet');
    const file = join(workspace, part.path).replaceAll("'", "''");
    const query = `SELECT * REPLACE ('99' AS chapter) FROM read_parquet('${file}', hive_partitioning = false)`;
    const other = await writePart(engine, workspace, { ...part, path }, query);
    await writeManifest(workspace, {
      ...manifest,
      parts: manifest.parts.map((one) => (one.path === part.path ? { ...part, ...other } : one)),
    });
    const { problems } = await checkStore(workspace);
    assert.deepEqual(
      problems.map((one) => [one.code, one.path]),
      [['sums-differ', path]],
    );
  }
});

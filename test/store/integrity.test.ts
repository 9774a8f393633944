import assert from 'node:assert/strict';
import {
  appendFile,
  copyFile,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Integrity } from '../../src/api/check.ts';
import { check } from '../../src/assess/check.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { cleanStore, repairStore } from '../../src/store/integrity/repairStore.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** Two vintages (of the rows that fit), the second a revision of a part of the first, with quarantined rows and parent rows. */
async function workspaceOf(context: TestContext, only = /./): Promise<string> {
  const folder = await temporaryFolder(context);
  const { heading, rows: all } = randomUnload(7, 300);
  const rows = all.filter((row) => only.test(row));
  await writeFile(
    join(folder, 'a.csv'),
    [heading, ...rows, 'ЭК;13/2019;DE;8542310000;;1;1;0;45000'].join('\n'),
  );
  const workspace = join(folder, 'w');
  const first = (await importFts(workspace, join(folder, 'a.csv'))).data[0]?.vintage ?? '';
  const later = rows.filter((row) => row.includes('05/2019')).map((row) => row.replace(/;1;0;/, ';2;0;'));
  await writeFile(join(folder, 'b.csv'), [heading, ...later].join('\n'));
  await importFts(workspace, join(folder, 'b.csv'), { replaces: first });
  return workspace;
}

const told = ({ problems }: Integrity) => problems.map((one) => [one.code, one.path]);

test('a store as written is sound: checksums, accounts and cubes agree, with a revision of a part too', async (context) => {
  const workspace = await workspaceOf(context);
  const found = await checkStore(workspace);
  assert.deepEqual([found.sound, told(found), found.orphans], [true, [], []]);
  assert.equal(found.vintages, 2);
});

test('every byte counts: each stored file cut short, flipped, lengthened or gone is named, with what to do', async (context) => {
  const workspace = await workspaceOf(context, /^ЭК;\d\d\/2019/);
  const parts = (await readManifest(workspace))?.parts ?? [];
  assert.ok(new Set(parts.map((part) => part.kind)).size === 8);
  for (const [place, part] of parts.entries()) {
    const path = join(workspace, part.path);
    const kept = `${path}.kept`;
    await copyFile(path, kept);
    const size = (await stat(path)).size;
    const damage = [
      () => truncate(path, Math.floor(size / 2)),
      async () => {
        const bytes = await readFile(path);
        const at = (place * 97) % size;
        bytes[at] = (bytes[at] ?? 0) ^ 0x10;
        await writeFile(path, bytes);
      },
      () => appendFile(path, 'x'),
      () => rm(path),
    ];
    for (const [kind, harm] of damage.entries()) {
      if (place > 1 && kind !== place % 4) continue;
      await harm();
      const found = await checkStore(workspace);
      assert.deepEqual(
        told(found),
        [[kind === 3 ? 'part-missing' : 'part-changed', part.path]],
        `${part.path} ${kind}`,
      );
      assert.match(
        found.problems[0]?.remedy.en ?? '',
        part.kind.startsWith('cube_') ? /check --repair/ : /[ab]\.csv \(SHA-256/,
      );
      await copyFile(kept, path);
    }
    await rm(kept);
  }
  assert.equal((await checkStore(workspace)).sound, true);
});

test('totals are added up, not believed: a manifest that tells others is found out', async (context) => {
  const workspace = await workspaceOf(context);
  const path = join(workspace, 'manifest.json');
  const text = await readFile(path, 'utf8');
  const manifest = (await readManifest(workspace)) ?? assert.fail();
  const first = manifest.vintages[0] ?? assert.fail();
  const wrong = structuredClone(manifest);
  const [vintage] = wrong.vintages;
  if (vintage !== undefined) vintage.accounts.valueKept += 1000;
  await writeFile(path, JSON.stringify(wrong));
  const found = await checkStore(workspace);
  assert.deepEqual(told(found), [['sums-differ', 'manifest.json']]);
  assert.match(found.problems[0]?.message.en ?? '', /valueKept added up/);
  assert.equal(found.problems[0]?.vintage, first.id);
  // A cube that says to leave nothing out, and the checksum of which is right, does not add up to the detail.
  const cubes = structuredClone(manifest);
  const revised =
    cubes.parts.find((part) => part.kind === 'cube_region_product' && part.without.length > 0) ??
    assert.fail();
  revised.without = [];
  await writeFile(path, JSON.stringify(cubes));
  assert.deepEqual(told(await checkStore(workspace)), [['sums-differ', revised.path]]);
  await writeFile(path, text);
  assert.equal((await checkStore(workspace)).sound, true);
});

test('damaged cubes are made anew from the detail, to the byte; damaged detail is not guessed', async (context) => {
  const workspace = await workspaceOf(context);
  const before = await readFile(join(workspace, 'manifest.json'), 'utf8');
  const parts = (await readManifest(workspace))?.parts ?? [];
  for (const part of parts.filter((one) => one.kind.startsWith('cube_')))
    await rm(join(workspace, part.path));
  assert.equal((await repairStore(workspace)).sound, true);
  const after = await readManifest(workspace);
  const checksums = (list: typeof parts) => list.map((part) => `${part.path} ${part.sha256}`).sort();
  assert.deepEqual(checksums(after?.parts ?? []), checksums(parts));
  const detail = parts.find((part) => part.kind === 'detail')?.path ?? '';
  await rm(join(workspace, detail));
  assert.deepEqual(told(await repairStore(workspace)), [['part-missing', detail]]);
  assert.ok(before.includes(detail));
});

test('orphans are listed, harm nothing, and are removed on request; what is not ours stays', async (context) => {
  const workspace = await workspaceOf(context);
  const own = [
    'detail/flow=export/year=2019/x.parquet',
    'cubes/cube_region_product/y.draft',
    'scratch/spill/z',
    'runs/a.json.draft-1',
    'manifest.json.draft-9',
  ];
  for (const path of [...own, 'mine/notes.txt', 'tables.xlsx']) {
    await mkdir(join(workspace, path, '..'), { recursive: true });
    await writeFile(join(workspace, path), 'x');
  }
  const found = await checkStore(workspace);
  assert.equal(found.sound, true);
  assert.deepEqual(found.orphans.map((one) => one.path).sort(), [...own].sort());
  const cleaned = await cleanStore(workspace);
  assert.deepEqual(
    [[...cleaned.cleaned].sort(), cleaned.orphans, cleaned.sound],
    [[...own].sort(), [], true],
  );
  assert.equal(await readFile(join(workspace, 'mine', 'notes.txt'), 'utf8'), 'x');
  await assert.rejects(stat(join(workspace, 'scratch')));
});

test('a part that is a link is no part', {
  skip: process.platform === 'win32' && 'symbolic links need rights on Windows',
}, async (context) => {
  const workspace = await workspaceOf(context);
  const part = (await readManifest(workspace))?.parts[0] ?? assert.fail();
  await rename(join(workspace, part.path), join(workspace, 'moved'));
  await symlink(join(workspace, 'moved'), join(workspace, part.path));
  assert.deepEqual(told(await checkStore(workspace)), [['part-changed', part.path]]);
});

test('check as a whole: data is not looked at while the store is damaged', async (context) => {
  const workspace = await workspaceOf(context);
  const sound = await check(workspace);
  assert.equal(sound.data.integrity?.sound, true);
  assert.ok((sound.data.quality?.length ?? 0) > 0);
  const part = (await readManifest(workspace))?.parts[0] ?? assert.fail();
  await truncate(join(workspace, part.path), 10);
  const damaged = await check(workspace);
  assert.deepEqual(
    [damaged.data.integrity?.sound, damaged.data.quality, damaged.findings[0]?.code],
    [false, null, 'data-not-checked'],
  );
});

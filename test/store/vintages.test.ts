import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareStates } from '../../src/assess/compareStates.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { pruneVintages } from '../../src/store/pruneVintages.ts';
import { fourStates, stateSums, sums } from '../support/fourStates.ts';

test('every earlier state is seen as it was, by number and by vintage; cube and detail agree', async (context) => {
  const { workspace, ids } = await fourStates(context);
  for (const [place, expected] of stateSums.entries()) {
    assert.deepEqual(await sums(workspace, String(place + 1)), expected);
    assert.deepEqual(await sums(workspace, ids[place] ?? ''), expected);
  }
  assert.deepEqual(await sums(workspace, 'now'), stateSums[3]);
  for (const wrong of ['0', '5', 'nothing', '-1'])
    await assert.rejects(
      openWorkspace(workspace, { asOf: wrong }),
      (error: unknown) =>
        error instanceof TrajectaError &&
        error.code === 'bad-option' &&
        error.message.includes(`1 = ${ids[0]}`),
    );
});

test('what changed between two states: by year, region, product and cell', async (context) => {
  const { workspace } = await fourStates(context);
  const [a, b] = [
    await openWorkspace(workspace, { asOf: '2' }),
    await openWorkspace(workspace, { asOf: '4' }),
  ];
  context.after(async () => {
    await a.close();
    await b.close();
  });
  const { data } = await compareStates(a, b);
  assert.deepEqual(
    data.totals.map(({ year, valueA, valueB, difference, differenceUsd, rowsA, rowsB }) => [
      year,
      valueA,
      valueB,
      difference,
      differenceUsd,
      rowsA,
      rowsB,
    ]),
    [
      [2018, 140, 170, 30, 30, 3, 3],
      [2019, 10, 25, 15, 15, 1, 1],
    ],
  );
  assert.deepEqual(
    data.regions.map(({ year, region, valueA, valueB }) => [year, region, valueA, valueB]),
    [
      [2018, 'RU-MOW', 130, 150],
      [2019, 'RU-MOW', 10, 25],
      [2018, 'RU-TOM', 10, 20],
    ],
  );
  assert.deepEqual(
    data.products.map(({ year, product, difference }) => [year, product, difference]),
    [
      [2018, '854231', 20],
      [2019, '854231', 15],
      [2018, '300490', 10],
    ],
  );
  assert.equal(data.cellCount, 3);
  // The other way round the signs turn; a state does not differ from itself.
  assert.deepEqual(
    (await compareStates(b, a)).data.totals.map((one) => one.difference),
    [-30, -15],
  );
  assert.equal((await compareStates(a, a)).data.cellCount, 0);
});

test('pruning takes away what was replaced as a whole and needless cubes; what is in force stays to the byte', async (context) => {
  const { workspace, ids } = await fourStates(context);
  const before = await readFile(join(workspace, 'manifest.json'), 'utf8');
  const planned = await pruneVintages(workspace, { dryRun: true });
  assert.equal(await readFile(join(workspace, 'manifest.json'), 'utf8'), before);
  const pruning = await pruneVintages(workspace);
  assert.deepEqual(pruning, planned);
  assert.deepEqual(
    pruning.vintages.map((one) => one.id),
    [ids[1]],
  );
  assert.ok(pruning.files.some((path) => path.startsWith('detail/')) && pruning.bytes > 0);
  assert.deepEqual(await sums(workspace, 'now'), stateSums[3]);
  const store = await checkStore(workspace);
  assert.deepEqual([store.sound, store.orphans, store.vintages], [true, [], 3]);
  // A correction in part keeps what it corrects: the state before it is still there, added up from the detail.
  assert.deepEqual(await sums(workspace, ids[0] ?? ''), [[2018, 140]]);
  await assert.rejects(openWorkspace(workspace, { asOf: ids[1] ?? '' }), TrajectaError);
  assert.deepEqual(await pruneVintages(workspace), { vintages: [], files: [], bytes: 0 });
  // The pruned file can come again.
  assert.equal((await readManifest(workspace))?.vintages.length, 3);
});

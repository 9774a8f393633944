import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { comparisonSchema } from '../../../src/api/comparison.ts';
import { assess } from '../../../src/assess/assess.ts';
import type { AssessOptions } from '../../../src/assess/options.ts';
import { compareRuns, type OpenRun } from '../../../src/assess/trace/compareRuns.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { importFts } from '../../../src/sources/fts/importFts.ts';
import { openWorkspace } from '../../../src/store/openWorkspace.ts';
import { randomUnload } from '../../support/randomUnload.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function twoVintages(context: TestContext) {
  const folder = join(await temporaryFolder(context), 'w');
  const unload = randomUnload(11, 600);
  const write = (name: string, rows: readonly string[]) =>
    writeFile(join(folder, '..', name), [unload.heading, ...rows].join('\n'));
  await write('first.csv', unload.rows);
  const first = await importFts(folder, join(folder, '..', 'first.csv'));
  const run = async (options: Partial<AssessOptions>) => {
    const workspace = await openWorkspace(folder);
    context.after(() => workspace.close());
    return { name: JSON.stringify(options), ...(await assess(workspace, { period: '2019', ...options })) };
  };
  const open: OpenRun = async (manifest) => {
    const workspace = await openWorkspace(folder, { vintages: manifest.workspace.vintages });
    context.after(() => workspace.close());
    return workspace;
  };
  const correct = async () => {
    const changed = unload.rows.map((row, place) =>
      place % 50 === 0 ? row.replace(/;(\d)/, ';1$1').replace(/;(\d+(?:\.\d+)?);1;0;/, ';9$1;1;0;') : row,
    );
    await write(
      'second.csv',
      changed.map((row) => row.replace(/;1(8|2|7|3|9)/, ';$1')),
    );
    await importFts(folder, join(folder, '..', 'second.csv'), { replaces: first.data[0]?.vintage ?? '' });
  };
  return { folder, run, open, correct };
}

const compared = (answer: Awaited<ReturnType<Awaited<ReturnType<typeof twoVintages>>['run']>>) => ({
  name: answer.name,
  rows: answer.data,
  manifest: answer.manifest,
});

test('the same inputs give the same bytes; a run is reproduced after its data was replaced', async (context) => {
  const { folder, run, open, correct } = await twoVintages(context);
  const first = await run({});
  assert.equal(JSON.stringify(await run({})), JSON.stringify(first));
  await correct();
  const later = await run({});
  assert.notEqual(later.manifest.resultChecksum, first.manifest.resultChecksum);
  const workspace = await open(first.manifest);
  assert.ok(workspace !== null);
  const again = await rerun(workspace, first.manifest);
  assert.ok(again.reproduced);
  assert.deepEqual(again.differences, []);
  assert.equal(JSON.stringify(again.answer.data), JSON.stringify(first.data));
  const other = await rerun(workspace, {
    ...first.manifest,
    resultChecksum: 'x',
    program: { name: 'trajecta', version: '0.0.1' },
  });
  assert.equal(other.reproduced, false);
  assert.deepEqual(
    other.differences.map((one) => one.cause),
    ['program', 'result'],
  );
  await assert.rejects(openWorkspace(folder, { vintages: ['gone'] }), /gone/);
});

test('one change: the whole difference is its effect', async (context) => {
  const { run, open } = await twoVintages(context);
  const cases: readonly (readonly [Partial<AssessOptions>, string])[] = [
    [{ base: 'high-tech' }, 'base'],
    [{ rule: 'paper' }, 'rule'],
    [{ reference: 'district' }, 'reference'],
    [{ alignment: 'un-conversion' }, 'alignment'],
    [{ revision: 3 }, 'list'],
    [{ inEdition: 'HS2012' }, 'edition'],
  ];
  const plain = await run({});
  for (const [options, cause] of cases) {
    const comparison = await compareRuns(compared(plain), compared(await run(options)), open);
    comparisonSchema.parse(comparison);
    assert.deepEqual(
      [...new Set(comparison.data.flatMap((one) => one.causes.map((each) => each.cause)))],
      comparison.data.length === 0 ? [] : [cause],
      cause,
    );
    assert.deepEqual(
      comparison.manifest.changed.map((one) => one.cause),
      [cause],
    );
    for (const one of comparison.data) assert.equal(one.causes[0]?.effect, one.difference);
  }
});

test('several changes: effects of runs made between sum to each difference', async (context) => {
  const { run, open, correct } = await twoVintages(context);
  const before = await run({});
  await correct();
  const after = await run({ base: 'high-tech', alignment: 'un-conversion', rule: 'paper' });
  const comparison = await compareRuns(compared(before), compared(after), open);
  assert.equal(comparison.manifest.attribution, 'stepwise');
  assert.deepEqual(
    comparison.manifest.changed.map((one) => one.cause),
    ['data', 'alignment', 'base', 'rule'],
  );
  let checked = 0;
  for (const one of comparison.data) {
    if (one.difference === null || one.causes.some((cause) => cause.effect === null)) continue;
    const sum = one.causes.reduce((total, cause) => total + (cause.effect ?? 0), 0);
    assert.ok(
      Math.abs(sum - one.difference) <= 1e-9 * Math.max(1, Math.abs(one.difference)),
      `${one.territory} ${one.field}`,
    );
    checked += 1;
  }
  assert.ok(checked > 100);
  // A figure of all exports depends on the data alone.
  const totals = comparison.data.filter((one) => one.field === 'totalValueUsd');
  assert.ok(totals.length > 0);
  for (const one of totals)
    assert.deepEqual(
      one.causes.map((cause) => cause.cause),
      ['data'],
    );
});

test('a rounded copy differs by rounding; without a manifest the cause is not invented', async (context) => {
  const { run, open } = await twoVintages(context);
  const answer = await run({});
  const rounded = answer.data.map((row) => ({
    ...row,
    trajectoryIndex: row.trajectoryIndex === null ? null : Number(row.trajectoryIndex.toFixed(1)),
  }));
  const comparison = await compareRuns(
    compared(answer),
    { name: 'rounded', rows: rounded, manifest: answer.manifest },
    open,
  );
  assert.ok(comparison.data.length > 3);
  assert.deepEqual(
    [...new Set(comparison.data.flatMap((one) => one.causes.map((each) => each.cause)))],
    ['rounding'],
  );
  const foreign = answer.data.map((row) => ({ ...row, totalValueUsd: (row.totalValueUsd ?? 0) * 1.01 }));
  const unknown = await compareRuns(
    compared(answer),
    { name: 'foreign', rows: foreign, manifest: null },
    open,
  );
  assert.ok(unknown.data.some((one) => one.causes[0]?.cause === 'unexplained'));
});

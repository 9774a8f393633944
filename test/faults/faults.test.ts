import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { cleanStore } from '../../src/store/integrity/repairStore.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const full = process.env.TRAJECTA_FAULTS === 'full';
const onWindows = process.platform === 'win32' && 'SIGKILL is of Unix';
const program = join(packageRoot(), 'bin', 'trajecta.mjs');
const preload = join(packageRoot(), 'dist', 'test', 'support', 'faultPreload.js');

interface Job {
  readonly name: string;
  /** Command line, for the workspace given. */
  readonly arguments: (workspace: string, folder: string) => readonly string[];
}

/** Runs the program in a process of its own, to be stopped at a point or after a time. */
function runChild(
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>>,
  killAfter?: number,
): Promise<{ code: number | null; signal: string | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', preload, program, ...arguments_], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TRAJECTA_LANG: 'en', ...environment },
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, err });
    });
  });
}

/** What a workspace tells: its vintages and the exact sums of detail and cube, or that there is none. */
async function stateOf(workspace: string): Promise<string> {
  const manifest = await readManifest(workspace);
  if (manifest === null || manifest.country === null) return 'none';
  const opened = await openWorkspace(workspace);
  try {
    const sums = [];
    for (const relation of ['detail', 'cube_region_product'])
      sums.push(
        await opened.engine.query(
          `SELECT flow, year, region, CAST(sum(value) AS VARCHAR) AS value FROM ${relation} GROUP BY flow, year, region ORDER BY flow, year, region`,
        ),
      );
    assert.deepEqual(sums[1], sums[0], 'cube and detail');
    const vintages = manifest.vintages.map((one) => `${one.id} ${one.replacedBy}`);
    return JSON.stringify([vintages, manifest.classifications.map((one) => one.path), sums[0]]);
  } finally {
    await opened.close();
  }
}

interface Prepared {
  readonly folder: string;
  /** Workspace before the job; jobs work on copies. */
  readonly before: string;
}

async function prepare(context: TestContext): Promise<Prepared> {
  const folder = await temporaryFolder(context);
  const { heading, rows } = randomUnload(11, 120);
  const file = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, name), [heading, ...lines].join('\n'));
  await file('a.csv', rows);
  await file(
    'b.csv',
    rows.map((row) => row.replace(/\/(\d{4});/, (_all, year: string) => `/${Number(year) - 10};`)),
  );
  await file(
    'c.csv',
    rows.map((row) => row.replace(/;1;0;/, ';2;0;')),
  );
  await file('part.csv', rows.filter((row) => row.includes('/2019;')).slice(0, 20));
  await file(
    'old.csv',
    rows.map((row) => row.replace(/\/(\d{4});/, '/2005;')),
  );
  await file(
    'new.csv',
    rows.slice(0, 50).map((row) => row.replace(/\/(\d{4});/, '/2005;')),
  );
  await writeFile(join(folder, 'names.csv'), 'KOD;NAME\n8542311000;Процессоры\n');
  const before = join(folder, 'before');
  await importFts(before, join(folder, 'a.csv'));
  const old = (await importFts(before, join(folder, 'old.csv'))).data[0]?.vintage ?? '';
  await importFts(before, join(folder, 'new.csv'), { replaces: old, whole: true });
  return { folder, before };
}

const vintageOf = async (workspace: string) => (await readManifest(workspace))?.vintages[0]?.id ?? '';

async function jobsOf({ folder, before }: Prepared): Promise<readonly Job[]> {
  const first = await vintageOf(before);
  const at = (name: string) => join(folder, name);
  return [
    { name: 'import', arguments: (workspace) => ['import', 'fts', at('b.csv'), '-w', workspace] },
    {
      name: 'correction',
      arguments: (workspace) => [
        'import',
        'fts',
        at('c.csv'),
        '-w',
        workspace,
        '--replaces',
        first,
        '--whole',
      ],
    },
    {
      name: 'correction of a part',
      arguments: (workspace) => ['import', 'fts', at('part.csv'), '-w', workspace, '--replaces', first],
    },
    {
      name: 'classification',
      arguments: (workspace) => ['classifications', 'import', at('names.csv'), '-w', workspace],
    },
    { name: 'pruning', arguments: (workspace) => ['vintages', 'prune', '-w', workspace] },
    { name: 'cleaning', arguments: (workspace) => ['check', '--only', 'store', '--clean', '-w', workspace] },
  ];
}

/** Fault points of a job: all of them, or some spread over it. */
function points(count: number, some: number): readonly number[] {
  if (full || count <= some) return Array.from({ length: count }, (_, place) => place + 1);
  return Array.from({ length: some }, (_, place) => 1 + Math.round((place * (count - 1)) / (some - 1)));
}

async function requireSound(workspace: string, accepted: readonly string[], what: string): Promise<void> {
  const store = await checkStore(workspace);
  assert.deepEqual(store.problems, [], what);
  assert.ok(accepted.includes(await stateOf(workspace)), `${what}: neither the state before nor after`);
}

test('killed at any point, or out of space at any point: the state before or after, sound; done again it is after', {
  skip: onWindows,
}, async (context) => {
  const prepared = await prepare(context);
  const { folder, before } = prepared;
  const stateBefore = await stateOf(before);
  let tried = 0;
  let killed = 0;
  const brief = ['import', 'correction of a part', 'pruning'];
  for (const job of (await jobsOf(prepared)).filter((one) => full || brief.includes(one.name))) {
    const counted = join(folder, 'count');
    const done = join(folder, 'done');
    await cp(before, done, { recursive: true });
    const whole = await runChild(job.arguments(done, folder), {
      TRAJECTA_FAULT: 'count',
      TRAJECTA_FAULT_COUNT: counted,
    });
    assert.equal(whole.code, 0, `${job.name}: ${whole.err}`);
    const stateAfter = await stateOf(done);
    const count = Number(await readFile(counted, 'utf8'));
    assert.ok(count > 3, `${job.name}: ${count} points`);
    for (const kind of ['kill', 'full'] as const) {
      for (const point of points(count, kind === 'kill' ? 2 : 1)) {
        const what = `${job.name}, ${kind} at ${point} of ${count}`;
        const workspace = join(folder, 'w');
        await rm(workspace, { recursive: true, force: true });
        await cp(before, workspace, { recursive: true });
        const stopped = await runChild(job.arguments(workspace, folder), {
          TRAJECTA_FAULT: `${kind}:${point}`,
        });
        tried += 1;
        if (kind === 'kill' && stopped.signal === 'SIGKILL') killed += 1;
        // With no space left the program says so, unless it had nothing more to write.
        if (kind === 'full')
          assert.ok([0, 8].includes(stopped.code ?? -1), `${what}: ${stopped.code} ${stopped.err}`);
        await requireSound(workspace, [stateBefore, stateAfter], what);
        if (!full && kind === 'full') continue;
        const again = await runChild(job.arguments(workspace, folder), {});
        const isDone = again.code === 0 || (job.name.startsWith('correction') && again.code === 2);
        assert.ok(isDone, `${what}, again: ${again.code} ${again.err}`);
        await requireSound(workspace, [stateAfter], `${what}, again`);
        assert.deepEqual((await cleanStore(workspace)).orphans, [], what);
      }
    }
    await rm(done, { recursive: true, force: true });
  }
  context.diagnostic(`${tried} faults, ${killed} kills`);
  assert.ok(killed >= (full ? 100 : 6), `${killed} kills`);
});

test('killed at random moments, while others read: readers see one of the two states', {
  skip: onWindows,
}, async (context) => {
  const prepared = await prepare(context);
  const { folder, before } = prepared;
  const stateBefore = await stateOf(before);
  const [job] = await jobsOf(prepared);
  assert.ok(job !== undefined);
  const done = join(folder, 'done');
  await cp(before, done, { recursive: true });
  const started = Date.now();
  await runChild(job.arguments(done, folder), {});
  const lasts = Date.now() - started;
  const stateAfter = await stateOf(done);
  for (let round = 0; round < (full ? 100 : 1); round += 1) {
    const workspace = join(folder, 'w');
    await rm(workspace, { recursive: true, force: true });
    await cp(before, workspace, { recursive: true });
    // Moments spread evenly over the run, and a little beyond it.
    const moment = ((round + 0.5) / (full ? 100 : 1)) * lasts * 1.1;
    const child = runChild(job.arguments(workspace, folder), {}, moment);
    assert.ok([stateBefore, stateAfter].includes(await stateOf(workspace)), `a reader, ${round}`);
    await child;
    await requireSound(workspace, [stateBefore, stateAfter], `killed after ${Math.round(moment)} ms`);
  }
});

test('a folder that cannot be written to is named, and stays as it was', {
  skip: onWindows || (process.getuid?.() === 0 && 'root may write anywhere'),
}, async (context) => {
  const { folder, before } = await prepare(context);
  const state = await stateOf(before);
  const { chmod } = await import('node:fs/promises');
  await mkdir(join(before, 'detail'), { recursive: true });
  await chmod(before, 0o555);
  const stopped = await runChild(['import', 'fts', join(folder, 'b.csv'), '-w', before], {});
  await chmod(before, 0o755);
  assert.equal(stopped.code, 8, stopped.err);
  assert.equal(await stateOf(before), state);
});

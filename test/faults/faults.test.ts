import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { checkStore } from '../../src/store/integrity/checkStore.ts';
import { cleanStore } from '../../src/store/integrity/repairStore.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { type FaultJob, faultJobs } from '../support/faultJobs.ts';
import { randomOf, randomUnload } from '../support/randomUnload.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const full = process.env.TRAJECTA_FAULTS === 'full';
/** Of the full form: only this job. */
const only = process.env.TRAJECTA_FAULT_JOB;
/** Only so many kills at random moments, told by the seed. */
const random = Number(process.env.TRAJECTA_FAULT_RANDOM ?? 0);
const seed = Number(process.env.TRAJECTA_FAULT_SEED ?? 1);
const onWindows = process.platform === 'win32' && 'SIGKILL is of Unix';
const program = join(packageRoot(), 'bin', 'trajecta.mjs');
const preload = join(packageRoot(), 'dist', 'test', 'support', 'faultPreload.js');

/** Runs the program in a process of its own, to be stopped at a point or after a time. */
function runChild(
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>>,
  killAfter?: number,
  user?: number,
): Promise<{ code: number | null; signal: string | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', preload, program, ...arguments_], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
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

/**
 * What a workspace tells: its vintages, the exact sums of detail and cube now and in each earlier state, and what check
 * finds wrong with it; 'none' where there is none.
 */
async function stateOf(workspace: string): Promise<string> {
  const manifest = await readManifest(workspace);
  if (manifest === null || manifest.country === null) return 'none';
  const { problems } = await checkStore(workspace);
  const vintages = manifest.vintages.map((one) => `${one.id} ${one.replacedBy}`);
  const files = manifest.classifications.map((one) => one.path);
  if (problems.length > 0) return JSON.stringify([vintages, files, problems]);
  const sums = [];
  for (const state of [...manifest.vintages.keys()].map((place) => String(place + 1)))
    sums.push(await sumsOf(workspace, state));
  return JSON.stringify([vintages, files, sums]);
}

async function sumsOf(workspace: string, asOf: string): Promise<unknown> {
  const opened = await openWorkspace(workspace, { asOf });
  try {
    const [detail, cube] = ['detail', 'cube_region_product'].map((relation) =>
      opened.engine.query(
        `SELECT flow, year, region, CAST(sum(value) AS VARCHAR) AS value FROM ${relation} GROUP BY flow, year, region ORDER BY flow, year, region`,
      ),
    );
    const sums = await detail;
    assert.deepEqual(await cube, sums, `cube and detail as of ${asOf}`);
    return sums;
  } finally {
    await opened.close();
  }
}

/** Is this a workspace of which a part of what was damaged is mended, and nothing else is wrong? */
function isPartlyMended(state: string, before: string): boolean {
  if (!before.includes('"part-changed"')) return false;
  const [now, then] = [JSON.parse(state), JSON.parse(before)] as [string, string, { path: string }[]][];
  const damaged = new Set((then?.[2] ?? []).map((one) => one.path));
  return (
    JSON.stringify(now?.slice(0, 2)) === JSON.stringify(then?.slice(0, 2)) &&
    (now?.[2] ?? []).every((one) => damaged.has(one.path))
  );
}

/** Where a job is stopped: at each of its points, or, in short, at the first of each kind that it names. */
async function faultsOf(job: FaultJob, folder: string): Promise<readonly string[]> {
  if (!full)
    return (['kill', 'full'] as const).flatMap((fault) => job.brief[fault].map((kind) => `${fault}:${kind}`));
  const [counted, done] = [join(folder, 'count'), join(folder, 'done')];
  await cp(job.before, done, { recursive: true });
  await runChild(job.arguments(done), { TRAJECTA_FAULT: 'count', TRAJECTA_FAULT_COUNT: counted });
  const kinds = (await readFile(counted, 'utf8')).split('\n');
  return ['kill', 'full'].flatMap((fault) => kinds.map((_kind, place) => `${fault}:${place + 1}`));
}

/** Tries a job with each fault: how many faults there were, and how many of them ended the process. */
async function tryJob(job: FaultJob, context: TestContext): Promise<{ tried: number; killed: number }> {
  const folder = await temporaryFolder(context);
  const stateBefore = await stateOf(job.before);
  const [faults, left] = [await faultsOf(job, folder), new Map<string, string>()];
  const done = { tried: 0, killed: 0 };
  let stateAfter: string | null = null;
  const tryFault = async (fault: string, workspace: string): Promise<void> => {
    const what = `${job.name}, ${fault}`;
    await rm(workspace, { recursive: true, force: true });
    await cp(job.before, workspace, { recursive: true });
    const stopped = await runChild(job.arguments(workspace), { TRAJECTA_FAULT: fault });
    const isKill = fault.startsWith('kill');
    if (isKill && stopped.signal === 'SIGKILL') done.killed += 1;
    // With no space left the program says so, unless it had nothing more to write.
    if (isKill) assert.ok(full || stopped.signal === 'SIGKILL', `${what}: no such point`);
    else assert.ok([0, 8].includes(stopped.code ?? -1), `${what}: ${stopped.code} ${stopped.err}`);
    left.set(what, await stateOf(workspace));
    done.tried += 1;
    if (full && done.tried % 25 === 0)
      console.error(`# ${job.name}: ${done.tried} of ${faults.length} faults`);
    if (!full && stateAfter !== null) return;
    const again = await runChild(job.arguments(workspace), {});
    const isDone = again.code === 0 || (job.name.startsWith('correction') && again.code === 2);
    assert.ok(isDone, `${what}, again: ${again.code} ${again.err}`);
    const state = await stateOf(workspace);
    stateAfter ??= state;
    assert.equal(state, stateAfter, `${what}, again`);
    assert.deepEqual((await cleanStore(workspace)).orphans, [], what);
  };
  // In full each processor tries faults of its own, in a workspace of its own.
  const waiting = [...faults];
  const worker = async (place: number): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift())
      await tryFault(fault, join(folder, `w${place}`));
  };
  await Promise.all(Array.from({ length: full ? availableParallelism() : 1 }, (_, place) => worker(place)));
  assert.ok(stateAfter !== null && !String(stateAfter).includes('"part-changed"'), job.name);
  for (const [what, state] of left)
    assert.ok(
      state === stateBefore || state === stateAfter || isPartlyMended(state, stateBefore),
      `${what}: neither the state before nor after: ${state}`,
    );
  if (full) console.error(`# ${job.name}: ${done.tried} faults, ${done.killed} kills`);
  return done;
}

test('killed at any point, or out of space at any point: the state before or after, sound; done again it is after', {
  skip: onWindows,
}, async (context) => {
  let [tried, killed] = [0, 0];
  for (const job of await faultJobs(context)) {
    const isBrief = job.brief.kill.length + job.brief.full.length > 0;
    if (full ? only !== undefined && only !== job.name : !isBrief) continue;
    const found = await tryJob(job, context);
    tried += found.tried;
    killed += found.killed;
  }
  context.diagnostic(`${tried} faults, ${killed} kills`);
  // A job alone may have few points.
  const fewest = !full ? 8 : only === undefined ? 200 : 1;
  assert.ok(killed >= fewest, `${killed} kills`);
});

test('killed at random moments, while others read: readers see one of the two states', {
  skip: onWindows || (random === 0 && (!full || only !== undefined) && 'in the full form only'),
}, async (context) => {
  const [job] = await faultJobs(context);
  const folder = await temporaryFolder(context);
  const stateBefore = await stateOf(job.before);
  const done = join(folder, 'done');
  await cp(job.before, done, { recursive: true });
  const started = Date.now();
  await runChild(job.arguments(done), {});
  const lasts = Date.now() - started;
  const stateAfter = await stateOf(done);
  const rounds = random || 100;
  const chance = randomOf(seed);
  const ends = { before: 0, after: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const workspace = join(folder, 'w');
    await rm(workspace, { recursive: true, force: true });
    await cp(job.before, workspace, { recursive: true });
    // Moments spread evenly over the run, or at random, and a little beyond it.
    const moment = (random > 0 ? chance() : (round + 0.5) / rounds) * lasts * 1.1;
    const child = runChild(job.arguments(workspace), {}, moment);
    assert.ok([stateBefore, stateAfter].includes(await stateOf(workspace)), `a reader, ${round}`);
    await child;
    const state = await stateOf(workspace);
    assert.ok([stateBefore, stateAfter].includes(state), `killed after ${Math.round(moment)} ms: ${state}`);
    ends[state === stateBefore ? 'before' : 'after'] += 1;
    if ((round + 1) % 25 === 0) console.error(`# random moments: ${round + 1} of ${rounds}`);
  }
  console.error(
    `# ${rounds} kills at ${random > 0 ? `random moments (seed ${seed})` : 'moments'}: ${ends.before} in the state before, ${ends.after} after`,
  );
});

test('a disk that is really full: the import says so, the state before is whole; with room again it goes on', {
  skip: process.platform !== 'linux' && 'a file system of a fixed size is mounted on Linux only',
}, async (context) => {
  const folder = await temporaryFolder(context);
  const disk = join(folder, 'disk');
  await mkdir(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status !== 0)
    return context.skip('mounting a small disk needs root');
  try {
    await fillUp(folder, disk);
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});

/** Imports into a small disk with less and less room left. */
async function fillUp(folder: string, disk: string): Promise<void> {
  const { heading, rows } = randomUnload(5, 200);
  const file = join(folder, 'small.csv');
  await writeFile(file, [heading, ...rows].join('\n'));
  const workspace = join(disk, 'w');
  const first = await runChild(['import', 'fts', file, '-w', workspace], {});
  assert.equal(first.code, 0, first.err);
  const before = await stateOf(workspace);
  const other = join(folder, 'other.csv');
  const earlier = rows.map((row) =>
    row.replace(/\/(\d{4});/, (_all, year: string) => `/${Number(year) - 8};`),
  );
  await writeFile(other, [heading, ...earlier].join('\n'));
  // Room for less and less, down to nothing: somewhere in between each kind of write fails.
  const sizes = full ? [0, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512] : [32];
  let refused = 0;
  for (const left of sizes) {
    spawnSync('sh', [
      '-c',
      'dd if=/dev/zero of="$0" bs=4096 2>/dev/null; truncate -s -"$1" "$0"',
      join(disk, 'ballast'),
      `${left}K`,
    ]);
    const stopped = await runChild(['import', 'fts', other, '-w', workspace], {});
    await rm(join(disk, 'ballast'), { force: true });
    if (stopped.code === 0) break;
    assert.equal(stopped.code, 8, `${left} KiB left: ${stopped.err}`);
    assert.match(stopped.err, /no space left on the disk/);
    assert.equal(await stateOf(workspace), before, `${left} KiB left`);
    refused += 1;
  }
  assert.ok(refused > 0);
  const again = await runChild(['import', 'fts', other, '-w', workspace], {});
  assert.equal(again.code, 0, again.err);
  const { sound, vintages } = await checkStore(workspace);
  assert.deepEqual([sound, vintages], [true, 2]);
}

test('a folder that cannot be written to is named, and stays as it was', {
  skip: onWindows,
}, async (context) => {
  const [job] = await faultJobs(context);
  const state = await stateOf(job.before);
  // Root may write anywhere: the program runs as nobody then, to whom folder and files are given.
  const user = process.getuid?.() === 0 ? 65534 : undefined;
  if (user !== undefined) {
    const reads = ['-e', `require('node:fs').readFileSync(${JSON.stringify(program)})`];
    if (spawnSync(process.execPath, reads, { uid: user, gid: user }).status !== 0)
      return context.skip('another user than root cannot read the program');
    await chmod(dirname(job.before), 0o755);
    for (const name of ['.', ...(await readdir(job.before, { recursive: true }))])
      await chown(join(job.before, name), user, user);
  }
  await chmod(job.before, 0o555);
  const stopped = await runChild(job.arguments(job.before), {}, undefined, user);
  await chmod(job.before, 0o755);
  assert.equal(stopped.code, 8, stopped.err);
  assert.equal(await stateOf(job.before), state);
});

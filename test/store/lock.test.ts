import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { withWriterLock } from '../../src/store/lock.ts';
import { processStart } from '../../src/store/processStart.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const isLocked = (error: unknown) => error instanceof TrajectaError && error.code === 'workspace-locked';
const notOnWindows = process.platform === 'win32' && 'the system does not tell when a process started';

async function lockedBy(folder: string, holder: object | string): Promise<void> {
  await writeFile(join(folder, 'writer.lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));
}

/** A process that does nothing until the test ends. */
async function idleProcess(context: TestContext): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  context.after(() => child.kill('SIGKILL'));
  return child.pid ?? 0;
}

test('a live writer is named; its lock is gone when it ends; nothing else is left', async (context) => {
  const folder = await temporaryFolder(context);
  const found = await withWriterLock(folder, async () => {
    await assert.rejects(
      withWriterLock(folder, async () => 0),
      (error: unknown) => isLocked(error) && (error as Error).message.includes(String(process.pid)),
    );
    return JSON.parse(await readFile(join(folder, 'writer.lock'), 'utf8')) as {
      pid: number;
      started: string | null;
    };
  });
  assert.equal(found.pid, process.pid);
  assert.equal(found.started, await processStart(process.pid));
  assert.deepEqual(await readdir(folder), []);
});

test('the id of a dead writer, given to another process since, does not hold the lock', {
  skip: notOnWindows,
}, async (context) => {
  const folder = await temporaryFolder(context);
  const pid = await idleProcess(context);
  await lockedBy(folder, { pid, host: hostname(), started: 'some other time' });
  assert.equal(await withWriterLock(folder, async () => 'mine'), 'mine');
  await lockedBy(folder, { pid, host: hostname(), started: await processStart(pid) });
  await assert.rejects(
    withWriterLock(folder, async () => 0),
    isLocked,
  );
  // Of another machine: nothing can be known of it.
  await lockedBy(folder, { pid: 2 ** 22 + 1, host: 'elsewhere', started: null });
  await assert.rejects(
    withWriterLock(folder, async () => 0),
    isLocked,
  );
});

test('a lock without a holder is being written, or was left behind ten seconds ago', async (context) => {
  const folder = await temporaryFolder(context);
  await lockedBy(folder, '');
  await assert.rejects(
    withWriterLock(folder, async () => 0),
    isLocked,
  );
  const past = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'writer.lock'), past, past);
  assert.equal(await withWriterLock(folder, async () => 'mine'), 'mine');
});

test('of many that find an abandoned lock at once never two are writers together', async (context) => {
  const folder = await temporaryFolder(context);
  await lockedBy(folder, { pid: 2 ** 22 + 1, host: hostname(), started: null });
  let inside = 0;
  let most = 0;
  let served = 0;
  const one = async (): Promise<void> => {
    for (;;) {
      try {
        await withWriterLock(folder, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setTimeout(resolve, 2));
          inside -= 1;
          served += 1;
        });
        return;
      } catch (error) {
        if (!isLocked(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 5));
      }
    }
  };
  await Promise.all(Array.from({ length: 12 }, one));
  assert.deepEqual([most, served], [1, 12]);
  assert.deepEqual(await readdir(folder), []);
});

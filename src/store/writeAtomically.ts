import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Writes a file so that a reader sees the old content or the new one, never a part: new file, flushed, renamed. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const draft = `${path}.draft-${process.pid}`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await renameWithRetry(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** On Windows a rename fails with EPERM while a virus scanner or a reader holds the target: tried again for a second. */
export async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (attempt === 10 || (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES')) throw error;
      await pause(20 * attempt);
    }
  }
}

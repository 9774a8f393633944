import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When a process started, as the system tells it: with its id it names one process for good, while an id alone is
 * given again to another. null where there is no such process, or the system does not tell.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    const [text, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    // Behind the name in brackets: field 3 is the state, field 22 the start in ticks since the boot.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    // A killed process answers signals until its parent has taken note of its end.
    return ticks === undefined || state === 'Z' || state === 'X' ? null : `${boot.trim()} ${ticks}`;
  }
  if (process.platform === 'win32') return null;
  const told = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } }).catch(
    () => null,
  );
  const text = told?.stdout.trim() ?? '';
  return text === '' ? null : text;
}

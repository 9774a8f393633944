// Loaded into a child process before the program (`node --import`): counts what the program does to the world and
// stops it at one point. TRAJECTA_FAULT is `kill:N` (SIGKILL before the N-th operation), `full:N` (from the N-th on
// there is no space) or `count`; the number of operations goes to the file TRAJECTA_FAULT_COUNT.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DuckDBConnection } from '@duckdb/node-api';

const [kind = 'count', number = '0'] = (process.env.TRAJECTA_FAULT ?? 'count').split(':');
const at = Number(number);
let operations = 0;

/** A point is passed: the process ends here, or the disk is full from here on. */
function pass(writes: boolean, path: unknown): void {
  operations += 1;
  if (kind === 'kill' && operations === at) process.kill(process.pid, 'SIGKILL');
  if (kind === 'full' && operations >= at && writes) {
    const message = `ENOSPC: no space left on device, write '${String(path)}'`;
    throw Object.assign(new Error(message), { code: 'ENOSPC', path: String(path), syscall: 'write' });
  }
}

type AnyFunction = (...given: unknown[]) => unknown;

const writing = ['writeFile', 'mkdir', 'link', 'copyFile', 'open'];
const table = promises as unknown as Record<string, AnyFunction>;
for (const name of [...writing, 'rename', 'rm', 'rmdir', 'unlink']) {
  const original = table[name];
  if (original === undefined) continue;
  table[name] = async (...given) => {
    const opensToRead = name === 'open' && (given[1] === 'r' || given[1] === undefined);
    pass(writing.includes(name) && !opensToRead, given[0]);
    return original.apply(promises, given);
  };
}
const createWriteStream = fs.createWriteStream;
fs.createWriteStream = ((...given: Parameters<typeof createWriteStream>) => {
  pass(false, given[0]);
  return createWriteStream(...given);
}) as typeof createWriteStream;
syncBuiltinESMExports();

const connection = DuckDBConnection.prototype as unknown as Record<string, AnyFunction>;
for (const name of ['run', 'runAndReadAll']) {
  const original = connection[name];
  if (original === undefined) throw new Error(`DuckDB's connection has no ${name}`);
  connection[name] = function (this: unknown, ...given) {
    pass(String(given[0]).startsWith('COPY'), given[0]);
    return original.apply(this, given);
  };
}

process.on('exit', () => {
  const target = process.env.TRAJECTA_FAULT_COUNT;
  if (target !== undefined) fs.writeFileSync(target, String(operations));
});

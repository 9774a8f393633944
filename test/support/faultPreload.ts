// Loaded into a child process before the program (`node --import`): counts what the program does to the world and
// stops it at one point. TRAJECTA_FAULT is `kill:N` (SIGKILL before the N-th operation, or before the first of a kind,
// e.g. `kill:rename detail draft`), `full:N` (from it on
// there is no space) or `count`: the kind of each operation goes to a line of the file TRAJECTA_FAULT_COUNT.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DuckDBConnection } from '@duckdb/node-api';

const [kind = 'count', number = '0'] = (process.env.TRAJECTA_FAULT ?? 'count').split(':');
const at = Number(number);
let reached = false;
let operations = 0;
const kinds: string[] = [];

/** A point is passed: the process ends here, or the disk is full from here on. */
function pass(name: string, writes: boolean, path: unknown): void {
  operations += 1;
  const operation = `${name} ${kindOf(String(path))}`;
  kinds.push(operation);
  reached ||= operations === at || operation === number;
  if (kind === 'kill' && reached) process.kill(process.pid, 'SIGKILL');
  if (kind === 'full' && reached && writes) {
    const message = `ENOSPC: no space left on device, write '${String(path)}'`;
    throw Object.assign(new Error(message), { code: 'ENOSPC', path: String(path), syscall: 'write' });
  }
}

/** What an operation is done to, without what differs from one time to the next. */
function kindOf(target: string): string {
  const known = [
    'manifest.json',
    'writer.lock',
    'scratch',
    'quarantine',
    'detail',
    'cubes',
    'classifications',
  ];
  const place = known.find((name) => target.includes(name)) ?? '';
  return `${/^[A-Z]+/.exec(target)?.[0] ?? ''} ${place}${target.includes('draft') ? ' draft' : ''}`.trim();
}

type AnyFunction = (...given: unknown[]) => unknown;

const writing = ['writeFile', 'mkdir', 'link', 'copyFile', 'open'];
const table = promises as unknown as Record<string, AnyFunction>;
for (const name of [...writing, 'rename', 'rm', 'rmdir', 'unlink']) {
  const original = table[name];
  if (original === undefined) continue;
  table[name] = async (...given) => {
    const opensToRead = name === 'open' && (given[1] === 'r' || given[1] === undefined);
    pass(name, writing.includes(name) && !opensToRead, given[0]);
    return original.apply(promises, given);
  };
}
const createWriteStream = fs.createWriteStream;
fs.createWriteStream = ((...given: Parameters<typeof createWriteStream>) => {
  pass('createWriteStream', false, given[0]);
  return createWriteStream(...given);
}) as typeof createWriteStream;
syncBuiltinESMExports();

const connection = DuckDBConnection.prototype as unknown as Record<string, AnyFunction>;
for (const name of ['run', 'runAndReadAll']) {
  const original = connection[name];
  if (original === undefined) throw new Error(`DuckDB's connection has no ${name}`);
  connection[name] = function (this: unknown, ...given) {
    // A question changes nothing on the disk: to stop before it is to stop before what comes next.
    if (!/^\s*(?:COPY|INSERT|CREATE TABLE)/.test(String(given[0]))) return original.apply(this, given);
    pass('sql', String(given[0]).startsWith('COPY'), given[0]);
    return original.apply(this, given);
  };
}

process.on('exit', () => {
  const target = process.env.TRAJECTA_FAULT_COUNT;
  if (target !== undefined) fs.writeFileSync(target, kinds.join('\n'));
});

// The store's benchmark: made-up rows, imported and asked, beside hand-written DuckDB on the same files. Writes its rows
// of docs/performance.md, or with --json prints what it found; --page writes the page anew from results.json.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { memorySetting } from '../../src/store/memory.ts';
import { measureStore } from './measureStore.ts';
import { keepResult, writePage } from './results.ts';

const usage =
  'Usage: npm run bench:store -- --rows N (a whole number from 1000) [--json] [--folder DIR] [--memory 4GB] [--keep] | --page';
const { values: given } = parseArgs({
  options: {
    rows: { type: 'string' },
    json: { type: 'boolean', default: false },
    folder: { type: 'string' },
    memory: { type: 'string' },
    keep: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});

async function measure(rows: number): Promise<void> {
  if (!Number.isInteger(rows) || rows < 1000) throw new Error(usage);
  const memory = memorySetting(given.memory);
  // A folder that was kept has its made-up files: the next run of the same size takes them.
  const folder =
    given.folder === undefined
      ? mkdtempSync(join(tmpdir(), 'trajecta-bench-'))
      : join(given.folder, `rows-${rows}`);
  mkdirSync(folder, { recursive: true });
  try {
    const result = await measureStore({ rows, memory, folder, workspace: join(folder, 'workspace') });
    console.log(given.json ? JSON.stringify(result, null, 1) : keepResult(result));
  } finally {
    if (given.keep) console.error(`Kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

if (given.page) console.log(writePage());
else await measure(Number(given.rows));

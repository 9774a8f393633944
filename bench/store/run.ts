// The store's benchmark: made-up rows, imported and asked, beside hand-written DuckDB on the same files. Writes its rows
// of docs/performance.md, or with --json prints what it found.
// Usage: npm run bench:store -- --rows N [--json] [--folder DIR] [--memory 4GB] [--keep]
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { memorySetting } from '../../src/store/memory.ts';
import { median } from './measured.ts';
import { type Form, keepResult, type StoreResult } from './results.ts';
import type { Answer, TaskName, TaskSettings } from './tasks.ts';

const { values: given } = parseArgs({
  options: {
    rows: { type: 'string' },
    json: { type: 'boolean', default: false },
    folder: { type: 'string' },
    memory: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const rows = Number(given.rows);
if (!Number.isInteger(rows) || rows < 1000)
  throw new Error(
    'Usage: npm run bench:store -- --rows N (a whole number from 1000) [--json] [--folder DIR] [--memory 4GB] [--keep]',
  );
const memory = memorySetting(given.memory);
// A folder that was kept has its made-up files: the next run of the same size takes them.
const folder =
  given.folder === undefined
    ? mkdtempSync(join(tmpdir(), 'trajecta-bench-'))
    : join(given.folder, `rows-${rows}`);
mkdirSync(folder, { recursive: true });
const workspace = join(folder, 'workspace');

function side<Name extends TaskName>(name: Name, changed: Partial<TaskSettings> = {}): Answer<Name> {
  console.error(`… ${name} ${(changed.files ?? []).join(' ')}`.trimEnd());
  const settings: TaskSettings = { rows, folder, memory, workspace, files: [], ...changed };
  const run = spawnSync(
    process.execPath,
    [join(dirname(fileURLToPath(import.meta.url)), 'side.js'), name, JSON.stringify(settings)],
    { encoding: 'utf8', maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (run.status !== 0) throw new Error(`${name}: exit code ${run.status}`);
  return JSON.parse(run.stdout) as Answer<Name>;
}

/** The first file in other forms, imported into a workspace of its own. */
async function otherForms(csv: string, parquet: string | undefined): Promise<readonly Form[]> {
  const windows = join(folder, 'windows-1251.csv');
  const packed = join(folder, 'rows.csv.gz');
  await pipeline(
    createReadStream(csv),
    iconv.decodeStream('utf8'),
    iconv.encodeStream('win1251'),
    createWriteStream(windows),
  );
  await pipeline(createReadStream(csv), createGzip({ level: 1 }), createWriteStream(packed));
  const forms = [
    { name: 'windows-1251', file: windows },
    { name: 'gz', file: packed },
    ...(parquet === undefined ? [] : [{ name: 'Parquet', file: parquet }]),
  ];
  return forms.map(({ name, file }) => {
    const other = join(folder, 'other');
    const { import: taken, peakRssMb } = side('imported', { files: [file], workspace: other });
    rmSync(other, { recursive: true });
    rmSync(file);
    return { name, ...taken, peakRssMb };
  });
}

try {
  const made = side('generated');
  const copy = side('copied', { files: made.csv });
  rmSync(join(folder, 'copy.parquet'));
  const ours = side('imported', { files: made.csv });
  const cubes = side('cubesCopied');
  if (JSON.stringify(cubes.written) !== JSON.stringify(copy.written))
    throw new Error(`The sides wrote different things: ${JSON.stringify([cubes.written, copy.written])}`);
  const opening = Array.from({ length: 7 }, () => side('opened').open);
  const asked = side('questions');
  const byHand = side('questionsByHand');
  const [csv] = made.csv;
  const forms = rows <= 10_000_000 && csv !== undefined ? await otherForms(csv, made.parquet[0]) : [];
  const result: StoreResult = {
    rows,
    memory,
    csvBytes: made.csv.reduce((sum, file) => sum + statSync(file).size, 0),
    files: made.csv.length,
    cardinalities: made.cardinalities,
    import: { ...ours.import, peakRssMb: ours.peakRssMb },
    copy: { ...copy.copy, peakRssMb: copy.peakRssMb },
    cubes: ours.cubes,
    cubesByHand: cubes.copy,
    forms,
    open: median(opening),
    assessFirstMs: asked.assess.firstMs,
    asked: {
      assess: asked.assess.warm,
      largest: asked.largest.warm,
      composition: asked.composition.warm,
      trajectory: asked.trajectory.warm,
    },
    byHand: {
      assess: byHand.assess.warm,
      largest: byHand.largest.warm,
      trajectory: byHand.trajectory.warm,
    },
  };
  if (given.json) console.log(JSON.stringify(result, null, 1));
  else console.log(keepResult(result));
} finally {
  if (given.keep) console.error(`Kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

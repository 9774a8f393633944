import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { median } from './measured.ts';
import type { Form, StoreResult } from './results.ts';
import type { Answer, TaskName, TaskSettings } from './tasks.ts';

type Where = Pick<TaskSettings, 'rows' | 'memory' | 'folder' | 'workspace'>;

function side<Name extends TaskName>(
  where: Where,
  name: Name,
  changed: Partial<TaskSettings> = {},
): Answer<Name> {
  console.error(`… ${name} ${(changed.files ?? []).join(' ')}`.trimEnd());
  const settings: TaskSettings = { ...where, files: [], ...changed };
  const run = spawnSync(
    process.execPath,
    [join(dirname(fileURLToPath(import.meta.url)), 'side.js'), name, JSON.stringify(settings)],
    { encoding: 'utf8', maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (run.status !== 0) throw new Error(`${name}: exit code ${run.status}`);
  return JSON.parse(run.stdout) as Answer<Name>;
}

/** The first file in other forms, imported into a workspace of its own. */
async function otherForms(where: Where, csv: string, parquet: string | undefined): Promise<readonly Form[]> {
  const windows = join(where.folder, 'windows-1251.csv');
  const packed = join(where.folder, 'rows.csv.gz');
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
    const other = join(where.folder, 'other');
    const { import: taken, peakRssMb } = side(where, 'imported', { files: [file], workspace: other });
    rmSync(other, { recursive: true });
    rmSync(file);
    return { name, ...taken, peakRssMb };
  });
}

/** Makes the files and measures both sides, each step in a process of its own. */
export async function measureStore(where: Where): Promise<StoreResult> {
  const { rows, memory } = where;
  const made = side(where, 'generated');
  const copy = side(where, 'copied', { files: made.csv });
  const ours = side(where, 'imported', { files: made.csv });
  const cubes = side(where, 'cubesCopied');
  if (JSON.stringify(cubes.written) !== JSON.stringify(copy.written))
    throw new Error(`The sides wrote different things: ${JSON.stringify([cubes.written, copy.written])}`);
  const opening = Array.from({ length: 7 }, () => side(where, 'opened').open);
  const asked = side(where, 'questions');
  const byHand = side(where, 'questionsByHand');
  const [csv] = made.csv;
  const forms = rows <= 10_000_000 && csv !== undefined ? await otherForms(where, csv, made.parquet[0]) : [];
  return {
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
}

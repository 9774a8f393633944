import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportStep } from '../../src/api/imports.ts';
import { assess } from '../../src/assess/assess.ts';
import { composition } from '../../src/assess/profile/composition.ts';
import { trajectory } from '../../src/assess/trajectory/trajectory.ts';
import { highTechnologyCodes } from '../../src/classifications/highTechnologyAlignment.ts';
import { loadSegmentSystem } from '../../src/classifications/segmentSystems.ts';
import type { TwoLanguages } from '../../src/domain/territory.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { cubeKinds } from '../../src/store/cubes.ts';
import { openDuckdb } from '../../src/store/duckdb.ts';
import { type PartKind, readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { literal } from '../../src/store/queries/literal.ts';
import { productSums } from '../../src/store/queries/productSums.ts';
import { type Generated, generate, years } from './generate.ts';
import { copyCsv, copyCube, largestProducts, segmentByYear, yearByRegion } from './handWritten.ts';
import { add, asked, type Measured, stopwatch } from './measured.ts';

/** What a side is told: where things are, and the memory that both sides may take. */
export interface TaskSettings {
  readonly rows: number;
  readonly folder: string;
  readonly memory: number;
  readonly files: readonly string[];
  readonly workspace: string;
}

/** Rows and exact value of what was written: both sides must have written the same. */
export interface Written {
  readonly rows: number;
  readonly value: string;
}

const nothing: Measured = { ms: 0, cpuMs: 0 };
const year = 2019;
const runs = 7;
/** The first of them has most rows of the made-up data. */
const regions = ['RU-AD', 'RU-BA', 'RU-BU', 'RU-AL', 'RU-DA', 'RU-MOW', 'RU-SPE', 'RU-MOS'];

async function database(settings: TaskSettings) {
  return openDuckdb({ memory: settings.memory, temporaryFolder: join(settings.folder, 'spill') });
}

async function partsOf(workspace: string, kind: PartKind): Promise<readonly string[]> {
  const manifest = await readManifest(workspace);
  return (manifest?.parts ?? [])
    .filter((part) => part.kind === kind)
    .map((part) => join(workspace, part.path));
}

async function writtenIn(settings: TaskSettings, files: readonly string[]): Promise<Written> {
  const engine = await database(settings);
  const [row] = await engine.query(
    `SELECT count(*) AS rows, CAST(sum(value) AS VARCHAR) AS value FROM read_parquet([${files.map(literal).join(', ')}], hive_partitioning = false)`,
  );
  await engine.close();
  return { rows: Number(row?.rows), value: String(row?.value) };
}

/** Makes the files, or takes those of a run before that kept them. */
async function generated(settings: TaskSettings): Promise<Generated> {
  const note = join(settings.folder, 'generated.json');
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Generated;
  const engine = await database(settings);
  const made = await generate(engine, settings.folder, settings.rows, {
    seed: 1,
    parquet: settings.rows <= 10_000_000,
  });
  await engine.close();
  writeFileSync(note, JSON.stringify(made));
  return made;
}

/** Our import of the files, one after the other, with the time of the cubes apart. */
async function imported(settings: TaskSettings) {
  rmSync(settings.workspace, { recursive: true, force: true });
  const read = stopwatch();
  let stage: ImportStep['stage'] = 'texts';
  let rows: Measured = nothing;
  let cubes: Measured = nothing;
  const end = () => {
    if (stage === 'cubes') cubes = add(cubes, read());
    else rows = add(rows, read());
  };
  const effects = {
    progress: (_text: TwoLanguages, step?: ImportStep) => {
      if (step === undefined || step.stage === stage) return;
      end();
      stage = step.stage;
    },
  };
  for (const file of settings.files)
    await importFts(settings.workspace, file, { memory: settings.memory }, effects);
  end();
  return { import: rows, cubes, peakRssMb: peakRssMb() };
}

/** The same by hand: one statement for each file. */
async function copied(settings: TaskSettings) {
  const targets = settings.files.map((_, place) => join(settings.folder, `copy-${place}.parquet`));
  const engine = await database(settings);
  const read = stopwatch();
  for (const [place, file] of settings.files.entries()) await engine.run(copyCsv([file], targets[place]!));
  const copy = read();
  await engine.close();
  const written = await writtenIn(settings, targets);
  for (const target of targets) rmSync(target);
  return { copy, peakRssMb: peakRssMb(), written };
}

/** The cubes by hand, from the detail files of the workspace. */
async function cubesCopied(settings: TaskSettings) {
  const detail = await partsOf(settings.workspace, 'detail');
  const target = join(settings.folder, 'cube.parquet');
  const engine = await database(settings);
  const read = stopwatch();
  for (const kind of cubeKinds) await engine.run(copyCube(kind, detail, highTechnologyCodes(), target));
  const copy = read();
  await engine.close();
  rmSync(target);
  return { copy, peakRssMb: peakRssMb(), written: await writtenIn(settings, detail) };
}

/** Opening: in a process that has opened none yet. */
async function opened(settings: TaskSettings) {
  const read = stopwatch();
  const workspace = await openWorkspace(settings.workspace);
  const open = read();
  await workspace.close();
  return { open };
}

/** Each run asks of another year, region or segment: an answer that is kept would not tell what asking takes. */
async function questions(settings: TaskSettings) {
  const workspace = await openWorkspace(settings.workspace);
  const nine = await loadSegmentSystem('nine');
  const period = (run: number) => String(years[run % years.length]);
  const answers = {
    assess: await asked(runs, (run) => assess(workspace, { period: period(run) })),
    largest: await asked(runs, async (run) => {
      const rows = await workspace.engine.query(productSums(largestQuestion(regions[run]!)));
      return [...rows].sort((a, b) => Number(b.value_usd) - Number(a.value_usd)).slice(0, 20);
    }),
    composition: await asked(runs, (run) =>
      composition(workspace, { territory: regions[run]!, period: String(year) }),
    ),
    trajectory: await asked(runs, (run) => {
      const segments = { ...nine, id: `one-${run}`, segments: nine.segments.slice(run, run + 1) };
      return trajectory(workspace, {}, { segments });
    }),
  };
  await workspace.close();
  return { ...answers, peakRssMb: peakRssMb() };
}

function largestQuestion(region: string) {
  const period = { fromYear: year, toYear: year, months: null };
  return {
    flow: 'export',
    period,
    reExports: 'exclude',
    regions: [region],
    by: ['hs6'],
    codes: null,
  } as const;
}

/** The sums behind the same questions by hand, over the cube files. */
async function questionsByHand(settings: TaskSettings) {
  const exports = (await partsOf(settings.workspace, 'cube_region_product')).filter((path) =>
    path.includes('flow=export'),
  );
  const ofYear = (of: number) => exports.filter((path) => path.includes(`year=${of}`));
  const engine = await database(settings);
  const codes = highTechnologyCodes();
  const answers = {
    assess: await asked(runs, (run) => engine.query(yearByRegion(ofYear(years[run % years.length]!), codes))),
    largest: await asked(runs, (run) => engine.query(largestProducts(ofYear(year), regions[run]!))),
    trajectory: await asked(runs, (run) =>
      engine.query(segmentByYear(exports, codes.slice(40 * run, 40 * (run + 1)))),
    ),
  };
  await engine.close();
  return { ...answers, peakRssMb: peakRssMb() };
}

function peakRssMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** Each is run in a process of its own (side.ts). */
export const tasks = {
  generated,
  imported,
  copied,
  cubesCopied,
  opened,
  questions,
  questionsByHand,
};
export type TaskName = keyof typeof tasks;
export type Answer<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

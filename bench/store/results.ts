import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { writeSection } from '../section.ts';
import { copyCsv, copyCube, largestProducts, segmentByYear, yearByRegion } from './handWritten.ts';
import type { Measured } from './measured.ts';

type Taken = Measured & { readonly peakRssMb: number };
export type Form = Taken & { readonly name: string };

/** What one run of the benchmark has found; times in milliseconds. */
export interface StoreResult {
  readonly rows: number;
  readonly memory: number;
  readonly csvBytes: number;
  readonly files: number;
  readonly cardinalities: Readonly<Record<string, number>>;
  /** Ours without the cubes, and the hand-written COPY. */
  readonly import: Taken;
  readonly copy: Taken;
  readonly cubes: Measured;
  readonly cubesByHand: Measured;
  readonly forms: readonly Form[];
  readonly open: Measured;
  /** The first of all questions in its process. */
  readonly assessFirstMs: number;
  readonly asked: Readonly<Record<'assess' | 'largest' | 'composition' | 'trajectory', Measured>>;
  readonly byHand: Readonly<Record<'assess' | 'largest' | 'trajectory', Measured>>;
}

/** All runs that the page tells of: one for each number of rows and setting of memory, the newest. */
const file = () => join(packageRoot(), 'bench', 'store', 'results.json');

function known(): readonly StoreResult[] {
  return existsSync(file()) ? JSON.parse(readFileSync(file(), 'utf8')) : [];
}

/** Puts a result in the place of an earlier one of the same size and memory, and writes the page. */
export function keepResult(result: StoreResult): string {
  const results = [
    ...known().filter((one) => one.rows !== result.rows || one.memory !== result.memory),
    result,
  ].sort((a, b) => a.rows - b.rows || b.memory - a.memory);
  writeFileSync(file(), `${JSON.stringify(results, null, 2)}\n`);
  return writePage();
}

/** Writes the section of the page from the results kept, and answers it. */
export function writePage(): string {
  const text = sectionOf(known());
  writeSection('store', text);
  return text;
}

const millions = (rows: number) => `${rows / 1e6} M`;
const gigabytes = (bytes: number) => `${Math.round(bytes / 1e8) / 10} GB`;
const seconds = (ms: number) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1);
const pair = ({ ms, cpuMs }: Measured) => `${seconds(ms)} / ${seconds(cpuMs)}`;
const times = (ours: Measured, theirs: Measured) =>
  `${(ours.ms / theirs.ms).toFixed(2)} / ${(ours.cpuMs / theirs.cpuMs).toFixed(2)}`;
const whole = (ms: number) => String(Math.round(ms));
const milliseconds = ({ ms, cpuMs }: Measured) => `${whole(ms)} / ${whole(cpuMs)}`;
const table = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function sectionOf(results: readonly StoreResult[]): string {
  const last = results.at(-1)!;
  const size = (one: StoreResult) => [millions(one.rows), gigabytes(one.memory)];
  const imports = table(
    [
      'rows',
      'memory',
      'CSV',
      'import, s',
      'hand-written COPY, s',
      'ratio',
      'peak MB, ours / by hand',
      'cubes, s',
      'cubes by hand, s',
      'rows a second',
    ],
    results.map((one) => [
      ...size(one),
      `${gigabytes(one.csvBytes)} in ${one.files}`,
      pair(one.import),
      pair(one.copy),
      times(one.import, one.copy),
      `${whole(one.import.peakRssMb)} / ${whole(one.copy.peakRssMb)}`,
      pair(one.cubes),
      pair(one.cubesByHand),
      whole((1000 * one.rows) / (one.import.ms + one.cubes.ms)),
    ]),
  );
  const forms = table(
    ['rows', 'form', 'import, s', 'of UTF-8 CSV', 'peak MB'],
    results.flatMap((one) =>
      one.forms.map((form) => [
        millions(one.rows),
        form.name,
        pair(form),
        times(form, one.import),
        whole(form.peakRssMb),
      ]),
    ),
  );
  const questions = table(
    [
      'rows',
      'memory',
      'opening',
      'assessment of a year',
      'by hand',
      '20 products of a region and year',
      'by hand',
      'composition of a region and year',
      'regions × 10 years, a segment',
      'by hand',
    ],
    results.map((one) => [
      ...size(one),
      milliseconds(one.open),
      `${milliseconds(one.asked.assess)} (first ${whole(one.assessFirstMs)})`,
      milliseconds(one.byHand.assess),
      milliseconds(one.asked.largest),
      milliseconds(one.byHand.largest),
      milliseconds(one.asked.composition),
      milliseconds(one.asked.trajectory),
      milliseconds(one.byHand.trajectory),
    ]),
  );
  const growth = table(
    ['rows', 'import, µs of processor a row', 'COPY, µs', 'cubes, µs'],
    results.map((one) => [
      `${millions(one.rows)} (${gigabytes(one.memory)})`,
      ...[one.import, one.copy, one.cubes].map(({ cpuMs }) => ((1000 * cpuMs) / one.rows).toFixed(2)),
    ]),
  );
  const cardinalities = Object.entries(last.cardinalities)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
  const sql = [
    copyCsv(['ROWS.csv'], 'DETAIL.parquet'),
    copyCube('cube_region_product', ['DETAIL.parquet'], [], 'CUBE.parquet'),
    yearByRegion(['CUBE-OF-A-YEAR.parquet'], ['CODES']),
    largestProducts(['CUBE-OF-A-YEAR.parquet'], 'REGION'),
    segmentByYear(['CUBES.parquet'], ['CODES']),
  ];
  return `Written by \`npm run bench:store -- --rows N\` (Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors; each side in a process of its own). Made-up rows, seeded and skewed (\`bench/store/generate.ts\`): ${cardinalities}. Both sides have the same memory (the share of the setting that the importer gives to DuckDB), threads, types, order, compression and row groups, and must have written the same rows and sum. Times are wall clock / processor: the machine may be shared, so the second is the steadier. Ours decodes and judges every row, names regions, partners and units, keeps accounts, findings, checksums, and reads back what it has written.

### Import

${imports}

The import without cubes is what is compared; by hand it is one statement for each file. Cubes by hand are three statements over the detail, without small cubes, files by year, checksums and sums read back. Beside it, other forms of the same file:

${forms}

### Questions, milliseconds of wall clock / processor

${questions}

Opening: in a process that has opened none. The rest in a running process, median of seven after the first, each of another year, region or segment; files are in the cache of the system. By hand: the sums behind the question alone, over the same cube files, without lists, bounds, verdicts, findings. All regions over ten years is \`trajectory\` with one segment.

### How cost grows

${growth}

<details><summary>The hand-written SQL</summary>

\`\`\`sql
${sql.join(';\n\n')};
\`\`\`

</details>
`;
}

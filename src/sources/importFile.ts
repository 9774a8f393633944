import { createHash } from 'node:crypto';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportReport } from '../api/importReport.ts';
import { canonicalJson } from '../domain/canonicalJson.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { isDiskFull } from '../files/diskFull.ts';
import type { InputSettings, ReadableTable } from '../files/inputSettings.ts';
import { type Input, openInput } from '../files/openInput.ts';
import { fileKind } from '../files/unpack.ts';
import { causeOf } from '../files/unreadable.ts';
import { type DuckdbEngine, openDuckdb } from '../store/duckdb.ts';
import { damagedParts, mendVintage } from '../store/integrity/mendVintage.ts';
import { withWriterLock } from '../store/lock.ts';
import {
  type Part,
  readManifest,
  type Vintage,
  type WorkspaceManifest,
  writeManifest,
} from '../store/manifest.ts';
import { vintagesInForce } from '../store/openWorkspace.ts';
import { literal } from '../store/queries/literal.ts';
import { pathLiteral } from '../store/queries/pathLiteral.ts';
import { detailOf, type FlowYear, saveCubes, saveVintage } from '../store/saveVintage.ts';
import { withSmallCubes } from '../store/smallCubes.ts';
import { type Slice, supersededOf } from '../store/supersededSlices.ts';
import { vintageReport } from '../store/vintageReport.ts';
import { makeCells } from './accountCells.ts';
import { accountsOf, requireSomethingKept } from './accountsOf.ts';
import type { MarkEvidence } from './decimalMark.ts';
import {
  type Replacement,
  replacedInPart,
  replacedVintage,
  replacementOf,
  requireNoOverlap,
  requireSameCountry,
} from './importChecks.ts';
import { importFindings } from './importFindings.ts';
import type { ImportEffects, ImportOptions } from './importOptions.ts';
import type { ImportPlan } from './importPlan.ts';
import { type ImportProgress, importProgress } from './importProgress.ts';
import { judgeRows } from './judgeRows.ts';
import { valueType } from './numberText.ts';
import { partnerCodeFindings } from './partnerCodeFindings.ts';
import { quarantineQuery } from './quarantineQuery.ts';
import { requireKnownCodes } from './requireKnownCodes.ts';
import { resolveTexts } from './resolveTexts.ts';
import { type StagedRows, stageRows } from './stageRows.ts';
import { storedRows } from './storedRows.ts';

/** A file as a source sees it before it says what its columns mean. */
export interface OpenedFile {
  readonly columns: readonly string[];
  readonly table: ReadableTable;
  /** File within the archive, or null. */
  readonly member: string | null;
}

/** What a source knows of its files. */
export interface ImportSource {
  /** What the user set instead of leaving it to be detected. */
  readonly settings: InputSettings;
  /** Does a row name the columns that the source needs? */
  isHeading(cells: readonly string[]): boolean;
  plan(file: OpenedFile): Promise<ImportPlan>;
  /** Rows of what a JSON file holds; left out where the source has no JSON. */
  jsonRows?(json: unknown): readonly Readonly<Record<string, unknown>>[];
}

/**
 * Takes one file into a workspace (made where there is none) as one vintage. Visible at once by the replacement of
 * the manifest, or not at all. The same file with the same settings again changes nothing.
 */
export async function importFile(
  folder: string,
  path: string,
  source: ImportSource,
  options: ImportOptions = {},
  effects: ImportEffects = { progress: () => undefined },
): Promise<ImportReport> {
  await fileKind(path);
  const made = await mkdir(folder, { recursive: true });
  try {
    return await withWriterLock(folder, () => importLocked(folder, path, source, options, effects));
  } finally {
    // A workspace that the import made and left empty goes with it.
    if (made !== undefined) await rmdir(folder).catch(() => undefined);
  }
}

async function importLocked(
  folder: string,
  path: string,
  source: ImportSource,
  options: ImportOptions,
  effects: ImportEffects,
): Promise<ImportReport> {
  const before = await stat(path);
  const name = options.name ?? basename(path);
  const watch = importProgress(effects, name, before.size);
  const stored = await readManifest(folder);
  const scratch = join(folder, 'scratch');
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(scratch, { recursive: true });
  const engine = await openDuckdb({
    database: join(scratch, 'rows.duckdb'),
    temporaryFolder: join(scratch, 'spill'),
    ...(options.memory === undefined ? {} : { memory: options.memory }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  try {
    const input = await openInput(
      path,
      scratch,
      source.settings,
      (cells) => source.isHeading(cells),
      source.jsonRows?.bind(source),
    );
    const columns = await columnsOf(engine, path, input.table);
    const { member } = input.detected;
    const plan = await source.plan({
      columns,
      table: input.table,
      member: typeof member === 'string' ? member : null,
    });
    const manifest = stored ?? {
      format: 2 as const,
      country: plan.country,
      territories: null,
      vintages: [],
      parts: [],
      classifications: [],
    };
    requireSameCountry(manifest, plan);
    const id = vintageId(input, plan, source.settings);
    const known = manifest.vintages.find((vintage) => vintage.id === id);
    const damaged = known === undefined ? [] : await damagedParts(engine, folder, manifest, id);
    if (known?.replacedBy === null && damaged.length === 0) return vintageReport(known, true);
    if (damaged.length === 0) replacedVintage(manifest, options);
    const evidence = await judge(engine, plan, input.table, path, watch);
    const file = {
      id: input.sha256.slice(0, 16),
      name,
      bytes: input.bytes,
      sha256: input.sha256,
    };
    const identity = { vintage: id, file: file.id, currency: plan.currency };
    const rowsOf = (slice: FlowYear) => storedRows(identity, slice);
    if (known !== undefined && damaged.length > 0) {
      const source = { rowsOf, quarantine: quarantineQuery };
      return vintageReport(known, true, await mendVintage(engine, folder, manifest, id, damaged, source));
    }
    const accounts = await accountsOf(engine, { file: file.name, vintage: id, currency: plan.currency });
    await requireSomethingKept(engine, accounts);
    await requireKnownCodes(engine, path, plan, options);
    const slices = await slicesOf(engine);
    const coverage = coverageOf(slices);
    const replacement = replacementOf(manifest, slices, options);
    requireNoOverlap(manifest, plan, slices, replacement);
    const findings = [
      ...(await importFindings(engine, { mixedLines: input.mixedLines, evidence })),
      ...(await partnerCodeFindings(engine, plan)),
      ...replacedInPart(replacement),
    ];
    // A vintage that was replaced before and comes again has its files.
    const isStored = known !== undefined;
    watch.storing(accounts.rowsKept);
    const written = isStored
      ? []
      : await saveVintage(
          engine,
          folder,
          id,
          coverage,
          rowsOf,
          accounts.rowsQuarantined > 0 ? quarantineQuery : null,
          (part) => watch.stored(part.rows),
        );
    if (!isStored) await requireAllWritten(engine, written);
    const after = await stat(path);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw fileChanged(path);
    const vintage: Vintage = {
      id,
      source: plan.source,
      synthetic: plan.synthetic,
      replacedBy: null,
      replaces: replacement.replaced?.id ?? null,
      supersedes: [...replacement.supersedes],
      file,
      importedAt: new Date().toISOString(),
      settings: {
        ...plan.settings,
        detected: {
          ...input.detected,
          ...plan.detected,
          decimalMark: plan.decimalMark ?? evidence?.mark ?? '.',
          ...(plan.wide === null ? {} : { wide: plan.wide }),
        },
      },
      accounts,
      coverage,
      findings: findings.map((finding) => ({ ...finding, examples: [...(finding.examples ?? [])] })),
    };
    const next = withVintage(manifest, vintage, replacement, plan, written);
    watch.cubes();
    await writeManifest(folder, await withCubes(engine, folder, next, vintage));
    watch.end();
    return vintageReport(vintage, false);
  } finally {
    watch.stop();
    await engine.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same file with the same settings is the same vintage, on any machine. */
function vintageId(input: Input, plan: ImportPlan, settings: InputSettings): string {
  const { encoding, delimiter, sheet, member, headingRow } = settings;
  const set = Object.entries({ encoding, delimiter, sheet, member, headingRow }).filter(
    ([, value]) => value !== undefined,
  );
  return createHash('sha256')
    .update(`${input.sha256}\n${canonicalJson({ ...plan.settings, ...Object.fromEntries(set) })}`)
    .digest('hex')
    .slice(0, 12);
}

/** Names of a table's columns. */
export async function columnsOf(
  engine: DuckdbEngine,
  path: string,
  table: ReadableTable,
): Promise<readonly string[]> {
  if (table.kind === 'delimited') return table.columns;
  try {
    const columns = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${pathLiteral(table.path)})`);
    return columns.map((column) => String(column.column_name));
  } catch (error) {
    throw new TrajectaError('file-unreadable', {
      ru: `Файл ${path} не читается как Parquet: ${causeOf(error)}`,
      en: `The file ${path} cannot be read as Parquet: ${causeOf(error)}`,
    });
  }
}

/** Reads a file and judges each of its rows: tables `rows`, `judged`, `cells` and the like of the engine. */
export async function judge(
  engine: DuckdbEngine,
  plan: ImportPlan,
  table: ReadableTable,
  path: string,
  watch: ImportProgress,
): Promise<MarkEvidence | null> {
  const numbers = (text: string) => (text === 'value' ? valueType(plan.moneyUnit) : 'DECIMAL(18,4)');
  let staged: StagedRows;
  try {
    staged = await stageRows(engine, plan, table, numbers, (step, work) => watch.reading(engine, step, work));
  } catch (error) {
    if (error instanceof TrajectaError || isDiskFull(error)) throw error;
    throw new TrajectaError('file-unreadable', {
      ru: `Файл ${path} не читается: ${causeOf(error)}. Рабочая область не изменена. Проверьте, что файл целый, и задайте --encoding и --delimiter.`,
      en: `The file ${path} cannot be read: ${causeOf(error)}. The workspace is unchanged. Check that the file is whole, and set --encoding and --delimiter.`,
    });
  }
  watch.judging();
  const meanings = await resolveTexts(engine, plan, staged.texts);
  await judgeRows(engine, plan, staged.texts, meanings);
  await makeCells(engine, plan, staged.oddNumbers);
  return staged.evidence;
}

/** What lies on the disk is what was judged: rows and exact values of the files against the cells. */
async function requireAllWritten(engine: DuckdbEngine, parts: readonly Part[]): Promise<void> {
  const detail = parts.filter((part) => part.kind === 'detail').flatMap((part) => part.holds);
  const values = detail
    .flatMap((held) => held.sums ?? [])
    .map((sum) => `CAST(${literal(sum.value)} AS DECIMAL(38,4))`);
  const rows = detail.reduce((sum, held) => sum + held.rows, 0);
  const found = (
    await engine.query(`SELECT
      (SELECT coalesce(sum(rows), 0) FROM cells WHERE fate = 'kept') + (SELECT count(*) FROM unallocated) = ${rows} AS rows_agree,
      (SELECT coalesce(sum(value), 0) FROM cells WHERE fate = 'kept') + (SELECT coalesce(sum(rest), 0) FROM unallocated) = ${values.length === 0 ? '0' : values.join(' + ')} AS values_agree`)
  )[0];
  if (found?.rows_agree !== true || found.values_agree !== true)
    throw new Error(`What was written is not what was read: ${JSON.stringify({ rows, values, found })}`);
}

/** Every flow, year, month and region that the file holds. */
export async function slicesOf(engine: DuckdbEngine): Promise<readonly Slice[]> {
  const rows = await engine.query(
    `SELECT DISTINCT * FROM (
       SELECT CAST(flow AS VARCHAR) AS flow, year, month, CAST(region AS VARCHAR) AS region FROM cells WHERE fate = 'kept'
       UNION ALL
       SELECT CAST(flow AS VARCHAR), year, month, CAST(region AS VARCHAR) FROM unallocated JOIN judged USING (rid)) held
     ORDER BY flow, year, month, region`,
  );
  return rows.map((row) => ({
    flow: row.flow === 'import' ? 'import' : 'export',
    year: Number(row.year),
    month: Number(row.month),
    region: String(row.region),
  }));
}

function coverageOf(slices: readonly Slice[]): Vintage['coverage'] {
  const years = new Map<string, Vintage['coverage'][number]>();
  for (const { flow, year, month, region } of slices) {
    const known = years.get(`${flow} ${year}`) ?? { flow, year, months: [], regions: [] };
    if (!known.months.includes(month)) known.months.push(month);
    if (!known.regions.includes(region)) known.regions.push(region);
    years.set(`${flow} ${year}`, known);
  }
  for (const { months, regions } of years.values()) {
    months.sort((a, b) => a - b);
    regions.sort();
  }
  return [...years.values()];
}

function withVintage(
  manifest: WorkspaceManifest,
  vintage: Vintage,
  replacement: Replacement,
  plan: ImportPlan,
  parts: readonly Part[],
): WorkspaceManifest {
  const others = manifest.vintages
    .filter((candidate) => candidate.id !== vintage.id)
    .map((candidate) =>
      candidate.id === replacement.replaced?.id && replacement.whole
        ? { ...candidate, replacedBy: vintage.id }
        : candidate,
    );
  const territories = plan.ownTerritories
    ? (structuredClone(plan.territories) as WorkspaceManifest['territories'])
    : manifest.territories;
  return {
    ...manifest,
    country: plan.country,
    territories,
    vintages: [...others, vintage],
    parts: [...manifest.parts, ...parts],
  };
}

/**
 * The cubes of a new vintage, and anew those of years of which it takes the place of a part; and the small cubes that an
 * earlier version has not made.
 */
async function withCubes(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  vintage: Vintage,
): Promise<WorkspaceManifest> {
  const inForce = vintagesInForce(manifest);
  const touched = new Map(
    [
      ...vintage.coverage.map(({ flow, year }) => ({ vintage: vintage.id, flow, year })),
      ...vintage.supersedes.map(({ vintage: other, flow, year }) => ({ vintage: other, flow, year })),
    ].map((one) => [JSON.stringify(one), one] as const),
  );
  const parts: Part[] = [];
  for (const { vintage: id, flow, year } of touched.values()) {
    if (!inForce.some((one) => one.id === id)) continue;
    const detail = detailOf(manifest, id, { flow, year });
    parts.push(...(await saveCubes(engine, folder, id, { flow, year }, detail, supersededOf(id, inForce))));
  }
  const paths = new Set(parts.map((part) => part.path));
  const stored = manifest.parts.filter((part) => !paths.has(part.path));
  return withSmallCubes(engine, folder, { ...manifest, parts: [...stored, ...parts] });
}

function fileChanged(path: string): TrajectaError {
  return new TrajectaError('file-changed', {
    ru: `Файл ${path} изменился во время чтения. Рабочая область не изменена; повторите импорт.`,
    en: `The file ${path} changed while it was read. The workspace is unchanged; import it again.`,
  });
}

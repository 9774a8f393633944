import { createHash } from 'node:crypto';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportReport } from '../api/importReport.ts';
import { canonicalJson } from '../domain/canonicalJson.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { InputSettings, ReadableTable } from '../files/inputSettings.ts';
import { type Input, openInput } from '../files/openInput.ts';
import { fileKind } from '../files/unpack.ts';
import { causeOf } from '../files/unreadable.ts';
import { type DuckdbEngine, openDuckdb } from '../store/duckdb.ts';
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
import { detailOf, saveCubes, saveVintage } from '../store/saveVintage.ts';
import { type Slice, supersededOf } from '../store/supersededSlices.ts';
import { accountsOf, requireSomethingKept } from './accountsOf.ts';
import { decimalMarkOf, type MarkEvidence } from './decimalMark.ts';
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
import { judgeRows } from './judgeRows.ts';
import { readRows } from './readRows.ts';
import { requireKnownCodes } from './requireKnownCodes.ts';
import { resolveTexts } from './resolveTexts.ts';
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
}

const quarantineQuery = `SELECT row_number,
    CASE problem WHEN 'unknown-flow' THEN 'flow' WHEN 'bad-period' THEN 'period' WHEN 'bad-code' THEN 'line'
      WHEN 'bad-value' THEN 'value' WHEN 'negative-value' THEN 'value' ELSE '' END AS "column",
    CASE problem WHEN 'unknown-flow' THEN flow_text WHEN 'bad-period' THEN period_text WHEN 'bad-code' THEN line_text
      WHEN 'bad-value' THEN value_text WHEN 'negative-value' THEN value_text WHEN 'too-many-fields' THEN overflow ELSE raw_text END AS "text",
    problem AS reason, value
  FROM judged WHERE fate = 'quarantined' ORDER BY row_number`;

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
  const size = Math.ceil(before.size / 1e6);
  effects.progress({
    ru: `Читаю ${basename(path)}: ${size} МБ`,
    en: `Reading ${basename(path)}: ${size} MB`,
  });
  const stored = await readManifest(folder);
  const scratch = join(folder, 'scratch');
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(scratch, { recursive: true });
  const engine = await openDuckdb({ temporaryFolder: join(scratch, 'spill') });
  try {
    const input = await openInput(path, scratch, source.settings, (cells) => source.isHeading(cells));
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
    const known = vintagesInForce(manifest).find((vintage) => vintage.id === id);
    if (known !== undefined) return reportOf(known, true);
    replacedVintage(manifest, options);
    const evidence = await judge(engine, plan, input.table, path, effects);
    const file = {
      id: input.sha256.slice(0, 16),
      name: basename(path),
      bytes: input.bytes,
      sha256: input.sha256,
    };
    const accounts = await accountsOf(engine, { file: file.name, vintage: id, currency: plan.currency });
    await requireSomethingKept(engine, accounts);
    await requireKnownCodes(engine, path, plan, options);
    await engine.run(`CREATE TEMP TABLE stored AS ${storedRows(id, file.id, plan.currency)}`);
    const slices = await slicesOf(engine);
    const coverage = coverageOf(slices);
    const replacement = replacementOf(manifest, slices, options);
    requireNoOverlap(manifest, plan, slices, replacement);
    effects.progress({
      ru: `Сохраняю строк: ${accounts.rowsKept}`,
      en: `Storing rows: ${accounts.rowsKept}`,
    });
    const findings = [
      ...(await importFindings(engine, { mixedLines: input.mixedLines, evidence })),
      ...replacedInPart(replacement),
    ];
    // A vintage that was replaced before and comes again has its files.
    const isStored = manifest.vintages.some((vintage) => vintage.id === id);
    const written = isStored ? [] : await saveVintage(engine, folder, id, coverage, quarantineQuery);
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
    await writeManifest(folder, await withCubes(engine, folder, next, vintage));
    return reportOf(vintage, false);
  } finally {
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
    const columns = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${literal(table.path)})`);
    return columns.map((column) => String(column.column_name));
  } catch (error) {
    throw new TrajectaError('file-unreadable', {
      ru: `Файл ${path} не читается как Parquet: ${causeOf(error)}`,
      en: `The file ${path} cannot be read as Parquet: ${causeOf(error)}`,
    });
  }
}

async function judge(
  engine: DuckdbEngine,
  plan: ImportPlan,
  table: ReadableTable,
  path: string,
  effects: ImportEffects,
): Promise<MarkEvidence | null> {
  try {
    await readRows(engine, plan, table);
  } catch (error) {
    throw new TrajectaError('file-unreadable', {
      ru: `Файл ${path} не читается: ${causeOf(error)}. Рабочая область не изменена. Проверьте, что файл целый, и задайте --encoding и --delimiter.`,
      en: `The file ${path} cannot be read: ${causeOf(error)}. The workspace is unchanged. Check that the file is whole, and set --encoding and --delimiter.`,
    });
  }
  effects.progress({ ru: 'Проверяю строки', en: 'Checking rows' });
  const evidence = plan.decimalMark === null ? await decimalMarkOf(engine) : null;
  await resolveTexts(engine, plan);
  await judgeRows(engine, plan, plan.decimalMark ?? evidence?.mark ?? '.');
  return evidence;
}

/** Every flow, year, month and region that the file holds. */
async function slicesOf(engine: DuckdbEngine): Promise<readonly Slice[]> {
  const rows = await engine.query(
    'SELECT DISTINCT flow, year, month, region FROM stored ORDER BY flow, year, month, region',
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

/** The cubes of a new vintage, and anew those of years of which it takes the place of a part. */
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
  return { ...manifest, parts: [...manifest.parts.filter((part) => !paths.has(part.path)), ...parts] };
}

function reportOf(vintage: Vintage, alreadyStored: boolean): ImportReport {
  return {
    data: [vintage.accounts],
    findings: vintage.findings,
    manifest: {
      settings: vintage.settings,
      alreadyStored,
      replaces: vintage.replaces,
      sha256: vintage.file.sha256,
      coverage: vintage.coverage,
    },
  };
}

function fileChanged(path: string): TrajectaError {
  return new TrajectaError('file-changed', {
    ru: `Файл ${path} изменился во время чтения. Рабочая область не изменена; повторите импорт.`,
    en: `The file ${path} changed while it was read. The workspace is unchanged; import it again.`,
  });
}

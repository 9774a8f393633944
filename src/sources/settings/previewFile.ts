import { mkdir, rm } from 'node:fs/promises';
import type { ImportSettings, ImportSourceName } from '../../api/importSettings.ts';
import type { ImportPreview } from '../../api/imports.ts';
import type { ColumnMeaning } from '../../domain/columnMeanings.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { InputSettings } from '../../files/inputSettings.ts';
import { openInput } from '../../files/openInput.ts';
import { tablesOfZip } from '../../files/unpack.ts';
import { type DuckdbEngine, openDuckdb } from '../../store/duckdb.ts';
import type { WorkspaceManifest } from '../../store/manifest.ts';
import { recogniseColumns } from '../columnNames.ts';
import { isComexstat } from '../comexstat/importComexstat.ts';
import { comtradeRecords } from '../comtrade/comtradeJson.ts';
import { isComtrade } from '../comtrade/importComtrade.ts';
import { markEvidence, numberColumns } from '../decimalMark.ts';
import { isFts } from '../fts/importFts.ts';
import { columnsOf } from '../importFile.ts';
import type { ImportOptions } from '../importOptions.ts';
import type { DecimalMark, ImportPlan } from '../importPlan.ts';
import { draft, type MappingDraft, profilesOf } from '../table/suggestMapping.ts';
import { isWdi } from '../wdi/isWdi.ts';
import { indicatorRecords, previewIndicators } from '../wdi/previewIndicators.ts';
import { isDescription } from '../wdi/readIndicators.ts';
import { sampleBytes, sampleOf } from './sampleOf.ts';
import { type NamedFile, sourceBySettings } from './sourceBySettings.ts';
import { trialOf } from './trialOf.ts';

const shownRows = 20;
const shownExamples = 6;
const longestText = 200;

type Columns = Readonly<Partial<Record<ColumnMeaning, string>>>;

/**
 * What an import by these settings would make of a file: the first rows as read, what was told from the file, which
 * column is taken for what, what would be set aside, and why it cannot be imported like this. Only its beginning is
 * read where it is long; `stored` is the workspace that it would go to.
 */
export async function previewFile(
  { path, name, scratch }: NamedFile,
  settings: ImportSettings,
  stored: WorkspaceManifest | null = null,
): Promise<ImportPreview> {
  await mkdir(scratch, { recursive: true });
  const engine = await openDuckdb();
  try {
    const members = await tablesOfZip(path);
    // Of an archive of the World Bank the table, not what describes it.
    const member =
      settings.member ??
      (members.length > 1 ? (members.find((one) => !isDescription(one)) ?? members[0]) : undefined);
    const given = { ...settings, ...(member === undefined ? {} : { member }) };
    const isHeading = (cells: readonly string[]) =>
      isFts(cells, present(settings.columns ?? mappedColumns(settings.mapping), cells)) ||
      isComexstat(cells) ||
      isComtrade(cells) ||
      isWdi(cells) ||
      Object.keys(recogniseColumns(cells)).length >= 3;
    const sample = await sampleOf(path, scratch);
    const input = await openInput(
      sample,
      scratch,
      { ...(given as InputSettings), sampleBytes },
      isHeading,
      (json) => indicatorRecords(name, json) ?? comtradeRecords(name, json),
    );
    const columns = await columnsOf(engine, path, input.table);
    const profiles = await profilesOf(engine, input.table, columns);
    const drafted = draft(profiles, input.detected);
    const source = settings.source ?? sourceOf(columns, settings, drafted);
    const complete: ImportSettings = {
      ...given,
      source,
      ...(source === 'table' ? { mapping: settings.mapping ?? { ...drafted.mapping } } : {}),
    };
    const indicators = source === 'wdi' ? await previewIndicators(path, name, settings) : null;
    const { plan, problem } = await planOf(path, name, complete, {
      columns,
      table: input.table,
      member: member ?? null,
    });
    const meanings = plan?.columns ?? columnsBySettings(source, columns, complete);
    const tried =
      plan === null
        ? { trial: null, problem }
        : await trialOf(
            engine,
            { path, name, table: input.table, plan, isWhole: sample === path && input.isCut !== true },
            stored,
            complete as ImportOptions,
          );
    const rows = await engine.query(`SELECT * FROM sample LIMIT ${shownRows}`);
    const { container, archive, sheet, encoding, delimiter, headingRow } = input.detected;
    return {
      data: {
        source,
        container: String(container),
        archive: textOrNull(archive),
        members: [...members],
        sheets: [...(input.sheets ?? [])],
        member: textOrNull(input.detected.member),
        sheet: textOrNull(sheet),
        encoding: textOrNull(encoding),
        delimiter: textOrNull(delimiter),
        headingRow: Number(headingRow ?? 1),
        decimalMark: await markOf(engine, columns, meanings, plan, settings.decimalMark),
        columns: profiles.map(({ column, texts }) => ({
          name: column,
          meaning: meaningOf(column, meanings),
          examples: texts.slice(0, shownExamples).map(short),
        })),
        rows: rows.map((row) => columns.map((_, index) => short(String(row[`t${index}`] ?? '')))),
        mapping: complete.mapping ?? null,
        flow: plan?.flow ?? null,
        moneyUnit: plan?.moneyUnit ?? null,
        notes: source === 'table' ? drafted.notes.map((note) => ({ ...note })) : [],
        ...tried,
        ...(indicators ?? { series: null }),
      },
      findings: [],
      manifest: { settings: complete },
    };
  } finally {
    await engine.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whose file it is, by its columns; a table of another country's regions is no Russian unload. */
function sourceOf(
  columns: readonly string[],
  settings: ImportSettings,
  drafted: MappingDraft,
): ImportSourceName {
  if (settings.mapping !== undefined) return 'table';
  if (isComexstat(columns)) return 'comexstat';
  if (isComtrade(columns)) return 'comtrade';
  if (isWdi(columns)) return 'wdi';
  const { country, territories } = drafted.mapping;
  const isOfRussia = country === 'RU' || (country === 'ZZ' && territories === undefined);
  return isFts(columns, settings.columns) && isOfRussia ? 'fts' : 'table';
}

async function planOf(
  path: string,
  name: string,
  settings: ImportSettings,
  file: Parameters<ReturnType<typeof sourceBySettings>['plan']>[0],
): Promise<{ plan: ImportPlan | null; problem: ImportPreview['data']['problem'] }> {
  try {
    const { source = 'fts' } = settings;
    if (source === 'wdi') return { plan: null, problem: null };
    return { plan: await sourceBySettings(source, path, name, settings).plan(file), problem: null };
  } catch (error) {
    if (!(error instanceof TrajectaError)) throw error;
    return { plan: null, problem: { code: error.code, message: { ...error.text } } };
  }
}

/** Which column is what, where the settings do not make a whole plan yet. */
function columnsBySettings(
  source: ImportSourceName,
  columns: readonly string[],
  { columns: named, mapping }: ImportSettings,
): Columns {
  if (source === 'table') return mappedColumns(mapping);
  return { ...recogniseColumns(columns), ...named };
}

function mappedColumns(mapping: ImportSettings['mapping']): Columns {
  const { columns } = (mapping ?? {}) as { readonly columns?: Readonly<Record<string, string>> };
  const { netWeight, ...rest } = columns ?? {};
  return { ...rest, ...(netWeight === undefined ? {} : { net_weight: netWeight }) };
}

function present(columns: Columns, cells: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => cells.includes(column)));
}

function meaningOf(column: string, meanings: Columns): ColumnMeaning | null {
  return (Object.entries(meanings).find(([, name]) => name === column)?.[0] ?? null) as ColumnMeaning | null;
}

/** The mark set, else the one that the numbers of the sample prove. */
async function markOf(
  engine: DuckdbEngine,
  columns: readonly string[],
  meanings: Columns,
  plan: ImportPlan | null,
  set: DecimalMark | undefined,
): Promise<DecimalMark | null> {
  const mark = set ?? plan?.decimalMark ?? null;
  if (mark !== null) return mark;
  const numbers = numberColumns.filter((text) => columns.includes(meanings[text] ?? ''));
  if (numbers.length === 0) return null;
  const selected = numbers.map((text) => `t${columns.indexOf(meanings[text] ?? '')} AS ${text}_text`);
  return (await markEvidence(engine, `(SELECT ${selected.join(', ')} FROM sample)`, numbers)).mark;
}

function textOrNull(value: unknown): string | null {
  return value === undefined ? null : String(value);
}

function short(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

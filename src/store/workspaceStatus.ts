import type { WorkspaceStatus } from '../api/workspaceStatus.ts';
import { lastPeriodOf, lastWholeYearOf, missingMonths } from '../domain/yearCoverage.ts';
import { regionNotDisclosed, regionNotStated } from './cube.ts';
import type { SqlRow } from './engine.ts';
import { type Part, partKinds, type Vintage } from './manifest.ts';
import type { OpenWorkspace } from './openWorkspace.ts';
import { regionsByYear, yearSums } from './queries/yearSums.ts';
import { missingSmallCubes } from './smallCubes.ts';
import { stateNumber } from './vintagesAsOf.ts';

type Data = WorkspaceStatus['data'];

/**
 * What a workspace holds in the state that it was opened in: files by kind and vintage, coverage by year, freshness.
 * Sizes are those of the vintages that there were by then.
 */
export async function workspaceStatus(
  workspace: OpenWorkspace,
  asOf = 'now',
  now: () => Date = () => new Date(),
): Promise<WorkspaceStatus> {
  const { manifest, coverage } = workspace;
  const state = stateNumber(manifest, asOf);
  const vintages = manifest.vintages.slice(0, state);
  const ids = new Set(vintages.map((vintage) => vintage.id));
  const parts = manifest.parts.filter((part) => part.holds.some((held) => ids.has(held.vintage)));
  const sums = await workspace.engine.query(yearSums());
  const regions = await workspace.engine.query(regionsByYear());
  const lastImportAt = lastImportOf(vintages);
  return {
    data: {
      country: workspace.country,
      synthetic: workspace.synthetic,
      state,
      states: manifest.vintages.length,
      files: parts.length,
      bytes: bytesOf(parts),
      stored: partKinds.flatMap((kind) => {
        const mine = parts.filter((part) => part.kind === kind);
        return mine.length === 0
          ? []
          : [{ kind, files: mine.length, rows: add(mine.map((part) => part.rows)), bytes: bytesOf(mine) }];
      }),
      vintages: vintages.map((vintage, place) => vintageStatus(workspace, vintage, place, ids)),
      coverage: coverage.map((one) => yearStatus(one, sums, regions)),
      freshness: {
        lastPeriods: (['export', 'import'] as const).flatMap((flow) => {
          const mine = coverage.filter((one) => one.flow === flow);
          const period = lastPeriodOf(mine);
          return period === null ? [] : [{ flow, period, wholeYear: lastWholeYearOf(mine) }];
        }),
        lastImportAt,
        lastImportDays:
          lastImportAt === null
            ? null
            : Math.floor((now().getTime() - Date.parse(lastImportAt)) / 86_400_000),
      },
    },
    findings: [
      ...workspace.importFindings.map(({ examples, ...finding }) => ({
        ...finding,
        ...(examples === undefined ? {} : { examples: [...examples] }),
      })),
      ...smallCubeFinding(missingSmallCubes(manifest).length),
    ],
    manifest: { folder: workspace.folder, vintages: [...workspace.vintages] },
  };
}

function smallCubeFinding(count: number): WorkspaceStatus['findings'] {
  if (count === 0) return [];
  return [
    {
      code: 'small-cubes-missing',
      severity: 'info',
      message: {
        ru: 'Рабочая область создана прежней версией: малых кубов нет, ответы те же, но медленнее. Их построит trajecta compact или следующая загрузка.',
        en: 'The workspace is of an earlier version: it lacks small cubes; answers are the same, but slower. trajecta compact or the next import makes them.',
      },
      count,
    },
  ];
}

/** When the last of some vintages was imported, ISO 8601; null where earlier versions have not recorded it. */
export function lastImportOf(vintages: readonly Vintage[]): string | null {
  return vintages.map((vintage) => vintage.importedAt ?? '').reduce((a, b) => (a > b ? a : b), '') || null;
}

function vintageStatus(
  workspace: OpenWorkspace,
  vintage: Vintage,
  place: number,
  known: ReadonlySet<string>,
): Data['vintages'][number] {
  const { id, accounts, file } = vintage;
  const sizeOf = (test: (part: Part) => boolean) =>
    add(workspace.manifest.parts.filter(test).map((part) => shareOf(part, id)));
  return {
    state: place + 1,
    vintage: id,
    source: vintage.source,
    file: file.name,
    fileBytes: file.bytes,
    importedAt: vintage.importedAt,
    synthetic: vintage.synthetic,
    inForce: workspace.vintages.includes(id),
    replacedBy: vintage.replacedBy !== null && known.has(vintage.replacedBy) ? vintage.replacedBy : null,
    rowsKept: accounts.rowsKept,
    rowsQuarantined: accounts.rowsQuarantined,
    rowsTotalRows: accounts.rowsTotalRows,
    valueKept: accounts.valueKept,
    currency: accounts.currency,
    detailBytes: sizeOf((part) => part.kind === 'detail'),
    cubeBytes: sizeOf((part) => part.kind.startsWith('cube_')),
    quarantineBytes: sizeOf((part) => part.kind === 'quarantine'),
    years: vintage.coverage.map(({ flow, year, months, regions }) => ({
      flow,
      year,
      months: [...months],
      regions: regions.length,
    })),
  };
}

/** Bytes of a file that a vintage takes: all, or of several vintages its share by rows. */
function shareOf(part: Part, vintage: string): number {
  const mine = part.holds.find((held) => held.vintage === vintage);
  if (mine === undefined) return 0;
  return part.holds.length === 1 ? part.bytes : Math.round((part.bytes * mine.rows) / Math.max(1, part.rows));
}

function yearStatus(
  { flow, year, months }: { flow: 'export' | 'import'; year: number; months: readonly number[] },
  sums: readonly SqlRow[],
  regions: readonly SqlRow[],
): Data['coverage'][number] {
  const isMine = (row: SqlRow) => row.flow === flow && row.year === year;
  const mine = sums.filter(isMine);
  const dollars = mine.flatMap((row) => (row.value_usd === null ? [] : [Number(row.value_usd)]));
  return {
    flow,
    year,
    months: [...months],
    missingMonths: [...missingMonths(months)],
    regions: regions.filter(
      (row) => isMine(row) && row.region !== regionNotStated && row.region !== regionNotDisclosed,
    ).length,
    rows: add(mine.map((row) => Number(row.rows))),
    values: mine.map((row) => ({ currency: String(row.currency), value: Number(row.value) })),
    valueUsd: dollars.length === 0 ? null : add(dollars),
    rowsWithoutRate: add(mine.map((row) => Number(row.without_rate))),
  };
}

function bytesOf(parts: readonly Part[]): number {
  return add(parts.map((part) => part.bytes));
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

import { type HsEdition, isHsEdition } from '../domain/edition.ts';
import type { Period } from '../domain/period.ts';
import type { Flow } from '../store/cube.ts';
import type { SqlRow } from '../store/engine.ts';
import { type CodeClasses, classSums } from '../store/queries/classSums.ts';
import { regionSums } from '../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';

/** Dollars of one region and product code (six digits, heading or chapter; '' where the line has none). */
export interface CodeSum {
  readonly year: number;
  /** '': all regions together. */
  readonly region: string;
  readonly edition: HsEdition;
  readonly code: string;
  readonly reExport: boolean;
  readonly valueUsd: number;
}

/** Dollars of one region by what its lines tell. */
export interface StatusSum {
  readonly year: number;
  readonly region: string;
  readonly edition: HsEdition;
  readonly status: string;
  readonly reExport: boolean;
  /** The line has six digits or more. */
  readonly sixDigits: boolean;
  readonly valueUsd: number;
  /** Rows that no exchange rate brings to dollars: they are in no figure. */
  readonly withoutRate: number;
}

/** Where a question takes its sums from. */
export interface SumSource {
  /** Sums by region over everything, split by status, re-export and depth of the code. */
  status(flow: Flow, period: Period): Promise<readonly StatusSum[]>;
  /** Sums by region and code, for the codes asked for (null: all). */
  codes(
    flow: Flow,
    period: Period,
    by: 'hs6' | 'heading' | 'chapter' | 'line',
    codes: readonly string[] | null,
  ): Promise<readonly CodeSum[]>;
  /** Sums by region and class of six-digit code; `code` is the class. */
  classes(flow: Flow, period: Period, classes: CodeClasses): Promise<readonly CodeSum[]>;
}

/** Sums read as they are asked for. */
export function sumsOf(workspace: WorkspaceReader): SumSource {
  return {
    status: (flow, period) => readStatusSums(workspace, flow, period),
    codes: (flow, period, by, codes) => readCodeSums(workspace, flow, period, by, codes),
    classes: (flow, period, classes) => readClassSums(workspace, flow, period, classes, false),
  };
}

/** Sums of all regions together where they are by code. */
export function sumsOfWhole(workspace: WorkspaceReader): SumSource {
  return {
    ...sumsOf(workspace),
    codes: (flow, period, by, codes) => readCodeSums(workspace, flow, period, by, codes, true),
    classes: (flow, period, classes) => readClassSums(workspace, flow, period, classes, true),
  };
}

/**
 * Sums of whole years that are asked for one after the other: read once for all years of the span, the codes once for
 * the years that share their editions and codes.
 */
export function sumsOfSpan(workspace: WorkspaceReader, span: readonly number[]): SumSource {
  const source = sumsOf(workspace);
  const known = new Map<string, Promise<readonly { readonly year: number }[]>>();
  const once = <Sum extends { readonly year: number }>(
    key: readonly unknown[],
    year: number,
    read: () => Promise<readonly Sum[]>,
  ): Promise<readonly Sum[]> => {
    const name = JSON.stringify(key);
    const found = (known.get(name) as Promise<readonly Sum[]> | undefined) ?? read();
    known.set(name, found);
    return found.then((sums) => sums.filter((sum) => sum.year === year));
  };
  const spanOf = (years: readonly number[]): Period => ({
    fromYear: Math.min(...years),
    toYear: Math.max(...years),
    months: null,
  });
  const status = (flow: Flow, period: Period) =>
    once([flow], period.fromYear, () => source.status(flow, spanOf(span)));
  const editionsIn = async (flow: Flow, year: number) =>
    [...new Set((await status(flow, spanOf([year]))).map((sum) => sum.edition))].sort().join(' ');
  /** The years of the same editions, as one span. */
  const alike = async (flow: Flow, editions: string): Promise<Period> => {
    const years: number[] = [];
    for (const year of span) if ((await editionsIn(flow, year)) === editions) years.push(year);
    return spanOf(years);
  };
  return {
    status,
    async codes(flow, period, by, codes) {
      const year = period.fromYear;
      const editions = await editionsIn(flow, year);
      const years = await alike(flow, editions);
      return once([flow, editions, by, codes], year, () => source.codes(flow, years, by, codes));
    },
    async classes(flow, period, classes) {
      const year = period.fromYear;
      const editions = await editionsIn(flow, year);
      const years = await alike(flow, editions);
      const key = [...classes].map(([edition, codes]) => [edition, [...codes]]);
      return once([flow, editions, key], year, () => source.classes(flow, years, classes));
    },
  };
}

/** Sums by region and code, for the codes asked for (null: all). */
export async function readCodeSums(
  workspace: WorkspaceReader,
  flow: Flow,
  period: Period,
  by: 'hs6' | 'heading' | 'chapter' | 'line',
  codes: readonly string[] | null,
  everywhere = false,
): Promise<readonly CodeSum[]> {
  const rows = await workspace.engine.query(
    regionSums({ flow, period, by: ['year', 'edition', by, 're_export'], codes, everywhere }),
  );
  return rows.map((row) => ({
    year: Number(row.year),
    region: everywhere ? '' : String(row.region),
    edition: editionOf(row.edition),
    code: String(row[by] ?? ''),
    reExport: row.re_export === true,
    valueUsd: Number(row.value_usd ?? 0),
  }));
}

async function readClassSums(
  workspace: WorkspaceReader,
  flow: Flow,
  period: Period,
  classes: CodeClasses,
  everywhere: boolean,
): Promise<readonly CodeSum[]> {
  const rows = await workspace.engine.query(classSums({ flow, period, classes, everywhere }));
  return rows.map((row) => ({
    year: Number(row.year),
    region: everywhere ? '' : String(row.region),
    edition: editionOf(row.edition),
    code: String(row.class),
    reExport: row.re_export === true,
    valueUsd: Number(row.value_usd ?? 0),
  }));
}

/** Sums by region over everything, split by status, re-export and depth of the code. */
export async function readStatusSums(
  workspace: WorkspaceReader,
  flow: Flow,
  period: Period,
): Promise<readonly StatusSum[]> {
  const by = ['year', 'edition', 'status', 're_export', 'six_digits'] as const;
  const rows = await workspace.engine.query(regionSums({ flow, period, by, codes: null }));
  const found = new Map<string, { long?: SqlRow; short?: SqlRow }>();
  for (const row of rows) {
    const pair = found.get(keyOf(row)) ?? {};
    pair[Number(row.six_digits) === 1 ? 'long' : 'short'] = row;
    found.set(keyOf(row), pair);
  }
  return [...found.values()].flatMap(({ long, short }) => {
    const row = long ?? short ?? {};
    const sum: StatusSum = {
      year: Number(row.year),
      region: String(row.region),
      edition: editionOf(row.edition),
      status: String(row.status),
      reExport: row.re_export === true,
      sixDigits: true,
      valueUsd: Number(long?.value_usd ?? 0),
      withoutRate: Number(long?.without_rate ?? 0) + Number(short?.without_rate ?? 0),
    };
    const rest = { ...sum, sixDigits: false, valueUsd: Number(short?.value_usd ?? 0), withoutRate: 0 };
    return short === undefined ? [sum] : [sum, rest];
  });
}

function keyOf(row: Readonly<Record<string, unknown>>): string {
  return [row.year, row.region, row.edition, row.status, row.re_export].join('\t');
}

function editionOf(value: unknown): HsEdition {
  const text = String(value);
  if (!isHsEdition(text)) throw new Error(`The store names an unknown edition: ${text}`);
  return text;
}

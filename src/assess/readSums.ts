import { type HsEdition, isHsEdition } from '../domain/edition.ts';
import type { Period } from '../domain/period.ts';
import type { Flow } from '../store/cube.ts';
import { regionSums } from '../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';

/** Dollars of one region and product code (six digits, heading or chapter; '' where the line has none). */
export interface CodeSum {
  readonly year: number;
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

/** Sums by region and code, for the codes asked for (null: all). */
export async function readCodeSums(
  workspace: WorkspaceReader,
  flow: Flow,
  period: Period,
  by: 'hs6' | 'heading' | 'chapter' | 'line',
  codes: readonly string[] | null,
): Promise<readonly CodeSum[]> {
  const rows = await workspace.engine.query(
    regionSums({ flow, period, by: ['year', 'edition', by, 're_export'], codes }),
  );
  return rows.map((row) => ({
    year: Number(row.year),
    region: String(row.region),
    edition: editionOf(row.edition),
    code: String(row[by] ?? ''),
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
  const by = ['year', 'edition', 'status', 're_export'] as const;
  const all = await workspace.engine.query(regionSums({ flow, period, by, codes: null }));
  const short = await workspace.engine.query(regionSums({ flow, period, by, codes: [''] }));
  const shortValue = new Map(short.map((row) => [keyOf(row), Number(row.value_usd ?? 0)]));
  return all.flatMap((row) => {
    const rest = shortValue.get(keyOf(row));
    const sum: StatusSum = {
      year: Number(row.year),
      region: String(row.region),
      edition: editionOf(row.edition),
      status: String(row.status),
      reExport: row.re_export === true,
      sixDigits: true,
      valueUsd: Number(row.value_usd ?? 0) - (rest ?? 0),
      withoutRate: Number(row.without_rate ?? 0),
    };
    return rest === undefined ? [sum] : [sum, { ...sum, sixDigits: false, valueUsd: rest, withoutRate: 0 }];
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

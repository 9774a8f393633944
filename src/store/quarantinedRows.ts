import { join } from 'node:path';
import type { Vintage } from './manifest.ts';
import type { OpenWorkspace } from './openWorkspace.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';

/** A row that could not be used, and why. */
export interface QuarantinedRow {
  readonly file: string;
  readonly vintage: string;
  /** 1 = first row after the heading. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly reason: string;
  /** In the currency of the source; null where it cannot be read. */
  readonly value: number | null;
}

/** Which rows are wanted: of one vintage, for one reason, the first so many; left out: all. */
export interface QuarantineChoice {
  readonly vintage?: string;
  readonly reason?: string;
  readonly limit?: number;
}

/** Quarantined rows of the vintages in force, in file order. */
export async function quarantinedRows(
  workspace: OpenWorkspace,
  { vintage: wanted, reason, limit = Number.POSITIVE_INFINITY }: QuarantineChoice = {},
): Promise<readonly QuarantinedRow[]> {
  const rows: QuarantinedRow[] = [];
  for (const { vintage, path } of quarantines(workspace)) {
    if (wanted !== undefined && wanted !== vintage.id) continue;
    const left = limit - rows.length;
    if (left <= 0) break;
    const where = reason === undefined ? '' : `WHERE reason = ${literal(reason)}`;
    const stored = await workspace.engine.query(
      `SELECT row_number, "column", "text", reason, value FROM ${path} ${where} ORDER BY row_number${Number.isFinite(left) ? ` LIMIT ${left}` : ''}`,
    );
    for (const row of stored) {
      rows.push({
        file: vintage.file.name,
        vintage: vintage.id,
        row: Number(row.row_number),
        column: String(row.column ?? ''),
        text: String(row.text ?? ''),
        reason: String(row.reason),
        value: typeof row.value === 'number' ? row.value : null,
      });
    }
  }
  return rows;
}

/** How many rows are in quarantine, by vintage in force and reason, most first. */
export async function quarantineCounts(
  workspace: OpenWorkspace,
): Promise<readonly { readonly vintage: string; readonly reason: string; readonly rows: number }[]> {
  const counts: { vintage: string; reason: string; rows: number }[] = [];
  for (const { vintage, path } of quarantines(workspace)) {
    const found = await workspace.engine.query(
      `SELECT reason, count(*) AS n FROM ${path} GROUP BY reason ORDER BY n DESC, reason`,
    );
    for (const row of found)
      counts.push({ vintage: vintage.id, reason: String(row.reason), rows: Number(row.n) });
  }
  return counts;
}

/** The files of quarantined rows of the vintages in force, as relations. */
function quarantines(workspace: OpenWorkspace): readonly { vintage: Vintage; path: string }[] {
  return workspace.manifest.vintages
    .filter((vintage) => workspace.vintages.includes(vintage.id))
    .flatMap((vintage) =>
      workspace.manifest.parts
        .filter((part) => part.kind === 'quarantine' && part.holds[0]?.vintage === vintage.id)
        .map((part) => ({
          vintage,
          path: `read_parquet(${pathLiteral(join(workspace.folder, part.path))})`,
        })),
    );
}

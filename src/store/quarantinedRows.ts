import { join } from 'node:path';
import type { OpenWorkspace } from './openWorkspace.ts';
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

/** Quarantined rows of the vintages in force, in file order. */
export async function quarantinedRows(workspace: OpenWorkspace): Promise<readonly QuarantinedRow[]> {
  const rows: QuarantinedRow[] = [];
  for (const vintage of workspace.manifest.vintages.filter((candidate) =>
    workspace.vintages.includes(candidate.id),
  )) {
    for (const part of workspace.manifest.parts.filter(
      (candidate) => candidate.kind === 'quarantine' && candidate.holds[0]?.vintage === vintage.id,
    )) {
      const stored = await workspace.engine.query(
        `SELECT row_number, "column", "text", reason, value FROM read_parquet(${pathLiteral(join(workspace.folder, part.path))}) ORDER BY row_number`,
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
  }
  return rows;
}

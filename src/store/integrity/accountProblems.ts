import { join } from 'node:path';
import type { IntegrityProblem } from '../../api/check.ts';
import type { DuckdbEngine } from '../duckdb.ts';
import { manifestName, type Vintage, type WorkspaceManifest } from '../manifest.ts';
import { pathLiteral } from '../queries/pathLiteral.ts';
import { problem } from './problem.ts';

/**
 * Adds up the detail of a vintage and holds it against the accounts of its import: rows and value kept, of secret
 * codes, unallocated; and the quarantine against the rows and value quarantined.
 */
export async function accountProblems(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  vintage: Vintage,
): Promise<readonly IntegrityProblem[]> {
  const filesOf = (kind: 'detail' | 'quarantine') =>
    manifest.parts
      .filter((part) => part.kind === kind && part.holds.some((held) => held.vintage === vintage.id))
      .map((part) => pathLiteral(join(folder, part.path)));
  const [detail, quarantine] = [filesOf('detail'), filesOf('quarantine')];
  const sums = new Map<string, { rows: number; value: number }>();
  if (detail.length > 0) {
    const rows = await engine.query(
      `SELECT status, count(*) AS rows, coalesce(sum(value), 0) AS value FROM read_parquet([${detail.join(', ')}], hive_partitioning = false) WHERE vintage = '${vintage.id.replaceAll("'", "''")}' GROUP BY status`,
    );
    for (const row of rows)
      sums.set(String(row.status), { rows: Number(row.rows), value: Number(row.value) });
  }
  const of = (...statuses: readonly string[]) => {
    const mine = statuses.map((status) => sums.get(status) ?? { rows: 0, value: 0 });
    return { rows: add(mine.map((one) => one.rows)), value: add(mine.map((one) => one.value)) };
  };
  const refused =
    quarantine.length === 0
      ? { rows: 0, value: 0 }
      : await sumOf(engine, `read_parquet([${quarantine.join(', ')}], hive_partitioning = false)`);
  const { accounts } = vintage;
  const compared: readonly (readonly [name: string, found: number, recorded: number])[] = [
    ['rowsKept', of('product', 'confidential').rows, accounts.rowsKept],
    ['valueKept', of('product', 'confidential').value, accounts.valueKept],
    ['valueConfidential', of('confidential').value, accounts.valueConfidential],
    ['valueUnallocated', of('unallocated').value, accounts.valueUnallocated],
    ['rowsQuarantined', refused.rows, accounts.rowsQuarantined],
    ['valueQuarantined', refused.value, accounts.valueQuarantined],
  ];
  return compared
    .filter(([, found, recorded]) => Math.abs(found - recorded) > 1e-9 * Math.max(1, Math.abs(recorded)))
    .map(([name, found, recorded]) =>
      problem(
        'sums-differ',
        manifestName,
        vintage.id,
        {
          ru: `${vintage.file.name}: ${name} по строкам — ${found}, в манифесте — ${recorded}`,
          en: `${vintage.file.name}: ${name} added up from the rows is ${found}, in the manifest ${recorded}`,
        },
        {
          ru: `Импортируйте ${vintage.file.name} в новую рабочую область и сверьте; манифест верните из копии.`,
          en: `Import ${vintage.file.name} into a new workspace and compare; bring the manifest back from a copy.`,
        },
      ),
    );
}

async function sumOf(engine: DuckdbEngine, relation: string): Promise<{ rows: number; value: number }> {
  const rows = await engine.query(
    `SELECT count(*) AS rows, coalesce(sum(value), 0) AS value FROM ${relation}`,
  );
  return { rows: Number(rows[0]?.rows), value: Number(rows[0]?.value) };
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

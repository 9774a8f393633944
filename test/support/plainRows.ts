import { openDuckdb } from '../../src/store/duckdb.ts';
import { literal } from '../../src/store/queries/literal.ts';

/** Rows of a Parquet file as objects, as they are: for tests that add them up by plain loops. */
export async function plainRows<Row>(path: string, columns: string, where: string): Promise<readonly Row[]> {
  const engine = await openDuckdb();
  try {
    const sql = `SELECT ${columns} FROM read_parquet(${literal(path)}) WHERE ${where}`;
    return (await engine.query(sql)) as readonly unknown[] as readonly Row[];
  } finally {
    await engine.close();
  }
}

/** The rows as CSV text. */
export function csvOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names.join(','), ...rows.map((row) => names.map((name) => String(row[name])).join(','))].join('\n');
}

import { formulaBeginning, formulaWithin } from '../domain/harmlessText.ts';
import type { DuckdbEngine } from './duckdb.ts';
import { literal } from './queries/literal.ts';

/** Writes what a question answers to a file: Parquet by its name, else CSV, in which no text is a formula. */
export async function copyRows(engine: DuckdbEngine, sql: string, path: string): Promise<void> {
  if (/\.parquet$/i.test(path)) {
    await engine.run(`COPY (${sql}) TO ${literal(path)} (FORMAT parquet)`);
    return;
  }
  const columns = await engine.query(`DESCRIBE ${sql}`);
  const cells = columns.map((column) => {
    const name = `"${String(column.column_name).replaceAll('"', '""')}"`;
    return column.column_type === 'VARCHAR'
      ? `regexp_replace(CASE WHEN regexp_matches(${name}, ${literal(formulaBeginning)}) THEN concat('''', ${name}) ELSE ${name} END, ${literal(formulaWithin)}, '\\1''\\2', 'g') AS ${name}`
      : name;
  });
  await engine.run(
    `COPY (SELECT ${cells.join(', ')} FROM (${sql}) answered) TO ${literal(path)} (FORMAT csv, HEADER)`,
  );
}

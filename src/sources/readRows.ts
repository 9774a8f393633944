import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { type Container, type ImportPlan, type RowText, rowTexts } from './importPlan.ts';

/** Columns kept beyond the heading's, so that a row with too many fields is seen as such. */
const overflowColumns = 3;

/**
 * Reads the file into table `raw`: row_number (1 = first data row) and one text column for each of `rowTexts`,
 * '' where the file has no such column; `overflow` is what a row holds beyond the heading. Rows that the reader
 * cannot split at all are in table `broken` (row_number, text).
 */
export async function readRows(
  engine: DuckdbEngine,
  plan: ImportPlan,
  container: Container,
  path: string,
): Promise<void> {
  if (container.kind === 'parquet') await readParquetRows(engine, plan, path);
  else await readDelimitedRows(engine, plan, container, path);
}

async function readParquetRows(engine: DuckdbEngine, plan: ImportPlan, path: string): Promise<void> {
  const relation = `read_parquet(${literal(path)}, file_row_number = true)`;
  const types = new Map<string, string>();
  for (const row of await engine.query(`DESCRIBE SELECT * FROM ${relation}`)) {
    types.set(String(row.column_name), String(row.column_type));
  }
  const selected = rowTexts.map((text) => {
    const column = plan.columns[text];
    return `${column === undefined ? "''" : textOf(column, types.get(column) ?? 'VARCHAR')} AS ${text}_text`;
  });
  await engine.run(
    `CREATE TEMP TABLE raw AS SELECT file_row_number + 1 AS row_number, ${selected.join(', ')}, NULL::VARCHAR AS overflow FROM ${relation}`,
  );
  await engine.run('CREATE TEMP TABLE broken (row_number BIGINT, text VARCHAR)');
}

/** Binary fractions are written out as decimals: their shortest text may hold an exponent. */
function textOf(column: string, type: string): string {
  const name = quoted(column);
  const text =
    type === 'DOUBLE' || type === 'FLOAT'
      ? `CAST(TRY_CAST(${name} AS DECIMAL(38,10)) AS VARCHAR)`
      : `CAST(${name} AS VARCHAR)`;
  return `coalesce(${text}, '')`;
}

async function readDelimitedRows(
  engine: DuckdbEngine,
  plan: ImportPlan,
  container: Extract<Container, { kind: 'delimited' }>,
  path: string,
): Promise<void> {
  const names = container.columns.map((_, index) => `c${index}`);
  const extra = Array.from({ length: overflowColumns }, (_, index) => `x${index}`);
  const columns = [...names, ...extra].map((name) => `${name}: 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = true',
    `delim = ${literal(container.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'null_padding = true',
    'store_rejects = true',
    `columns = {${columns}}`,
  ].join(', ');
  const selected = rowTexts.map((text) => `${textColumn(plan, container, text)} AS ${text}_text`);
  const overflow = extra.map((name) => `nullif(${name}, '')`).join(', ');
  await engine.run(
    `CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS row_number, ${selected.join(', ')}, coalesce(${overflow}) AS overflow
     FROM read_csv(${literal(path)}, ${options})`,
  );
  await engine.run(
    `CREATE TEMP TABLE broken AS
     SELECT CAST(line - 1 AS BIGINT) AS row_number, any_value(csv_line) AS text FROM reject_errors GROUP BY line`,
  );
  await renumberAfterBrokenRows(engine);
}

/** A broken row takes a place in the file too: rows behind it move down by one for each. */
async function renumberAfterBrokenRows(engine: DuckdbEngine): Promise<void> {
  const places = await engine.query('SELECT row_number FROM broken ORDER BY row_number');
  for (const place of places) {
    await engine.run(
      `UPDATE raw SET row_number = row_number + 1 WHERE row_number >= ${Number(place.row_number)}`,
    );
  }
}

function textColumn(
  plan: ImportPlan,
  container: Extract<Container, { kind: 'delimited' }>,
  text: RowText,
): string {
  const column = plan.columns[text];
  if (column === undefined) return "''";
  return `coalesce(trim(c${container.columns.indexOf(column)}), '')`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

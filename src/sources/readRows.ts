import type { ReadableTable } from '../files/inputSettings.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { type ImportPlan, type RowText, rowTexts } from './importPlan.ts';

/** Columns kept beyond the heading's, so that a row with too many fields is seen as such. */
const overflowColumns = 3;

/** Rows as texts: a relation with `row_number` and `overflow`, and the expression of each named column. */
interface TextRows {
  readonly relation: string;
  readonly column: (name: string) => string;
}

/**
 * Reads the file into table `raw`: row_number (1 = first data row) and one text column for each of `rowTexts`,
 * '' where the file has no such column; `overflow` is what a row holds beyond the heading. Rows that the reader
 * cannot split at all are in table `broken` (row_number, text). Of a wide table each cell that is not empty is a row:
 * with k value columns, cell j of row i has the number (i − 1) k + j.
 */
export async function readRows(engine: DuckdbEngine, plan: ImportPlan, table: ReadableTable): Promise<void> {
  const rows = table.kind === 'parquet' ? await parquetRows(engine, table.path) : delimitedRows(table);
  if (plan.wide === null) {
    const selected = rowTexts.map((text) => `${given(plan, rows, text)} AS ${text}_text`).join(', ');
    await engine.run(
      `CREATE TEMP TABLE raw AS SELECT row_number, ${selected}, overflow FROM ${rows.relation}`,
    );
    await keepBrokenRows(engine, table, 'raw', 1);
  } else await readWideRows(engine, plan, table, rows);
  const nothing = rowTexts.map((text) => `${text}_text = ''`).join(' AND ');
  await engine.run(`DELETE FROM raw WHERE ${nothing} AND overflow IS NULL`);
}

async function readWideRows(
  engine: DuckdbEngine,
  plan: ImportPlan,
  table: ReadableTable,
  rows: TextRows,
): Promise<void> {
  const { over, columns } = plan.wide ?? { over: 'period' as RowText, columns: [] };
  const cells = columns.map(([name], index) => `${rows.column(name)} AS v${index}`);
  const fixed = rowTexts.filter((text) => text !== over && text !== 'value');
  const kept = fixed.map((text) => `${given(plan, rows, text)} AS ${text}_text`);
  await engine.run(
    `CREATE TEMP TABLE wide AS SELECT row_number, ${[...kept, ...cells].join(', ')}, overflow FROM ${rows.relation}`,
  );
  await keepBrokenRows(engine, table, 'wide', columns.length);
  const value = `CASE place ${columns.map((_, index) => `WHEN ${index} THEN v${index}`).join(' ')} END`;
  const texts = rowTexts.map((text) =>
    text === over ? `meaning AS ${text}_text` : text === 'value' ? `${value} AS value_text` : `${text}_text`,
  );
  const places = columns.map(([, text], index) => `(${index}, ${literal(text)})`).join(', ');
  await engine.run(
    `CREATE TEMP TABLE raw AS SELECT (row_number - 1) * ${columns.length} + place + 1 AS row_number, ${texts.join(', ')}, overflow
     FROM wide CROSS JOIN (VALUES ${places}) places(place, meaning) WHERE ${value} <> '' ORDER BY row_number`,
  );
}

function given(plan: ImportPlan, rows: TextRows, text: RowText): string {
  const column = plan.columns[text];
  return column === undefined ? "''" : rows.column(column);
}

async function parquetRows(engine: DuckdbEngine, path: string): Promise<TextRows> {
  const relation = `read_parquet(${literal(path)}, file_row_number = true)`;
  const types = new Map<string, string>();
  for (const row of await engine.query(`DESCRIBE SELECT * FROM ${relation}`)) {
    types.set(String(row.column_name), String(row.column_type));
  }
  return {
    relation: `(SELECT *, file_row_number + 1 AS row_number, NULL::VARCHAR AS overflow FROM ${relation})`,
    column: (name) => textOf(name, types.get(name) ?? 'VARCHAR'),
  };
}

/** Binary fractions are written out as decimals: their shortest text may hold an exponent. */
function textOf(column: string, type: string): string {
  const name = `"${column.replaceAll('"', '""')}"`;
  const text =
    type === 'DOUBLE' || type === 'FLOAT'
      ? `CAST(TRY_CAST(${name} AS DECIMAL(38,10)) AS VARCHAR)`
      : `CAST(${name} AS VARCHAR)`;
  return `coalesce(trim(${text}), '')`;
}

function delimitedRows(table: Extract<ReadableTable, { kind: 'delimited' }>): TextRows {
  const names = table.columns.map((_, index) => `c${index}`);
  const extra = Array.from({ length: overflowColumns }, (_, index) => `x${index}`);
  const columns = [...names, ...extra].map((name) => `${name}: 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = true',
    `skip = ${table.skippedLines}`,
    `delim = ${literal(table.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'null_padding = true',
    'store_rejects = true',
    `columns = {${columns}}`,
  ].join(', ');
  const overflow = extra.map((name) => `nullif(${name}, '')`).join(', ');
  return {
    relation: `(SELECT *, row_number() OVER () AS row_number, coalesce(${overflow}) AS overflow FROM read_csv(${literal(table.path)}, ${options}))`,
    column: (name) => `coalesce(trim(c${table.columns.indexOf(name)}), '')`,
  };
}

/** A broken row takes a place in the file too: rows behind it move down by one for each. */
async function keepBrokenRows(
  engine: DuckdbEngine,
  table: ReadableTable,
  into: string,
  cells: number,
): Promise<void> {
  if (table.kind === 'parquet') {
    await engine.run('CREATE TEMP TABLE broken (row_number BIGINT, text VARCHAR)');
    return;
  }
  // A quote that never ends swallows the lines behind it: each of them is a row that cannot be used.
  await engine.run(
    `CREATE TEMP TABLE broken AS
     SELECT row_number + place - 1 AS row_number, lines[place] AS text FROM (
       SELECT CAST(line - ${1 + table.skippedLines} AS BIGINT) AS row_number,
         string_split(rtrim(replace(any_value(csv_line), chr(13), ''), chr(10)), chr(10)) AS lines
       FROM reject_errors GROUP BY line), unnest(generate_series(1, len(lines))) places(place)`,
  );
  const places = await engine.query('SELECT row_number FROM broken ORDER BY row_number');
  for (const place of places) {
    await engine.run(
      `UPDATE ${into} SET row_number = row_number + 1 WHERE row_number >= ${Number(place.row_number)}`,
    );
  }
  if (cells > 1) await engine.run(`UPDATE broken SET row_number = (row_number - 1) * ${cells} + 1`);
}

import type { ReadableTable } from '../files/inputSettings.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { pathLiteral } from '../store/queries/pathLiteral.ts';
import { type ImportPlan, type RowText, rowTexts } from './importPlan.ts';

/** Columns kept beyond the heading's, so that a row with too many fields is seen as such. */
const overflowColumns = 3;

/**
 * The rows of a file as texts: a relation with a column `flow_text` and so on for each text that the file has, ''
 * where a field is empty, and `overflow`, what a row holds beyond the heading. Rows come in the order of the file.
 */
export interface TextRelation {
  readonly sql: string;
  readonly texts: readonly RowText[];
  /** Of a wide table: column `row_number` is among them, for one row of the file makes several. */
  readonly isNumbered: boolean;
}

/** What happens to rows that cannot be split into fields: they are listed in DuckDB's `reject_errors`, or passed over. */
export type BrokenRows = 'list' | 'pass over';

/** The texts of a table that is not wide. */
export async function textRelation(
  engine: DuckdbEngine,
  plan: ImportPlan,
  table: ReadableTable,
  broken: BrokenRows,
): Promise<TextRelation> {
  const file = await fileRelation(engine, table, broken);
  const texts = rowTexts.filter((text) => plan.columns[text] !== undefined);
  const columns = texts.map((text) =>
    text === 'breakdown' && plan.breakdown.length > 0
      ? `${breakdownText(plan, file.column)} AS breakdown_text`
      : `${file.column(plan.columns[text] ?? '')} AS ${text}_text`,
  );
  return {
    sql: `SELECT ${[...columns, `${file.overflow} AS overflow`].join(', ')} FROM ${file.sql}`,
    texts,
    isNumbered: false,
  };
}

/** For each column that breaks rows down: 0 where the row is of all of it, 1 where it is of a part. */
function breakdownText(plan: ImportPlan, column: FileRelation['column']): string {
  return plan.breakdown
    .map(
      (one) =>
        `CASE WHEN upper(trim(${column(one.column)})) IN (${one.total.map(literal).join(', ')}) THEN '0' ELSE '1' END`,
    )
    .join(' || ');
}

/** All columns of a file as texts `t0`, `t1` ..., whatever they mean; rows that cannot be split are passed over. */
export async function columnRelation(
  engine: DuckdbEngine,
  table: ReadableTable,
  columns: readonly string[],
): Promise<string> {
  const file = await fileRelation(engine, table, 'pass over');
  const texts = columns.map((name, index) => `${file.column(name)} AS t${index}`);
  return `SELECT ${texts.join(', ')} FROM ${file.sql}`;
}

/** The texts of the fields and cells of a wide table, in columns of the same names, and `v0`, `v1` ... for its cells. */
export async function wideRelation(
  engine: DuckdbEngine,
  plan: ImportPlan,
  table: ReadableTable,
): Promise<string> {
  const file = await fileRelation(engine, table, 'list');
  const { over, columns } = wideOf(plan);
  const fixed = rowTexts.filter(
    (text) => text !== over && text !== 'value' && plan.columns[text] !== undefined,
  );
  const selected = [
    ...fixed.map((text) => `${file.column(plan.columns[text] ?? '')} AS ${text}_text`),
    ...columns.map(([name], index) => `${file.column(name)} AS v${index}`),
  ];
  return `SELECT ${selected.join(', ')}, ${file.overflow} AS overflow FROM ${file.sql}`;
}

/**
 * Of a wide table, which is in relation `wide` with its `row_number`, each cell that is not empty is a row: with k
 * columns of values, cell j of row i has the number (i − 1) k + j.
 */
export function cellRelation(plan: ImportPlan): TextRelation {
  const { over, columns } = wideOf(plan);
  const value = `CASE place ${columns.map((_, index) => `WHEN ${index} THEN v${index}`).join(' ')} END`;
  const texts = rowTexts.filter(
    (text) => text === over || text === 'value' || plan.columns[text] !== undefined,
  );
  const selected = texts.map((text) =>
    text === over ? `meaning AS ${text}_text` : text === 'value' ? `${value} AS value_text` : `${text}_text`,
  );
  const places = columns.map(([, text], index) => `(${index}, ${literal(text)})`).join(', ');
  return {
    sql: `SELECT (row_number - 1) * ${columns.length} + place + 1 AS row_number, ${selected.join(', ')}, overflow
      FROM wide CROSS JOIN (VALUES ${places}) places(place, meaning) WHERE trim(${value}) <> ''`,
    texts,
    isNumbered: true,
  };
}

function wideOf(plan: ImportPlan): NonNullable<ImportPlan['wide']> {
  if (plan.wide === null) throw new Error('Not a wide table');
  return plan.wide;
}

interface FileRelation {
  readonly sql: string;
  readonly overflow: string;
  readonly column: (name: string) => string;
}

async function fileRelation(
  engine: DuckdbEngine,
  table: ReadableTable,
  broken: BrokenRows,
): Promise<FileRelation> {
  if (table.kind === 'delimited') return delimitedRelation(table, broken);
  const sql = `read_parquet(${pathLiteral(table.path)}, hive_partitioning = false)`;
  const types = new Map<string, string>();
  for (const row of await engine.query(`DESCRIBE SELECT * FROM ${sql}`)) {
    types.set(String(row.column_name), String(row.column_type));
  }
  return {
    sql,
    overflow: 'CAST(NULL AS VARCHAR)',
    column: (name) => textOf(name, types.get(name) ?? 'VARCHAR'),
  };
}

/** Binary fractions are written out as decimals: their shortest text may hold an exponent. */
function textOf(column: string, type: string): string {
  const name = `"${column.replaceAll('"', '""')}"`;
  if (type === 'VARCHAR') return `coalesce(${name}, '')`;
  return type === 'DOUBLE' || type === 'FLOAT'
    ? `coalesce(CAST(TRY_CAST(${name} AS DECIMAL(38,10)) AS VARCHAR), '')`
    : `coalesce(CAST(${name} AS VARCHAR), '')`;
}

function delimitedRelation(
  table: Extract<ReadableTable, { kind: 'delimited' }>,
  broken: BrokenRows,
): FileRelation {
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
    broken === 'list' ? 'store_rejects = true' : 'ignore_errors = true',
    'hive_partitioning = false',
    `columns = {${columns}}`,
  ].join(', ');
  return {
    sql: `read_csv(${pathLiteral(table.path)}, ${options})`,
    overflow: `coalesce(${extra.map((name) => `nullif(${name}, '')`).join(', ')})`,
    column: (name) => `coalesce(c${table.columns.indexOf(name)}, '')`,
  };
}

import type { DuckdbEngine } from '../store/duckdb.ts';
import type { SqlRow, SqlValue } from '../store/engine.ts';
import { literal } from '../store/queries/literal.ts';
import type { RowText } from './importPlan.ts';

/** Columns of a meaning with their types; `code`: texts, which are numbered in their order. */
export type MeaningColumns = Readonly<Record<string, string>>;

/** How the rows get a meaning: a join, or none where all rows have the same, and an expression for each column. */
export interface MeaningJoin {
  readonly join: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Has any text this value in this column? */
  readonly holds: (column: string, value: SqlValue) => boolean;
}

interface Question {
  readonly keys: readonly RowText[];
  readonly present: readonly RowText[];
  readonly columns: MeaningColumns;
  readonly meaning: (texts: readonly string[]) => readonly SqlValue[];
}

const chunk = 2000;

/** Asks for the meaning of each different text (or pair of texts) of view `rows` and makes a table of the answers. */
export async function meaningTable(engine: DuckdbEngine, question: Question): Promise<MeaningJoin> {
  const { keys, columns } = question;
  const name = `${keys[0]}_map`;
  const present = keys.filter((key) => question.present.includes(key));
  const types = Object.entries(columns).map(
    ([column, type]) => `${column} ${type === 'code' ? 'VARCHAR' : type}`,
  );
  const places = present.map((_, index) => `k${index}`);
  await engine.run(
    `CREATE TABLE ${name}_texts (${[...places.map((place) => `${place} INTEGER`), ...types].join(', ')})`,
  );
  const found = new Map(Object.keys(columns).map((column) => [column, new Set<SqlValue>()]));
  for await (const texts of differentTexts(engine, present)) {
    const rows = texts.map((row) => {
      const given = keys.map((key) => (present.includes(key) ? String(row[key]).trim() : ''));
      const meaning = question.meaning(given);
      Object.keys(columns).forEach((column, index) => {
        const values = found.get(column);
        // Of columns with many values it is enough to know that there are many.
        if (values !== undefined && (values.size < 64 || columns[column] !== 'code'))
          values.add(meaning[index] ?? null);
      });
      return `(${[...places.map((place) => Number(row[place])), ...meaning].map(literal).join(', ')})`;
    });
    if (rows.length > 0) await engine.run(`INSERT INTO ${name}_texts VALUES ${rows.join(', ')}`);
  }
  const typed: (readonly [column: string, type: string])[] = [];
  for (const [column, type] of Object.entries(columns)) {
    typed.push([column, type === 'code' ? `${column}_code` : type]);
    if (type !== 'code') continue;
    await engine.run(
      `CREATE TYPE ${column}_code AS ENUM (SELECT ${column} FROM ${name}_texts WHERE ${column} IS NOT NULL UNION SELECT '' ORDER BY 1)`,
    );
  }
  const casts = typed.map(([column, type]) => `CAST(${column} AS ${type}) AS ${column}`);
  await engine.run(`CREATE TABLE ${name} AS SELECT ${[...places, ...casts].join(', ')} FROM ${name}_texts`);
  const expressions = typed.map(([column, type]) => {
    const values = [...(found.get(column) ?? [])];
    const isConstant = values.length === 1;
    return [
      column,
      isConstant ? `CAST(${literal(values[0] ?? null)} AS ${type})` : `${name}.${column}`,
    ] as const;
  });
  const isConstant = expressions.every(([, expression]) => expression.startsWith('CAST('));
  const on = present.map((key, index) => `enum_code(rows.${key}_text) = ${name}.k${index}`);
  return {
    join: isConstant ? '' : `JOIN ${name} ON ${on.join(' AND ')}`,
    columns: Object.fromEntries(expressions),
    holds: (column, value) => found.get(column)?.has(value) === true,
  };
}

/** The different texts of the keys in pieces, each with its numbers. */
async function* differentTexts(
  engine: DuckdbEngine,
  keys: readonly RowText[],
): AsyncGenerator<readonly SqlRow[]> {
  const [first] = keys;
  if (first === undefined) {
    yield [{}];
    return;
  }
  if (keys.length === 1) {
    for (let from = 0; ; from += chunk) {
      const rows = await engine.query(
        `SELECT k AS k0, text AS ${first} FROM ${first}_texts WHERE k >= ${from} AND k < ${from + chunk} ORDER BY k`,
      );
      if (rows.length === 0) return;
      yield rows;
    }
  }
  const numbers = keys.map((key, index) => `enum_code(${key}_text) AS k${index}`);
  const texts = keys.map((key) => `CAST(${key}_text AS VARCHAR) AS ${key}`);
  yield await engine.query(`SELECT DISTINCT ${[...numbers, ...texts].join(', ')} FROM rows ORDER BY ALL`);
}

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type DuckdbEngine, openDuckdb } from '../../src/store/duckdb.ts';
import type { Engine } from '../../src/store/engine.ts';
import { literal } from '../../src/store/queries/literal.ts';
import { type LiteralRow, type LiteralTable, literalTables } from './literalTables.ts';

/** An engine that the queries of `store/queries` are held to: how to open it with some tables in it. */
interface QueryEngine {
  readonly name: string;
  open(context: TestContext, tables: readonly LiteralTable[]): Promise<Engine>;
}

/** DuckDB with tables of literal rows. */
export async function duckdbOf(context: TestContext, tables: readonly LiteralTable[]): Promise<DuckdbEngine> {
  const engine = await openDuckdb();
  context.after(() => engine.close());
  for (const { name, columns, rows } of tables) {
    const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    await engine.run(`CREATE TABLE ${name} (${typed.join(', ')})`);
    const values = rows.map(
      (row) =>
        `(${Object.keys(columns)
          .map((column) => literal(row[column] ?? null))
          .join(', ')})`,
    );
    if (values.length > 0) await engine.run(`INSERT INTO ${name} VALUES ${values.join(', ')}`);
  }
  return engine;
}

/** Every engine of the project. Another one is one more entry here: all tests of queries then run on it too. */
const queryEngines: readonly QueryEngine[] = [{ name: 'DuckDB', open: duckdbOf }];

/** What an engine answers, whole: the names of the columns, then the rows. `sorted`: the question gives no order. */
export type Ask = (sql: string, order?: 'sorted') => Promise<readonly (readonly unknown[])[]>;

/**
 * One test on each engine, with the relations of a few rows in it. `listing`: the query lists rows behind a figure and
 * may join several lists; every other must be portable.
 */
export function testQuery(
  about: string,
  rows: readonly LiteralRow[],
  run: (ask: Ask) => Promise<void>,
  kind: 'portable' | 'listing' = 'portable',
): void {
  for (const { name, open } of queryEngines) {
    test(`${about} (${name})`, async (context) => {
      const engine = await open(context, literalTables(rows));
      await run(async (sql, order) => {
        if (kind === 'portable') requirePortable(sql);
        const found = await engine.query(sql);
        const names = Object.keys(found[0] ?? {});
        const answered = found.map((row) => names.map((column) => row[column]));
        if (order === 'sorted') answered.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        return found.length === 0 ? [] : [names, ...answered];
      });
    });
  }
}

/** What no portable query holds (see docs/architecture.md, "The engine port"): other engines lack it or mean another thing. */
const unportable =
  /\bWITH\b|\bOVER\s*\(|\bQUALIFY\b|\bFILTER\b|\bGROUPING\b|GROUP BY ALL|\bUSING\b|\bEXCEPT\b|\bread_parquet\b|::|\/\//i;

/** Throws where a query uses more than `SELECT dims, sum(...) FROM relation WHERE ... GROUP BY dims`, with one join at most. */
function requirePortable(sql: string): void {
  const bare = sql.replace(/'(?:[^']|'')*'/g, "''");
  assert.doesNotMatch(bare, unportable);
  assert.ok((bare.match(/\bJOIN\b/gi) ?? []).length <= 1, `more than one join: ${bare}`);
}

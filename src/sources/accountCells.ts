import { valueUsdExpression } from '../store/cube.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { ImportPlan } from './importPlan.ts';

/** What the rows of a cell of table `cells` have in common; everything an import tells of its rows is a sum over cells. */
const keys = [
  'fate',
  'kind',
  'flow',
  'year',
  'month',
  'region',
  'region_meaning',
  'partner_known',
  'zero_restored',
  'flagged',
  'no_rate',
  'unreadable',
];
/** The same of table `code_cells`: `bad_code` is the text where it is no code. */
const codeKeys = ['fate', 'kind', 'edition', 'code', 'bad_code'];
/** And of table `price_classes`: hundredths of the logarithm of dollars per kilogram, of kept rows that have both. */
const priceKeys = ['price_class'];

const sums = ['rows', 'value', 'value_usd'];

/**
 * Adds judged rows up into tables `cells`, `code_cells` and `price_classes`, in one reading of them: `rows`, `value`,
 * `value_usd` by what they have in common.
 */
export async function makeCells(engine: DuckdbEngine, plan: ImportPlan, oddNumbers: boolean): Promise<void> {
  // Without numbers that are not plainly written, none is unreadable, and no text needs to be looked at.
  const unreadable = oddNumbers
    ? `coalesce((net_weight_text <> '' AND net_weight_kg IS NULL) OR (quantity_text <> '' AND quantity IS NULL), false)`
    : 'false';
  const priceClass = `CASE WHEN fate = 'kept' AND net_weight_kg > 0 AND value > 0 AND usd_rate IS NOT NULL
    THEN CAST(floor(100 * log10(CAST(value AS DOUBLE) * CAST(usd_rate AS DOUBLE) / CAST(net_weight_kg AS DOUBLE))) AS INTEGER) END`;
  const dollars =
    plan.dollarRates === null
      ? 'CAST(sum(value) FILTER (WHERE usd_rate IS NOT NULL) AS DECIMAL(38,12))'
      : `sum(${valueUsdExpression})`;
  const sets = [keys, codeKeys, priceKeys];
  const all = [...new Set(sets.flat())].join(', ');
  await engine.run(
    `CREATE TABLE all_cells AS SELECT GROUPING(month) AS not_cell, GROUPING(code) AS not_code, GROUPING(price_class) AS not_price,
       ${all}, count(*) AS rows, sum(value) AS value, ${dollars} AS value_usd
     FROM (SELECT *, usd_rate IS NULL AS no_rate, ${unreadable} AS unreadable, ${priceClass} AS price_class,
       CASE WHEN problem = 'bad-code' THEN line_text END AS bad_code FROM judged) judged
     GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})`,
  );
  const part = (name: string, columns: readonly string[], condition: string) =>
    engine.run(
      `CREATE TABLE ${name} AS SELECT ${[...columns, ...sums].join(', ')} FROM all_cells WHERE ${condition}`,
    );
  await part('cells', keys, 'not_cell = 0');
  await part('code_cells', codeKeys, 'not_code = 0');
  await part('price_classes', priceKeys, 'not_price = 0 AND price_class IS NOT NULL');
  // Of a reduced row what its parts have taken: value without a row.
  await engine.run(
    `INSERT INTO cells BY NAME SELECT 'total' AS fate, 0 AS rows, sum(typed.value - reduced.value) AS value,
       CAST(sum((CAST(typed.value AS DECIMAL(20,4)) - reduced.value) * usd_rate) AS DECIMAL(38,12)) AS value_usd, false AS no_rate, false AS unreadable
     FROM typed JOIN reduced ON typed.rid = reduced.rid HAVING count(*) > 0`,
  );
  await engine.run(
    `INSERT INTO cells BY NAME SELECT 'quarantined' AS fate, count(*) AS rows, false AS no_rate, false AS unreadable FROM broken HAVING count(*) > 0`,
  );
}

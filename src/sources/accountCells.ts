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
  'usd_rate IS NULL AS no_rate',
  `coalesce((net_weight_text <> '' AND net_weight_kg IS NULL) OR (quantity_text <> '' AND quantity IS NULL), false) AS unreadable`,
];

/** Adds judged rows up into table `cells`, in one reading of them: `rows`, `value`, `value_usd` by what they have in common. */
export async function makeCells(engine: DuckdbEngine, plan: ImportPlan, oddNumbers: boolean): Promise<void> {
  // Without numbers that are not plainly written, none is unreadable, and no text needs to be looked at.
  const grouped = oddNumbers ? keys : [...keys.slice(0, -1), 'false AS unreadable'];
  const dollars =
    plan.dollarRates === null
      ? 'CAST(sum(value) FILTER (WHERE usd_rate IS NOT NULL) AS DECIMAL(38,12))'
      : `sum(${valueUsdExpression})`;
  await engine.run(
    `CREATE TABLE cells AS SELECT ${grouped.join(', ')}, count(*) AS rows, sum(value) AS value, ${dollars} AS value_usd
     FROM judged GROUP BY ALL`,
  );
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

import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { numberExpression } from './decimalMark.ts';
import type { DecimalMark, ImportPlan } from './importPlan.ts';

/** Keys on which a parent row and its children must agree. */
const parentKeys = ['flow', 're_export', 'year', 'month', 'region', 'region_meaning', 'partner'];

/**
 * Makes table `judged` of `raw` and the meanings: one row per input row with typed columns and its `fate`:
 * `kept`, `quarantined` (with `problem_column`, `problem_value`, `problem`) or `total`; and table `unallocated`
 * with what each parent row exceeds its children by,
 * `exceeded` with what children exceed their parent by.
 */
export async function judgeRows(engine: DuckdbEngine, plan: ImportPlan, mark: DecimalMark): Promise<void> {
  await engine.run(`CREATE TEMP TABLE judged AS SELECT *, CASE WHEN problem IS NOT NULL THEN 'quarantined' ELSE 'kept' END AS fate
    FROM (SELECT *, ${problemOf(plan)} AS problem FROM (${typedRows(plan, mark)}))`);
  await engine.run(`INSERT INTO judged BY NAME
    SELECT row_number, text AS raw_text, 'broken-row' AS problem, 'quarantined' AS fate FROM broken`);
  await leaveOutAggregates(engine);
  await leaveOutParents(engine);
}

function typedRows(plan: ImportPlan, mark: DecimalMark): string {
  const value = numberExpression('value_text', mark);
  return `
    SELECT raw.row_number, raw.overflow, raw.flow_text, coalesce(nullif(raw.period_text, ''), concat_ws('-', nullif(raw.year_text, ''), nullif(raw.month_text, ''))) AS period_text,
      raw.region_text, raw.line_text, raw.value_text, raw.net_weight_text, raw.quantity_text, raw.partner_text, unit_map.unit, raw.contributor_text AS contributor,
      CAST(NULL AS VARCHAR) AS raw_text,
      flow_map.flow, region_map.meaning = 're-export' AS re_export,
      period_map.year, period_map.month, period_map.edition, period_map.flagged, period_map.usd_rate,
      region_map.region, region_map.meaning AS region_meaning,
      line_map.kind, line_map.code, line_map.zero_restored,
      partner_map.partner, partner_map.world, partner_map.known AS partner_known,
      TRY_CAST(${value} * ${plan.moneyUnit} AS DECIMAL(18,4)) AS value,
      TRY_CAST(${numberExpression('net_weight_text', mark)} AS DECIMAL(18,4)) AS net_weight_kg,
      TRY_CAST(${numberExpression('quantity_text', mark)} AS DECIMAL(18,4)) AS quantity
    FROM raw
    JOIN flow_map ON raw.flow_text = flow_map.flow_text
    JOIN period_map ON raw.period_text = period_map.period_text AND raw.year_text = period_map.year_text AND raw.month_text = period_map.month_text
    JOIN region_map ON raw.region_text = region_map.region_text
    JOIN line_map ON raw.line_text = line_map.line_text
    JOIN partner_map ON raw.partner_text = partner_map.partner_text
    JOIN unit_map ON raw.unit_text = unit_map.unit_text`;
}

function problemOf(plan: ImportPlan): string {
  const allowed = [
    plan.negativeCodes.length === 0
      ? 'false'
      : `line_text IN (${plan.negativeCodes.map(literal).join(', ')})`,
    plan.negativeRegions.length === 0
      ? 'false'
      : `region_text IN (${plan.negativeRegions.map(literal).join(', ')})`,
  ].join(' OR ');
  return `CASE
    WHEN overflow IS NOT NULL THEN 'too-many-fields'
    WHEN flow IS NULL THEN 'unknown-flow'
    WHEN year IS NULL THEN 'bad-period'
    WHEN kind IS NULL THEN 'bad-code'
    WHEN value IS NULL THEN 'bad-value'
    WHEN value < 0 AND NOT (${allowed}) THEN 'negative-value'
  END`;
}

/** Rows for all partners together, for the whole country, or for a group of countries, beside detail: never added to it. */
async function leaveOutAggregates(engine: DuckdbEngine): Promise<void> {
  const detail = await engine.query(`SELECT
      count(*) FILTER (WHERE NOT world AND partner_text <> '') AS by_partner,
      count(*) FILTER (WHERE region_meaning NOT IN ('total', 'aggregate')) AS by_region
    FROM judged WHERE fate = 'kept'`);
  await engine.run(`UPDATE judged SET fate = 'total' WHERE fate = 'kept' AND region_meaning = 'aggregate'`);
  if (Number(detail[0]?.by_partner) > 0)
    await engine.run(`UPDATE judged SET fate = 'total' WHERE fate = 'kept' AND world`);
  if (Number(detail[0]?.by_region) > 0) {
    await engine.run(`UPDATE judged SET fate = 'total' WHERE fate = 'kept' AND region_meaning = 'total'`);
  }
}

/**
 * A row whose code is the beginning of another row's code, all other keys equal, is the total of those rows. It is
 * compared with its nearest descendants; what it exceeds them by is kept as an unallocated line of the parent.
 */
async function leaveOutParents(engine: DuckdbEngine): Promise<void> {
  await engine.run(`CREATE TEMP TABLE unallocated (row_number BIGINT, code VARCHAR, rest DECIMAL(38,4))`);
  await engine.run(`CREATE TEMP TABLE exceeded (row_number BIGINT, code VARCHAR, excess DECIMAL(38,4))`);
  const lengths = (
    await engine.query(
      `SELECT DISTINCT length(code) AS n FROM judged WHERE fate = 'kept' AND kind <> 'confidential' ORDER BY n`,
    )
  ).map((row) => Number(row.n));
  const hasTotals = lengths.includes(0);
  if (lengths.length < 2 && !hasTotals) return;
  const keys = parentKeys.join(', ');
  await engine.run(`CREATE TEMP TABLE code_sums AS
    SELECT ${keys}, kind, code, length(code) AS digits, sum(value) AS value, min(row_number) AS row_number
    FROM judged WHERE fate = 'kept' GROUP BY ${keys}, kind, code`);
  await engine.run(`CREATE TEMP TABLE nearest AS SELECT ${keys.replaceAll(/(\w+)/g, 'child.$1')}, child.kind, child.code, child.value, max(parent.digits) AS parent_digits
    FROM (${lengths
      .map(
        (digits) =>
          `SELECT *, ${digits} AS prefix_digits, substr(code, 1, ${digits}) AS prefix FROM code_sums WHERE ${ancestorsOf(digits)}`,
      )
      .join(' UNION ALL ')}) child
    JOIN code_sums parent ON parent.kind <> 'confidential' AND parent.digits = child.prefix_digits AND parent.code = child.prefix
      AND ${parentKeys.map((key) => `parent.${key} = child.${key}`).join(' AND ')}
    GROUP BY ALL`);
  await engine.run(`CREATE TEMP TABLE parents AS
    SELECT ${parentKeys.map((key) => `parent.${key}`).join(', ')}, parent.code, any_value(parent.row_number) AS row_number, any_value(parent.value) AS value,
      coalesce(sum(nearest.value), 0) AS children
    FROM code_sums parent LEFT JOIN nearest ON nearest.parent_digits = parent.digits AND substr(nearest.code, 1, parent.digits) = parent.code
      AND ${parentKeys.map((key) => `parent.${key} = nearest.${key}`).join(' AND ')}
    WHERE parent.kind = 'total' OR (parent.kind = 'product' AND nearest.code IS NOT NULL)
    GROUP BY ALL`);
  await engine.run(`UPDATE judged SET fate = 'total' FROM parents
    WHERE judged.fate = 'kept' AND judged.kind <> 'confidential' AND judged.code = parents.code AND ${parentKeys.map((key) => `judged.${key} = parents.${key}`).join(' AND ')}`);
  await engine.run(
    `INSERT INTO unallocated SELECT row_number, code, value - children FROM parents WHERE value > children`,
  );
  await engine.run(
    `INSERT INTO exceeded SELECT row_number, code, children - value FROM parents WHERE children > value`,
  );
}

/** A secret line has no digits: only a total over all codes can be its parent. */
function ancestorsOf(digits: number): string {
  return digits === 0 ? "kind <> 'total'" : `kind = 'product' AND length(code) > ${digits}`;
}

import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { type ImportPlan, type RowText, rowTexts } from './importPlan.ts';
import type { MeaningJoin } from './meaningTable.ts';
import { leaveOutParents } from './parentRows.ts';
import { codeTexts } from './stageRows.ts';

/**
 * Makes view `judged` of view `rows` and the meanings: one row per input row with typed columns and its `fate`: `kept`, `quarantined` (with
 * `problem`) or `total`; and tables `unallocated` with what each parent row exceeds its children by, `exceeded` with
 * what children exceed their parent by. Rows that cannot be split are in `broken` and not here. No row is written anew: the fate
 * of the rare ones is in small tables beside.
 */
export async function judgeRows(
  engine: DuckdbEngine,
  plan: ImportPlan,
  present: readonly RowText[],
  meanings: readonly MeaningJoin[],
): Promise<void> {
  const blank = await blankRows(engine, present);
  await engine.run(
    `CREATE VIEW typed AS SELECT *, ${problemOf(plan)} AS problem FROM (${typedRows(plan, present, meanings)}) read${blank ? ' WHERE rid NOT IN (SELECT rid FROM blank)' : ''}`,
  );
  const aggregates = await aggregateConditions(engine, meanings);
  const fate = (more: string) =>
    `CASE WHEN problem IS NOT NULL THEN 'quarantined' ${aggregates.map((condition) => `WHEN ${condition} THEN 'total' `).join('')}${more} ELSE 'kept' END AS fate`;
  await engine.run(`CREATE VIEW single AS SELECT *, ${fate('')} FROM typed`);
  const hasParents = await leaveOutParents(engine);
  await engine.run(
    hasParents
      ? `CREATE VIEW judged AS SELECT typed.*, ${fate("WHEN parent_rows.rid IS NOT NULL THEN 'total'")} FROM typed LEFT JOIN parent_rows ON typed.rid = parent_rows.rid`
      : 'CREATE VIEW judged AS SELECT * FROM single',
  );
}

/** Rows that are empty in all that is read of them are no rows. Are there any? */
async function blankRows(engine: DuckdbEngine, present: readonly RowText[]): Promise<boolean> {
  const conditions = present.map((text) => {
    if ((codeTexts as readonly string[]).includes(text))
      return `${text}_text IN (SELECT CAST(text AS ${text}_type) FROM ${text}_texts WHERE trim(text) = '')`;
    return text === 'contributor' ? `contributor_text = ''` : `${text} IS NULL AND ${text}_text IS NULL`;
  });
  await engine.run(
    `CREATE TABLE blank AS SELECT rid FROM rows WHERE ${[...conditions, 'overflow IS NULL'].join(' AND ')}`,
  );
  return Number((await engine.query('SELECT count(*) AS n FROM blank'))[0]?.n) > 0;
}

function typedRows(plan: ImportPlan, present: readonly RowText[], meanings: readonly MeaningJoin[]): string {
  const has = (text: RowText) => present.includes(text);
  const text = (name: RowText) => (has(name) ? `trim(CAST(rows.${name}_text AS VARCHAR))` : `''`);
  const number = (name: RowText) => (has(name) ? `rows.${name}` : 'CAST(NULL AS DECIMAL(18,4))');
  const shown = (name: RowText) =>
    has(name) ? `coalesce(rows.${name}_text, CAST(rows.${name} AS VARCHAR), '')` : `''`;
  const texts = rowTexts
    .filter((name) => (codeTexts as readonly string[]).includes(name) && name !== 'period')
    .map((name) => `${text(name)} AS ${name}_text`);
  const period = `coalesce(nullif(${text('period')}, ''), concat_ws('-', nullif(${text('year')}, ''), nullif(${text('month')}, '')))`;
  const value =
    plan.moneyUnit === 1
      ? number('value')
      : `TRY_CAST(${number('value')} * ${plan.moneyUnit} AS DECIMAL(18,4))`;
  const columns = meanings.flatMap((meaning) =>
    Object.entries(meaning.columns).map(([column, expression]) => `${expression} AS ${column}`),
  );
  return `SELECT rows.rid, rows.row_number, rows.overflow, ${texts.join(', ')}, ${period} AS period_text,
      ${shown('value')} AS value_text, ${shown('net_weight')} AS net_weight_text, ${shown('quantity')} AS quantity_text,
      ${has('contributor') ? 'rows.contributor_text' : `''`} AS contributor, ${columns.join(', ')},
      ${value} AS value, ${number('net_weight')} AS net_weight_kg, ${number('quantity')} AS quantity
    FROM rows ${meanings.map((meaning) => meaning.join).join(' ')}`;
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
async function aggregateConditions(
  engine: DuckdbEngine,
  meanings: readonly MeaningJoin[],
): Promise<readonly string[]> {
  const holds = (column: string, value: string | boolean) =>
    meanings.some((meaning) => meaning.holds(column, value));
  const always = holds('region_meaning', 'aggregate') ? [`region_meaning = 'aggregate'`] : [];
  if (!holds('world', true) && !holds('region_meaning', 'total')) return always;
  const detail = (
    await engine.query(`SELECT
      count(*) FILTER (WHERE NOT world AND partner_text <> '') AS by_partner,
      count(*) FILTER (WHERE region_meaning NOT IN ('total', 'aggregate')) AS by_region
    FROM typed WHERE problem IS NULL`)
  )[0];
  return [
    ...always,
    ...(Number(detail?.by_partner) > 0 ? ['world'] : []),
    ...(Number(detail?.by_region) > 0 ? [`region_meaning = 'total'`] : []),
  ];
}

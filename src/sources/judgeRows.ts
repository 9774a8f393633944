import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { type ImportPlan, type RowText, rowTexts } from './importPlan.ts';
import type { MeaningJoin } from './meaningTable.ts';
import { leaveOutParents } from './parentRows.ts';
import { leaveOutReExports } from './reExportRows.ts';
import { leaveOutRepeats } from './repeatedRows.ts';
import { codeTexts } from './stageRows.ts';
import { leaveOutWorld } from './worldRows.ts';

/**
 * Makes view `judged` of view `rows` and the meanings: one row per input row with typed columns and its `fate`: `kept`, `quarantined` (with
 * `problem`) or `total`, a row that repeats what others tell (table `left_out` says why); and tables `unallocated` with
 * what each parent row exceeds its children by, `exceeded` with what children exceed their parent by, `reduced` with
 * what is left of kept rows after parts of them that are rows of their own. Rows that cannot be split are in `broken` and not here. No row is written anew: the fate
 * of the rare ones is in small tables beside.
 */
export async function judgeRows(
  engine: DuckdbEngine,
  plan: ImportPlan,
  present: readonly RowText[],
  meanings: readonly MeaningJoin[],
): Promise<void> {
  const blank = await blankRows(engine, present);
  // Where rows are held against each other again and again they are typed once.
  const kind = plan.flowMeanings === null ? 'VIEW' : 'TABLE';
  await engine.run(
    `CREATE ${kind} typed AS SELECT *, ${problemOf(plan)} AS problem FROM (${typedRows(plan, present, meanings)}) read${blank ? ' WHERE rid NOT IN (SELECT rid FROM blank)' : ''}`,
  );
  const aggregates = await aggregateConditions(engine, meanings);
  const fate = (more: string) =>
    `CASE WHEN problem IS NOT NULL THEN 'quarantined' ${aggregates.map((condition) => `WHEN ${condition} THEN 'total' `).join('')}${more} ELSE 'kept' END AS fate`;
  await engine.run(`CREATE VIEW single AS SELECT *, ${fate('')} FROM typed`);
  await leaveOutRepeats(engine, plan, meanings);
  const hasWorld = meanings.some((meaning) => meaning.holds('world', true)) && (await hasPartners(engine));
  await leaveOutParents(engine, hasWorld ? 'NOT world' : 'true');
  if (hasWorld) await leaveOutWorld(engine);
  if (meanings.some((meaning) => meaning.holds('flow_part', 're'))) await leaveOutReExports(engine);
  await engine.run(`CREATE VIEW judged AS ${await judgedRows(engine, fate)}`);
}

/** Rows with what became of them; reduced rows with what is left of them. No join where nothing is left out. */
async function judgedRows(engine: DuckdbEngine, fate: (more: string) => string): Promise<string> {
  const counts = (
    await engine.query(
      'SELECT (SELECT count(*) FROM left_out) AS left_out, (SELECT count(*) FROM reduced) AS reduced',
    )
  )[0];
  if (Number(counts?.left_out) + Number(counts?.reduced) === 0) return 'SELECT * FROM single';
  const isReduced = 'reduced.rid IS NOT NULL';
  const rows =
    Number(counts?.reduced) === 0
      ? 'SELECT typed.*'
      : `SELECT typed.* REPLACE (
           CASE WHEN ${isReduced} THEN reduced.value ELSE typed.value END AS value,
           CASE WHEN ${isReduced} THEN reduced.net_weight_kg ELSE typed.net_weight_kg END AS net_weight_kg,
           CASE WHEN ${isReduced} THEN NULL ELSE typed.quantity END AS quantity,
           CASE WHEN ${isReduced} THEN '' ELSE typed.net_weight_text END AS net_weight_text,
           CASE WHEN ${isReduced} THEN '' ELSE typed.quantity_text END AS quantity_text)`;
  const join = Number(counts?.reduced) === 0 ? '' : 'LEFT JOIN reduced ON typed.rid = reduced.rid';
  return `${rows}, ${fate("WHEN left_out.rid IS NOT NULL THEN 'total'")} FROM typed LEFT JOIN left_out ON typed.rid = left_out.rid ${join}`;
}

/** Are there rows of single partners among those that count? */
async function hasPartners(engine: DuckdbEngine): Promise<boolean> {
  const found = await engine.query(
    "SELECT count(*) AS n FROM (SELECT 1 FROM open_rows WHERE NOT world AND partner_text <> '' LIMIT 1) one",
  );
  return Number(found[0]?.n) > 0;
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
  const found = Object.assign({}, ...meanings.map((meaning) => meaning.columns)) as Record<string, string>;
  const columns = [
    ...Object.entries(found).map(([column, expression]) => `${expression} AS ${column}`),
    `${found.region_re_export}${plan.flowMeanings === null ? '' : ` OR ${found.flow_part} = 're'`} AS re_export`,
  ];
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
    WHEN edition IS NULL THEN 'other-classification'
    WHEN kind IS NULL THEN 'bad-code'
    WHEN value IS NULL THEN 'bad-value'
    WHEN value < 0 AND NOT (${allowed}) THEN 'negative-value'
  END`;
}

/** Rows for the whole country or for a group of countries, beside detail: never added to it. */
async function aggregateConditions(
  engine: DuckdbEngine,
  meanings: readonly MeaningJoin[],
): Promise<readonly string[]> {
  const holds = (column: string, value: string | boolean) =>
    meanings.some((meaning) => meaning.holds(column, value));
  const always = [
    ...(holds('region_meaning', 'aggregate') ? [`region_meaning = 'aggregate'`] : []),
    ...(holds('partner_group', true) ? ['partner_group'] : []),
  ];
  if (!holds('region_meaning', 'total')) return always;
  const detail = (
    await engine.query(
      `SELECT count(*) AS by_region FROM typed WHERE problem IS NULL AND region_meaning NOT IN ('total', 'aggregate')`,
    )
  )[0];
  return [...always, ...(Number(detail?.by_region) > 0 ? [`region_meaning = 'total'`] : [])];
}

import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import type { ImportPlan } from './importPlan.ts';
import type { MeaningJoin } from './meaningTable.ts';

/** Why a row that could be read is left out: what it tells is told by other rows. */
export const repeatReasons = [
  'parent',
  'breakdown',
  'other-edition',
  'months-beside-year',
  'part-of-flow',
  'shorter-secret',
  'world-deeper',
  'world-parent',
  're-export-unmatched',
] as const;
export type RepeatReason = (typeof repeatReasons)[number];

/** The slice of a source's data: one territory, flow and period, as texts tell them. */
const slice = 'flow, year, month, region_text';
const sameSlice = slice
  .split(', ')
  .map((key) => `open_rows.${key} = best.${key}`)
  .join(' AND ');

/**
 * Leaves out rows that repeat what others tell of the same trade, before totals are held against their parts: finer
 * breakdowns beside the coarser one (customs procedure, mode of transport, second partner), other editions of the HS
 * beside the newest, months beside their year, parts of a flow beside the whole, short secret codes beside longer ones.
 * Table `left_out` (rid, reason) takes them; view `open_rows` has what is left of view `single`.
 */
export async function leaveOutRepeats(
  engine: DuckdbEngine,
  plan: ImportPlan,
  meanings: readonly MeaningJoin[],
): Promise<void> {
  await engine.run('CREATE TABLE left_out (rid BIGINT, reason VARCHAR)');
  await engine.run('CREATE TABLE reduced (rid BIGINT, value DECIMAL(18,4), net_weight_kg DECIMAL(18,4))');
  await engine.run(
    `CREATE VIEW open_rows AS SELECT * FROM single WHERE fate = 'kept' AND rid NOT IN (SELECT rid FROM left_out)`,
  );
  const leaveOut = (reason: RepeatReason, rids: string) =>
    engine.run(`INSERT INTO left_out SELECT DISTINCT rid, ${literal(reason)} FROM (${rids}) repeated`);
  if (plan.breakdown.length > 0) {
    const keys = [...slice.split(', '), 'flow_part', 'partner_text', 'line_text', 'edition'];
    const rank = `concat(length(replace(breakdown_text, '0', '')), breakdown_text)`;
    await leaveOut(
      'breakdown',
      `SELECT rid FROM open_rows JOIN (SELECT ${keys.join(', ')}, min(${rank}) AS rank FROM open_rows GROUP BY ALL) best
       ON ${keys.map((key) => `open_rows.${key} = best.${key}`).join(' AND ')} WHERE ${rank} > best.rank`,
    );
  }
  if (plan.columns.edition !== undefined) {
    await leaveOut(
      'other-edition',
      `SELECT rid FROM open_rows JOIN (SELECT ${slice}, max(CAST(edition AS VARCHAR)) AS newest FROM open_rows GROUP BY ALL) best
       ON ${sameSlice} WHERE CAST(edition AS VARCHAR) < best.newest`,
    );
  }
  if (plan.flowMeanings !== null) {
    if (meanings.some((meaning) => meaning.holds('month', 0)))
      await leaveOut(
        'months-beside-year',
        `SELECT rid FROM open_rows JOIN (SELECT DISTINCT flow, year, region_text FROM open_rows WHERE month = 0) best
         ON open_rows.flow = best.flow AND open_rows.year = best.year AND open_rows.region_text = best.region_text WHERE month > 0`,
      );
    await leaveOut(
      'part-of-flow',
      `SELECT rid FROM open_rows JOIN (SELECT ${slice}, bool_or(flow_part = '') AS has_whole FROM open_rows GROUP BY ALL) best
       ON ${sameSlice} WHERE flow_part = 'processing'
         OR (has_whole AND (flow_part = 'domestic' OR (flow_part = 're' AND open_rows.flow = 'import')))`,
    );
  }
  if (await hasSecretsUnderSecrets(engine, meanings)) {
    const keys = [...slice.split(', '), 'flow_part', 'partner_text'];
    await leaveOut(
      'shorter-secret',
      `SELECT short.rid FROM open_rows short JOIN (SELECT DISTINCT ${keys.join(', ')}, line_text FROM open_rows WHERE kind = 'confidential') long
       ON ${keys.map((key) => `short.${key} = long.${key}`).join(' AND ')}
       WHERE short.kind = 'confidential' AND length(short.line_text) < length(long.line_text) AND starts_with(long.line_text, short.line_text)`,
    );
  }
}

/** Is a secret code the beginning of another (99 of 9999AA)? */
async function hasSecretsUnderSecrets(
  engine: DuckdbEngine,
  meanings: readonly MeaningJoin[],
): Promise<boolean> {
  if (!meanings.some((meaning) => meaning.holds('kind', 'confidential'))) return false;
  const codes = `(SELECT DISTINCT CAST(line AS VARCHAR) AS line FROM line_map WHERE CAST(kind AS VARCHAR) = 'confidential')`;
  const pairs = await engine.query(
    `SELECT count(*) AS n FROM ${codes} short JOIN ${codes} long ON length(short.line) < length(long.line) AND starts_with(long.line, short.line)`,
  );
  return Number(pairs[0]?.n) > 0;
}

/** Is the text one of the reasons? */
export function isRepeatReason(text: string): text is RepeatReason {
  return (repeatReasons as readonly string[]).includes(text);
}

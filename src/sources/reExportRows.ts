import type { DuckdbEngine } from '../store/duckdb.ts';

const keys = ['flow', 'year', 'month', 'region_text', 'partner_text', 'line_text', 'edition'];

/**
 * Re-exports beside the exports that hold them. A row of re-exports is kept, apart, where the exports of the same
 * territory, partner, code and period are kept and are no less: these are reduced by it (table `reduced`), so that
 * the two add up to what is printed. Other rows of re-exports are left out: they are within exports. Where a territory
 * gives no exports as a whole in a period, its re-exports stand beside its domestic exports and stay.
 */
export async function leaveOutReExports(engine: DuckdbEngine): Promise<void> {
  const slice = keys.slice(0, 4).join(', ');
  await engine.run(
    `CREATE TABLE whole_exports AS SELECT DISTINCT ${slice} FROM single WHERE fate = 'kept' AND flow = 'export' AND flow_part = ''`,
  );
  const within = `SELECT rid FROM single JOIN whole_exports USING (${slice}) WHERE flow_part = 're'`;
  await engine.run(`DELETE FROM unallocated WHERE rid IN (${within})`);
  await engine.run(`DELETE FROM exceeded WHERE rid IN (${within})`);
  await engine.run(`CREATE TABLE export_leaves AS
    SELECT open_rows.rid, ${keys.map((key) => `open_rows.${key}`).join(', ')}, flow_part,
      coalesce(reduced.value, open_rows.value) AS value,
      CASE WHEN reduced.rid IS NULL THEN open_rows.net_weight_kg ELSE reduced.net_weight_kg END AS weight
    FROM open_rows LEFT JOIN reduced ON open_rows.rid = reduced.rid JOIN whole_exports USING (${slice})`);
  await engine.run(`CREATE TABLE matched_re_exports AS
    SELECT re.*, whole.rows FROM
      (SELECT ${keys.join(', ')}, sum(value) AS value, sum(weight) AS weight FROM export_leaves WHERE flow_part = 're' GROUP BY ALL) re
    JOIN (SELECT ${keys.join(', ')}, sum(value) AS value, count(*) AS rows FROM export_leaves WHERE flow_part = '' GROUP BY ALL) whole
      USING (${keys.join(', ')}) WHERE re.value <= whole.value`);
  // Several rows of exports of one key give way one after the other.
  await engine.run(`CREATE TABLE less AS
    SELECT leaf.rid, leaf.value - least(leaf.value, greatest(0, re.value - leaf.before)) AS value,
      CASE WHEN re.rows = 1 AND leaf.weight >= re.weight THEN leaf.weight - re.weight END AS weight
    FROM (SELECT *, sum(value) OVER (PARTITION BY ${keys.join(', ')} ORDER BY rid) - value AS before FROM export_leaves WHERE flow_part = '') leaf
    JOIN matched_re_exports re USING (${keys.join(', ')})`);
  await engine.run('DELETE FROM reduced WHERE rid IN (SELECT rid FROM less)');
  await engine.run(
    'INSERT INTO reduced SELECT rid, CAST(value AS DECIMAL(18,4)), CAST(weight AS DECIMAL(18,4)) FROM less',
  );
  await engine.run(`INSERT INTO left_out SELECT rid, 're-export-unmatched' FROM export_leaves leaf
    LEFT JOIN matched_re_exports re USING (${keys.join(', ')}) WHERE flow_part = 're' AND re.value IS NULL`);
}

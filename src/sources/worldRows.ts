import type { DuckdbEngine } from '../store/duckdb.ts';

/** Keys on which a row of all partners and the rows of partners must agree. */
const keys = ['flow', 're_export', 'year', 'month', 'region', 'region_meaning'];
const list = keys.join(', ');
const agree = (one: string, other: string) =>
  keys.map((key) => `${one}.${key} = ${other}.${key}`).join(' AND ');

/**
 * Rows of all partners together ("World") beside rows of single partners. Where the former go deeper in products, the
 * partners' rows of the shorter code are left out; otherwise the world's row is the total of the partners' rows of its
 * code and under it, and of its own deeper rows: what it exceeds them by stays, without partner, as the row itself
 * where the product is told (table `reduced`), else as an unallocated line. Without partners' rows the world's rows
 * are plain rows. Needs tables `unallocated` and `exceeded`, filled for the partners' rows.
 */
export async function leaveOutWorld(engine: DuckdbEngine): Promise<void> {
  await engine.run(
    `CREATE TABLE world_codes AS SELECT DISTINCT ${list}, CAST(code AS VARCHAR) AS code FROM open_rows WHERE world`,
  );
  // Codes of partners' rows under which the world's rows go deeper.
  await engine.run(`CREATE TABLE coarse AS
    SELECT DISTINCT ${keys.map((key) => `own.${key}`).join(', ')}, own.code
    FROM (SELECT DISTINCT ${list}, CAST(code AS VARCHAR) AS code FROM single WHERE fate = 'kept' AND NOT world) own
    JOIN (SELECT DISTINCT ${list}, substr(code, 1, n) AS beginning FROM world_codes, unnest([0, 1, 2, 4, 6, 8]) lengths(n) WHERE n < length(code)) deeper
      ON ${agree('own', 'deeper')} AND deeper.beginning = own.code`);
  const isCoarse = `SELECT single.rid FROM single JOIN coarse ON ${agree('single', 'coarse')} AND CAST(single.code AS VARCHAR) = coarse.code WHERE NOT single.world`;
  await engine.run(`DELETE FROM unallocated WHERE rid IN (${isCoarse})`);
  await engine.run(`DELETE FROM exceeded WHERE rid IN (${isCoarse})`);
  await engine.run(
    `INSERT INTO left_out SELECT rid, 'world-deeper' FROM open_rows WHERE rid IN (${isCoarse})`,
  );
  await engine.run(`CREATE TABLE world_sums AS
    SELECT ${list}, any_value(kind) AS kind, CAST(code AS VARCHAR) AS code, length(code) AS digits, sum(value) AS value,
      sum(net_weight_kg) AS weight, min(row_number) AS row_number, min(rid) AS rid, count(*) > count(net_weight_kg) AS light
    FROM open_rows WHERE world GROUP BY ${list}, code`);
  await engine.run(`CREATE TABLE world_kids AS
    SELECT ${list}, code, digits, value, weight, light, 2 * digits AS depth FROM world_sums
    UNION ALL
    SELECT ${list}, CAST(code AS VARCHAR), length(code), sum(value), sum(net_weight_kg), count(*) > count(net_weight_kg), 2 * length(code) + 1
      FROM open_rows WHERE NOT world GROUP BY ${list}, code
    UNION ALL
    SELECT ${keys.map((key) => `single.${key}`).join(', ')}, CAST(single.code AS VARCHAR), length(single.code), sum(rest), NULL, true, 2 * length(single.code) + 1
      FROM unallocated JOIN single USING (rid) WHERE NOT single.world GROUP BY ALL`);
  await engine.run(`CREATE TABLE world_nearest AS
    SELECT ${keys.map((key) => `kid.${key}`).join(', ')}, kid.code, kid.value, kid.weight, kid.light, kid.digits, kid.depth, max(parent.digits) AS parent_digits
    FROM (SELECT *, substr(code, 1, n) AS beginning FROM world_kids, unnest([0, 1, 2, 4, 6, 8, 10]) lengths(n) WHERE n <= length(code)) kid
    JOIN world_sums parent
      ON ${agree('parent', 'kid')} AND kid.beginning = parent.code AND kid.n = parent.digits AND 2 * parent.digits < kid.depth
    GROUP BY ALL`);
  await engine.run(`CREATE TABLE world_parents AS
    SELECT ${keys.map((key) => `parent.${key}`).join(', ')}, parent.code, any_value(parent.rid) AS rid, any_value(parent.row_number) AS row_number,
      any_value(parent.value) AS value, sum(nearest.value) AS children,
      any_value(parent.weight) - CASE WHEN bool_or(nearest.light) THEN NULL ELSE sum(nearest.weight) END AS weight_rest,
      any_value(parent.kind = 'confidential' OR parent.digits >= 6) OR max(nearest.digits) = any_value(parent.digits) AS product_told
    FROM world_sums parent JOIN world_nearest nearest ON ${agree('parent', 'nearest')}
      AND nearest.parent_digits = parent.digits AND substr(nearest.code, 1, nearest.parent_digits) = parent.code
    GROUP BY ${keys.map((key) => `parent.${key}`).join(', ')}, parent.code`);
  await engine.run(
    `INSERT INTO reduced SELECT rid, CAST(value - children AS DECIMAL(18,4)),
       CASE WHEN weight_rest >= 0 THEN CAST(weight_rest AS DECIMAL(18,4)) END
     FROM world_parents WHERE product_told AND value > children`,
  );
  await engine.run(
    'INSERT INTO unallocated SELECT row_number, rid, code, value - children FROM world_parents WHERE NOT product_told AND value > children',
  );
  await engine.run(
    'INSERT INTO exceeded SELECT row_number, rid, code, children - value FROM world_parents WHERE children > value',
  );
  await engine.run(
    `INSERT INTO left_out SELECT open_rows.rid, 'world-parent' FROM open_rows JOIN world_parents
       ON ${agree('open_rows', 'world_parents')} AND CAST(open_rows.code AS VARCHAR) = world_parents.code
     WHERE world AND open_rows.rid NOT IN (SELECT rid FROM reduced)`,
  );
}

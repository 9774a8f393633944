import type { DuckdbEngine } from '../store/duckdb.ts';

/** Keys on which a parent row and its children must agree. */
const keys = ['flow', 're_export', 'year', 'month', 'region', 'region_meaning', 'partner'];
const list = keys.join(', ');
const agree = (one: string, other: string) =>
  keys.map((key) => `${one}.${key} = ${other}.${key}`).join(' AND ');

/**
 * A row whose code is the beginning of another row's code, all other keys equal, is the total of those rows. It is
 * compared with its nearest descendants; what it exceeds them by is kept as an unallocated line of the parent. Makes table `parent_rows`
 * (rid), `unallocated` and `exceeded` from view `open_rows`; what is left out goes to `left_out`. `rows`: a condition on the rows looked at. Only codes that begin another code of the file
 * can be parents: where there are none, no row is looked at.
 */
export async function leaveOutParents(engine: DuckdbEngine, rows = 'true'): Promise<void> {
  await engine.run(
    'CREATE TABLE unallocated (row_number BIGINT, rid BIGINT, code VARCHAR, rest DECIMAL(38,4))',
  );
  await engine.run(
    'CREATE TABLE exceeded (row_number BIGINT, rid BIGINT, code VARCHAR, excess DECIMAL(38,4))',
  );
  await engine.run(
    `CREATE TABLE codes AS SELECT DISTINCT kind, CAST(code AS VARCHAR) AS code FROM line_map WHERE kind IS NOT NULL`,
  );
  await engine.run(
    `CREATE TABLE parent_codes AS SELECT DISTINCT parent.kind, parent.code, length(parent.code) AS digits
     FROM (SELECT *, unnest([0, 2, 4, 6, 8]) AS n FROM codes) child JOIN codes parent
       ON parent.code = left(child.code, child.n) AND length(parent.code) = child.n
     WHERE (parent.kind = 'product' AND child.kind = 'product' AND length(child.code) > length(parent.code))
       OR (parent.kind = 'total')`,
  );
  const lengths = (await engine.query('SELECT DISTINCT digits FROM parent_codes ORDER BY digits')).map(
    (row) => Number(row.digits),
  );
  if (lengths.length === 0) return;
  const sums = (condition: string) =>
    `SELECT ${list}, kind, CAST(code AS VARCHAR) AS code, length(code) AS digits, sum(value) AS value, min(row_number) AS row_number, min(rid) AS rid
     FROM open_rows WHERE ${rows} AND ${condition} GROUP BY ${list}, kind, code`;
  await engine.run(
    `CREATE TABLE parent_sums AS ${sums("CAST(code AS VARCHAR) IN (SELECT code FROM parent_codes) AND kind <> 'confidential'")}`,
  );
  const descends = lengths.includes(0)
    ? 'true'
    : `(${lengths.map((digits) => `left(CAST(code AS VARCHAR), ${digits}) IN (SELECT code FROM parent_codes WHERE digits = ${digits})`).join(' OR ')})`;
  await engine.run(`CREATE TABLE child_sums AS ${sums(descends)}`);
  await engine.run(`CREATE TABLE nearest AS
    SELECT ${keys.map((key) => `child.${key}`).join(', ')}, child.kind, child.code, child.value, max(parent.digits) AS parent_digits
    FROM (${lengths
      .map(
        (digits) =>
          `SELECT *, ${digits} AS prefix_digits, substr(code, 1, ${digits}) AS prefix FROM child_sums WHERE ${ancestorsOf(digits)}`,
      )
      .join(' UNION ALL ')}) child
    JOIN parent_sums parent ON parent.digits = child.prefix_digits AND parent.code = child.prefix AND ${agree('parent', 'child')}
    GROUP BY ALL`);
  await engine.run(`CREATE TABLE parents AS
    SELECT ${keys.map((key) => `parent.${key}`).join(', ')}, parent.code, any_value(parent.row_number) AS row_number, any_value(parent.rid) AS rid, any_value(parent.value) AS value,
      coalesce(sum(nearest.value), 0) AS children
    FROM parent_sums parent LEFT JOIN nearest ON nearest.parent_digits = parent.digits AND substr(nearest.code, 1, nearest.parent_digits) = parent.code
      AND ${agree('parent', 'nearest')}
    WHERE parent.kind = 'total' OR (parent.kind = 'product' AND nearest.code IS NOT NULL)
    GROUP BY ALL`);
  await engine.run(
    `CREATE TABLE parent_rows AS SELECT open_rows.rid FROM open_rows JOIN parents
     ON CAST(open_rows.code AS VARCHAR) = parents.code AND ${agree('open_rows', 'parents')} WHERE ${rows} AND open_rows.kind <> 'confidential'`,
  );
  await engine.run(
    'INSERT INTO unallocated SELECT row_number, rid, code, value - children FROM parents WHERE value > children',
  );
  await engine.run(
    'INSERT INTO exceeded SELECT row_number, rid, code, children - value FROM parents WHERE children > value',
  );
  await engine.run("INSERT INTO left_out SELECT DISTINCT rid, 'parent' FROM parent_rows");
}

/** A secret line has no digits: only a total over all codes can be its parent. */
function ancestorsOf(digits: number): string {
  return digits === 0 ? "kind <> 'total'" : `kind = 'product' AND length(code) > ${digits}`;
}

import { type CubeKind, cubeKeys } from '../../src/store/cubes.ts';
import { literal } from '../../src/store/queries/literal.ts';

/** What somebody who knows DuckDB would write by hand for the same work; printed with the results. */

const list = (files: readonly string[]) => `[${files.map(literal).join(', ')}]`;

/** Rows of an unload in the columns and types of the detail. The regions of the generator begin with their code. */
function typedRows(files: readonly string[]): string {
  return `SELECT 'vintage00000' AS vintage, 'file000000000000' AS file, row_number, flow, false AS re_export, year, month, region, line,
    substr(line, 1, 6) AS hs6, substr(line, 1, 4) AS heading, substr(line, 1, 2) AS chapter,
    CASE WHEN year < 2017 THEN 'HS2012' WHEN year < 2022 THEN 'HS2017' ELSE 'HS2022' END AS edition,
    partner, 'product' AS status, unit, 'USD' AS currency, value, CAST(1 AS DECIMAL(18,8)) AS usd_rate,
    net_weight_kg, quantity, '' AS contributor
  FROM (SELECT row_number() OVER () AS row_number, CASE NAPR WHEN 'ЭК' THEN 'export' ELSE 'import' END AS flow,
      CAST(substr(PERIOD, 4, 4) AS SMALLINT) AS year, CAST(substr(PERIOD, 1, 2) AS TINYINT) AS month,
      substr(REGION, 1, 5) AS region, TNVED AS line, STRANA AS partner, EDIZM AS unit,
      STOIM AS value, NETTO AS net_weight_kg, KOL AS quantity
    FROM read_csv(${list(files)}, header = true, columns = {NAPR: 'VARCHAR', PERIOD: 'VARCHAR', STRANA: 'VARCHAR',
      TNVED: 'VARCHAR', EDIZM: 'VARCHAR', STOIM: 'DECIMAL(18,4)', NETTO: 'DECIMAL(18,4)', KOL: 'DECIMAL(18,4)', REGION: 'VARCHAR'})) read`;
}

/** The import: the same columns, types, order, compression and row groups, in one statement. */
export function copyCsv(files: readonly string[], target: string): string {
  return `COPY (
  ${typedRows(files)}
  ORDER BY flow, year, region, line, partner, month, row_number
) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`;
}

/** A cube from the detail files, all flows and years in one statement. */
export function copyCube(
  kind: CubeKind,
  detail: readonly string[],
  codes: readonly string[],
  target: string,
): string {
  const keys = cubeKeys[kind];
  const chosen =
    kind === 'cube_region_product_partner'
      ? ` WHERE partner <> '' AND hs6 IN (${codes.map(literal).join(', ')})`
      : '';
  return `COPY (SELECT ${keys}, sum(value) AS value, sum(CAST(value AS DECIMAL(20,4)) * usd_rate) AS value_usd,
    sum(net_weight_kg) AS net_weight_kg, count(*) AS rows
  FROM read_parquet(${list(detail)}, hive_partitioning = false)${chosen} GROUP BY ${keys} ORDER BY ${keys}
) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`;
}

/** The figures of an assessment: of one year, each region's exports by product code of the lists. */
export function yearByRegion(cube: readonly string[], codes: readonly string[]): string {
  return `SELECT region, hs6, sum(value_usd) AS value_usd, sum(sum(value_usd)) OVER (PARTITION BY region) AS total_usd
  FROM read_parquet(${list(cube)}, hive_partitioning = false) WHERE NOT re_export AND hs6 IN (${codes.map(literal).join(', ')}) GROUP BY region, hs6 ORDER BY region, hs6`;
}

/** One region, one year: its twenty largest products. */
export function largestProducts(cube: readonly string[], region: string): string {
  return `SELECT hs6, sum(value_usd) AS value_usd FROM read_parquet(${list(cube)}, hive_partitioning = false)
  WHERE region = ${literal(region)} AND NOT re_export GROUP BY hs6 ORDER BY value_usd DESC LIMIT 20`;
}

/** All regions over all years: a segment and the total. */
export function segmentByYear(cube: readonly string[], codes: readonly string[]): string {
  return `SELECT region, year, sum(value_usd) FILTER (WHERE hs6 IN (${codes.map(literal).join(', ')})) AS segment_usd, sum(value_usd) AS total_usd
  FROM read_parquet(${list(cube)}, hive_partitioning = false) WHERE NOT re_export GROUP BY region, year ORDER BY region, year`;
}

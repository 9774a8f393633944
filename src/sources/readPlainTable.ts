import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { type TradeMatrix, tradeMatrixOf } from '../domain/measures/tradeMatrix.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { InputSettings } from '../files/inputSettings.ts';
import { openInput } from '../files/openInput.ts';
import { openDuckdb } from '../store/duckdb.ts';
import { columnsOf } from './importFile.ts';
import { plainPlan } from './importPlan.ts';
import { stageRows } from './stageRows.ts';

export interface PlainTableColumns {
  readonly region: string;
  readonly product: string;
  readonly value: string;
}

export interface PlainTable {
  readonly matrix: TradeMatrix;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

const missing = "('', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '..', '...')";

/**
 * Any long table of region, product and value (text, workbook, Parquet, packed or not) as a matrix; rows of one region
 * and product are added. Missing values (empty, NA, NaN) are left out and counted. Throws naming row and text where a
 * value is negative or no number.
 */
export async function readPlainTable(
  path: string,
  columns: PlainTableColumns,
  settings: InputSettings = {},
): Promise<PlainTable> {
  const scratch = await mkdtemp(join(tmpdir(), 'trajecta-'));
  const engine = await openDuckdb();
  try {
    const wanted = Object.values(columns);
    const input = await openInput(path, scratch, settings, (cells) =>
      wanted.every((name) => cells.includes(name)),
    );
    const found = await columnsOf(engine, path, input.table);
    const absent = wanted.find((name) => !found.includes(name));
    if (absent !== undefined) {
      throw new TrajectaError('missing-column', {
        ru: `В файле ${path} нет столбца «${absent}». Найдены: ${found.slice(0, 30).join(', ')}. Столбцы задаются так: --columns region=…,product=…,value=…`,
        en: `The file ${path} has no column "${absent}". Found: ${found.slice(0, 30).join(', ')}. Columns are named so: --columns region=…,product=…,value=…`,
      });
    }
    const nowhere = { country: 'ZZ', countryName: { ru: '', en: '' }, territories: [] };
    const plan = plainPlan('plain', nowhere, {
      region: columns.region,
      line: columns.product,
      value: columns.value,
    });
    await stageRows(engine, plan, input.table, () => 'DECIMAL(30,10)');
    await engine.run(
      `CREATE TABLE plain AS SELECT row_number, trim(CAST(region_text AS VARCHAR)) AS region, trim(CAST(line_text AS VARCHAR)) AS product,
        coalesce(value_text, CAST(value AS VARCHAR), '') AS value_text,
        (value IS NULL AND coalesce(value_text, '') IN ${missing}) AS missing, CAST(value AS DOUBLE) AS value
       FROM rows WHERE NOT (trim(CAST(region_text AS VARCHAR)) = '' AND trim(CAST(line_text AS VARCHAR)) = '')`,
    );
    const bad = (
      await engine.query(
        `SELECT row_number, value_text, count(*) OVER () AS all_rows FROM plain WHERE NOT missing AND (value IS NULL OR value < 0) ORDER BY row_number LIMIT 1`,
      )
    )[0];
    if (bad !== undefined) {
      throw new TrajectaError('bad-value', {
        ru: `Файл ${path}, строка ${bad.row_number}, столбец ${columns.value}: «${bad.value_text}» — не число от 0 (таких строк: ${bad.all_rows}). Принимаются числа от 0; пустые, NA и NaN считаются отсутствующими.`,
        en: `File ${path}, row ${bad.row_number}, column ${columns.value}: "${bad.value_text}" is not a number of 0 or more (rows like this: ${bad.all_rows}). Accepted are numbers of 0 or more; empty ones, NA and NaN count as missing.`,
      });
    }
    const sums = await engine.query(
      `SELECT region, product, sum(value) AS value, count(*) AS entries FROM plain WHERE NOT missing GROUP BY region, product ORDER BY region, product`,
    );
    const names = await engine.query(`SELECT DISTINCT region, product FROM plain`);
    const regions = [...new Set(names.map((row) => String(row.region)))].sort();
    const products = [...new Set(names.map((row) => String(row.product)))].sort();
    const regionAt = new Map(regions.map((name, place) => [name, place]));
    const productAt = new Map(products.map((name, place) => [name, place]));
    const matrix = tradeMatrixOf({
      regions,
      products,
      region: Int32Array.from(sums, (row) => regionAt.get(String(row.region)) ?? -1),
      product: Int32Array.from(sums, (row) => productAt.get(String(row.product)) ?? -1),
      value: Float64Array.from(sums, (row) => Number(row.value)),
    });
    const left = Number((await engine.query(`SELECT count(*) AS n FROM plain WHERE missing`))[0]?.n ?? 0);
    const repeated = sums.filter((row) => Number(row.entries) > 1).length;
    return { matrix, sha256: input.sha256, findings: findingsOf(left, repeated) };
  } finally {
    await engine.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function findingsOf(left: number, repeated: number): readonly Finding[] {
  const finding = (code: string, count: number, ru: string, en: string): Finding[] =>
    count === 0 ? [] : [{ code, severity: 'info', message: { ru, en }, count }];
  return [
    ...finding(
      'missing-values',
      left,
      'Строки без значения оставлены в стороне.',
      'Rows without a value are left out.',
    ),
    ...finding(
      'repeated-pairs',
      repeated,
      'Пары региона и товара в нескольких строках сложены.',
      'Pairs of region and product in several rows are added.',
    ),
  ];
}

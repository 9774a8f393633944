import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { type CodeColumn, codeColumns, type TradeColumns } from '../domain/measures/tradeColumns.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { InputSettings } from '../files/inputSettings.ts';
import { openInput } from '../files/openInput.ts';
import { type DuckdbEngine, openDuckdb } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import { markEvidence, numberExpression } from './decimalMark.ts';
import { columnsOf } from './importFile.ts';
import { plainPlan } from './importPlan.ts';
import { plainFlow } from './plainFlow.ts';
import { textRelation } from './textRelation.ts';

/** Names of the file's columns; `value` is wanted, the others as a measure needs them. */
export type PlainTableColumns = { readonly [Name in CodeColumn]?: string } & {
  readonly value: string;
  readonly quantity?: string;
};

export interface PlainTable {
  readonly columns: TradeColumns;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

const missing = "('', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '..', '...')";
/** Texts of `raw` by the columns of the table. */
const textOf: Readonly<Record<CodeColumn, string>> = {
  region: 'region_text',
  product: 'line_text',
  partner: 'partner_text',
  period: 'period_text',
  flow: 'flow_text',
};

/**
 * Any long table of trade (text, workbook, Parquet, packed or not) in columns; rows of the same codes are added where
 * there are no quantities. Missing values (empty, NA, NaN) and rows without a code are left out and counted. Throws
 * naming row and text where a value is negative or no number, or a row has other fields than the heading.
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
    const { product, value, ...rest } = columns;
    const named = { ...rest, ...(product === undefined ? {} : { line: product }), value };
    const texts = await textRelation(engine, plainPlan('plain', nowhere, named), input.table, 'list');
    const trimmed = texts.texts.map((text) => `trim(${text}_text) AS ${text}_text`);
    await engine.run(
      `CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS row_number, ${trimmed.join(', ')}, overflow FROM (${texts.sql}) texts`,
    );
    await refuseBroken(engine, path, input.table.kind === 'delimited');
    const codes = codeColumns.filter((name) => columns[name] !== undefined);
    const plain = await typedRows(engine, path, columns, codes);
    return { ...plain, sha256: input.sha256 };
  } finally {
    await engine.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Throws where a row cannot be split into fields, or has more fields than the heading: what it says is not certain. */
async function refuseBroken(engine: DuckdbEngine, path: string, isDelimited: boolean): Promise<void> {
  const broken = isDelimited
    ? await engine.query(
        'SELECT min(line) AS line, any_value(csv_line ORDER BY line) AS text, count(DISTINCT line) AS lines FROM reject_errors',
      )
    : [];
  const [first] = broken;
  if (first !== undefined && Number(first.lines) > 0) {
    const text = String(first.text ?? '')
      .trim()
      .slice(0, 80);
    throw new TrajectaError('bad-value', {
      ru: `Файл ${path}, строка файла ${first.line}: «${text}» не делится на столбцы (таких строк: ${first.lines}). Проверьте кавычки и разделители.`,
      en: `File ${path}, line ${first.line} of the file: "${text}" cannot be split into columns (lines like this: ${first.lines}). Check quotes and delimiters.`,
    });
  }
  const [wide] = await engine.query(
    'SELECT row_number, overflow, count(*) OVER () AS all_rows FROM raw WHERE overflow IS NOT NULL ORDER BY row_number LIMIT 1',
  );
  if (wide === undefined) return;
  throw new TrajectaError('bad-value', {
    ru: `Файл ${path}, строка ${wide.row_number}: после последнего столбца стоит ещё «${wide.overflow}» (таких строк: ${wide.all_rows}). Если это дробь с запятой, возьмите число в кавычки или разделите столбцы точкой с запятой.`,
    en: `File ${path}, row ${wide.row_number}: "${wide.overflow}" stands beyond the last column (rows like this: ${wide.all_rows}). If that is a decimal comma, put the number in quotes or separate the columns by semicolons.`,
  });
}

async function typedRows(
  engine: DuckdbEngine,
  path: string,
  columns: PlainTableColumns,
  codes: readonly CodeColumn[],
): Promise<{ readonly columns: TradeColumns; readonly findings: readonly Finding[] }> {
  const withQuantity = columns.quantity !== undefined;
  await engine.run(
    `DELETE FROM raw WHERE ${codes.map((name) => `${textOf[name]} = ''`).join(' AND ') || '1 = 0'}`,
  );
  const { mark } = await markEvidence(engine, 'raw', withQuantity ? ['value', 'quantity'] : ['value']);
  const number = (text: string) => `CAST(${numberExpression(text, mark)} AS DOUBLE)`;
  await engine.run(
    `CREATE TEMP TABLE plain AS SELECT row_number, ${codes.map((name) => `${textOf[name]} AS ${name}, `).join('')}
      value_text, value_text IN ${missing} AS missing, ${number('value_text')} AS value
      ${withQuantity ? `, quantity_text, CASE WHEN quantity_text IN ${missing} THEN 0 ELSE ${number('quantity_text')} END AS quantity` : ''} FROM raw`,
  );
  await refuseBad(engine, path, 'value', columns.value, 'NOT missing AND');
  if (columns.quantity !== undefined) await refuseBad(engine, path, 'quantity', columns.quantity, '');
  const coded = codes.map((name) => `${name} <> ''`).join(' AND ') || '1 = 1';
  const keys = codes.join(', ');
  const counts = (
    await engine.query(`SELECT count(*) FILTER (WHERE missing) AS missing, count(*) FILTER (WHERE NOT missing AND NOT (${coded})) AS codeless,
      CAST(coalesce(sum(value) FILTER (WHERE NOT missing AND NOT (${coded})), 0) AS DOUBLE) AS codeless_value FROM plain`)
  )[0];
  const repeated =
    keys === ''
      ? []
      : await engine.query(`SELECT count(*) AS pairs, sum(same) AS same FROM (
          SELECT CASE WHEN count(DISTINCT value) = 1 THEN 1 ELSE 0 END AS same FROM plain WHERE NOT missing AND ${coded} GROUP BY ${keys} HAVING count(*) > 1)`);
  const rows = await engine.query(
    withQuantity
      ? `SELECT ${keys === '' ? '' : `${keys}, `}value, quantity FROM plain WHERE NOT missing AND ${coded} ORDER BY row_number`
      : `SELECT ${keys === '' ? '' : `${keys}, `}sum(value) AS value FROM plain WHERE NOT missing AND ${coded} ${keys === '' ? '' : `GROUP BY ${keys} ORDER BY ${keys}`}`,
  );
  const coding = await Promise.all(
    codes.map(async (name) => {
      const texts = await engine.query(`SELECT DISTINCT ${name} AS text FROM plain WHERE ${name} <> ''`);
      const labels = texts.map((row) => String(row.text)).sort();
      const place = new Map(labels.map((label, at) => [label, at]));
      const column = {
        labels,
        codes: Int32Array.from(rows, (row) => place.get(String(row[name])) as number),
      };
      return [name, name === 'flow' ? plainFlow(column, path, columns.flow ?? 'flow') : column] as const;
    }),
  );
  return {
    columns: {
      ...Object.fromEntries(coding),
      value: Float64Array.from(rows, (row) => Number(row.value)),
      ...(withQuantity ? { quantity: Float64Array.from(rows, (row) => Number(row.quantity)) } : {}),
    },
    findings: findingsOf(
      Number(counts?.missing ?? 0),
      Number(counts?.codeless ?? 0),
      Number(counts?.codeless_value ?? 0),
      withQuantity ? 0 : Number(repeated[0]?.pairs ?? 0),
      Number(repeated[0]?.same ?? 0),
    ),
  };
}

async function refuseBad(
  engine: DuckdbEngine,
  path: string,
  column: 'value' | 'quantity',
  name: string,
  condition: string,
): Promise<void> {
  const bad = (
    await engine.query(
      `SELECT row_number, ${column}_text AS text, count(*) OVER () AS all_rows FROM plain WHERE ${condition} (${column} IS NULL OR ${column} < 0 OR ${column} = CAST(${literal('inf')} AS DOUBLE)) ORDER BY row_number LIMIT 1`,
    )
  )[0];
  if (bad === undefined) return;
  throw new TrajectaError('bad-value', {
    ru: `Файл ${path}, строка ${bad.row_number}, столбец ${name}: «${bad.text}» — не число от 0 (таких строк: ${bad.all_rows}). Принимаются числа от 0; пустые, NA и NaN считаются отсутствующими.`,
    en: `File ${path}, row ${bad.row_number}, column ${name}: "${bad.text}" is not a number of 0 or more (rows like this: ${bad.all_rows}). Accepted are numbers of 0 or more; empty ones, NA and NaN count as missing.`,
  });
}

function findingsOf(
  left: number,
  codeless: number,
  codelessValue: number,
  repeated: number,
  same: number,
): readonly Finding[] {
  const finding = (code: string, count: number, ru: string, en: string, caveat = false): Finding[] =>
    count === 0 ? [] : [{ code, severity: caveat ? 'caveat' : 'info', message: { ru, en }, count }];
  return [
    ...finding(
      'missing-values',
      left,
      `Строки без значения оставлены в стороне: ${left}.`,
      `Rows without a value are left out: ${left}.`,
    ),
    ...finding(
      'missing-codes',
      codeless,
      `Строки без кода оставлены в стороне: ${codeless}, их сумма ${codelessValue}.`,
      `Rows without a code are left out: ${codeless}, their sum ${codelessValue}.`,
      true,
    ),
    ...finding(
      'repeated-pairs',
      repeated,
      `Одни и те же коды в нескольких строках, строки сложены: ${repeated}; из них с равными значениями, то есть, может быть, повторов: ${same}.`,
      `The same codes in several rows, which are added: ${repeated}; of these with equal values, so perhaps repetitions: ${same}.`,
      same > 0,
    ),
  ];
}

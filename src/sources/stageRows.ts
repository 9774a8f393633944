import { TrajectaError } from '../domain/trajectaError.ts';
import type { ReadableTable } from '../files/inputSettings.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import { type MarkEvidence, markEvidence, numberColumns } from './decimalMark.ts';
import { type DecimalMark, type ImportPlan, type RowText, rowTexts } from './importPlan.ts';
import { plainNumber } from './numberText.ts';
import { cellRelation, type TextRelation, textRelation, wideRelation } from './textRelation.ts';

/** Texts that are codes or names: few different ones, each kept once; a row holds their number. */
export const codeTexts = rowTexts.filter(
  (text) => text !== 'contributor' && !(numberColumns as readonly string[]).includes(text),
);

/** More different texts than this are no codes: a column of something else has been taken for one. */
const mostCodes = 500_000;
const sampledRows = 20_000;

export interface StagedRows {
  /** Texts that the file has. */
  readonly texts: readonly RowText[];
  /** How the decimal mark was told; null where it was set. */
  readonly evidence: MarkEvidence | null;
  /** Rows of table `broken`. */
  readonly broken: number;
  /** Are there numbers that are not plainly written? Their texts are kept. */
  readonly oddNumbers: boolean;
}

/**
 * Reads a file into view `rows`, which has for each row of the file `row_number` (1 = first data row), `rid`, the code
 * texts that the file has as numbers of type `flow_type` and so on (tables `flow_texts` ... hold the texts), `value`, `net_weight`
 * and `quantity` as decimals, `value_text` and so on for numbers that are not plainly written, and `overflow`, what a
 * row holds beyond the heading. Rows that cannot be split at all are in table `broken` (row_number, text). `numbers` tells the types of
 * the numbers. The file is read twice: once for the different texts, once for the rows.
 */
export async function stageRows(
  engine: DuckdbEngine,
  plan: ImportPlan,
  table: ReadableTable,
  numbers: NumberTypes,
  step: Step = (_step, work) => work(),
): Promise<StagedRows> {
  const isWide = plan.wide !== null;
  if (isWide) await stageWide(engine, plan, table);
  const passing = isWide ? cellRelation(plan) : await textRelation(engine, plan, table, 'pass over');
  const listing = isWide ? passing : await textRelation(engine, plan, table, 'list');
  const sample =
    plan.decimalMark === null
      ? await markEvidence(engine, `(${passing.sql} LIMIT ${sampledRows})`, passing.texts)
      : null;
  await step('texts', () => differentTexts(engine, passing));
  const guess = plan.decimalMark ?? sample?.mark ?? '.';
  await step('rows', () => stage(engine, listing, guess, numbers));
  let evidence = sample;
  if (sample !== null && !(await confirmed(engine, sample, passing.texts))) {
    evidence = await markEvidence(engine, `(${passing.sql})`, passing.texts);
    const { mark } = evidence;
    if (mark !== guess) {
      const again = isWide ? passing : await textRelation(engine, plan, table, 'pass over');
      await step('rows', () => stage(engine, again, mark, numbers));
    }
  }
  const shift = isWide ? 'row_number' : await numberedRows(engine, table, 'raw');
  await engine.run(
    `CREATE VIEW rows AS SELECT rowid AS rid, ${isWide ? '' : `${shift} AS row_number, `}* FROM raw`,
  );
  const counts = (
    await engine.query(
      `SELECT (SELECT count(*) FROM broken) AS broken, ${oddCount(passing.texts)} AS odd FROM raw`,
    )
  )[0];
  return {
    texts: passing.texts,
    evidence,
    broken: Number(counts?.broken),
    oddNumbers: Number(counts?.odd) > 0,
  };
}

/** DECIMAL type in which a number column is read. */
export type NumberTypes = (text: (typeof numberColumns)[number]) => string;

/** A step of the work, for whoever watches. */
export type Step = <Result>(step: 'texts' | 'rows', work: () => Promise<Result>) => Promise<Result>;

async function stageWide(engine: DuckdbEngine, plan: ImportPlan, table: ReadableTable): Promise<void> {
  const cells = plan.wide?.columns.length ?? 1;
  await engine.run(`CREATE TABLE wide_rows AS ${await wideRelation(engine, plan, table)}`);
  const number = await numberedRows(engine, table, 'wide_rows', cells);
  await engine.run(`CREATE VIEW wide AS SELECT ${number} AS row_number, * FROM wide_rows`);
}

/** Tables `flow_texts` (k, text) and so on, and the types that number these texts in their order. */
async function differentTexts(engine: DuckdbEngine, relation: TextRelation): Promise<void> {
  const texts = codeTexts.filter((text) => relation.texts.includes(text));
  const names = texts.map((text) => `${text}_text`);
  if (names.length > 0) {
    await engine.run(
      `CREATE TABLE different AS SELECT ${names.join(', ')} FROM (${relation.sql}) texts
       GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`,
    );
  }
  for (const text of texts) {
    // '' is always one of them: an empty file has none.
    const found = `SELECT ${text}_text AS text FROM different WHERE ${text}_text IS NOT NULL UNION SELECT ''`;
    const count = Number((await engine.query(`SELECT count(*) AS n FROM (${found}) found`))[0]?.n);
    if (count > mostCodes) throw tooManyTexts(text, count);
    await engine.run(`CREATE TYPE ${text}_type AS ENUM (SELECT text FROM (${found}) found ORDER BY text)`);
    await engine.run(
      `CREATE TABLE ${text}_texts AS SELECT CAST(enum_code(CAST(text AS ${text}_type)) AS INTEGER) AS k, text
       FROM (${found}) found ORDER BY text`,
    );
  }
}

async function stage(
  engine: DuckdbEngine,
  relation: TextRelation,
  mark: DecimalMark,
  numbers: NumberTypes,
): Promise<void> {
  const reading = new Map(
    numberColumns
      .filter((text) => relation.texts.includes(text))
      .map((text) => [text as RowText, plainNumber(`${text}_text`, { mark, type: numbers(text) })]),
  );
  const columns = relation.texts.flatMap((text) => {
    const column = `${text}_text`;
    if ((codeTexts as readonly string[]).includes(text))
      return [`CAST(${column} AS ${text}_type) AS ${column}`];
    const number = reading.get(text);
    if (number === undefined) return [`trim(${column}) AS ${column}`];
    return [`${number.read} AS ${text}`, `CASE WHEN ${number.isOdd} THEN trim(${column}) END AS ${column}`];
  });
  const casts = [...reading.values()].flatMap((number) => number.cast);
  const place = relation.isNumbered ? ['row_number'] : [];
  await engine.run(
    `CREATE OR REPLACE TABLE raw AS SELECT ${[...place, ...columns, 'overflow'].join(', ')}
     FROM (SELECT ${['*', ...casts].join(', ')} FROM (${relation.sql}) texts) cast_texts`,
  );
}

/** Does nothing in the file speak against the mark that its beginning proves? */
async function confirmed(
  engine: DuckdbEngine,
  sample: MarkEvidence,
  texts: readonly RowText[],
): Promise<boolean> {
  if (sample.proofs === 0) return false;
  const odd = await markEvidence(engine, 'raw', texts);
  return sample.againstIt === 0 && (odd.mark === sample.mark ? odd.againstIt : odd.proofs) === 0;
}

function oddCount(texts: readonly RowText[]): string {
  const odd = numberColumns.filter((text) => texts.includes(text)).map((text) => `count(${text}_text)`);
  return odd.length === 0 ? '0' : odd.join(' + ');
}

/**
 * Lists broken rows and answers the number of each row as an expression of its place. A broken row takes a place in
 * the file too: rows behind it move down by one for each.
 */
async function numberedRows(
  engine: DuckdbEngine,
  table: ReadableTable,
  name: string,
  cells = 1,
): Promise<string> {
  if (table.kind === 'parquet') {
    await engine.run('CREATE TABLE broken (row_number BIGINT, text VARCHAR)');
    return `${name}.rowid + 1`;
  }
  // A quote that never ends swallows the lines behind it: each of them is a row that cannot be used.
  await engine.run(
    `CREATE TABLE broken AS
     SELECT row_number + place - 1 AS row_number, lines[place] AS text FROM (
       SELECT CAST(line - ${1 + table.skippedLines} AS BIGINT) AS row_number,
         string_split(rtrim(replace(any_value(csv_line), chr(13), ''), chr(10)), chr(10)) AS lines
       FROM reject_errors GROUP BY line), unnest(generate_series(1, len(lines))) places(place)`,
  );
  const places = (await engine.query('SELECT row_number FROM broken ORDER BY row_number')).map((row) =>
    Number(row.row_number),
  );
  if (cells > 1) await engine.run(`UPDATE broken SET row_number = (row_number - 1) * ${cells} + 1`);
  // Row number before shift r (1 = first): the k-th broken row, at place p, moves all with r > p - k down by one more.
  return `${name}.rowid + 1 + ${shiftBehind(
    places.map((place, index) => place - index - 1),
    `${name}.rowid + 1`,
  )}`;
}

/** How many of the ascending bounds lie below a number, as nested conditions: few comparisons for each row. */
function shiftBehind(bounds: readonly number[], number: string, from = 0): string {
  if (bounds.length === 0) return String(from);
  const middle = Math.floor(bounds.length / 2);
  const below = shiftBehind(bounds.slice(0, middle), number, from);
  const above = shiftBehind(bounds.slice(middle + 1), number, from + middle + 1);
  return `CASE WHEN ${number} > ${bounds[middle]} THEN ${above} ELSE ${below} END`;
}

function tooManyTexts(text: RowText, count: number): TrajectaError {
  return new TrajectaError('file-unreadable', {
    ru: `В столбце «${text}» разных значений ${count}, больше ${mostCodes}: это не коды. Проверьте, тот ли столбец назван (--column или описание столбцов). Рабочая область не изменена.`,
    en: `The column "${text}" holds ${count} different values, more than ${mostCodes}: these are no codes. Check that the right column is named (--column or the mapping). The workspace is unchanged.`,
  });
}

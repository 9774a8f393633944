import type { ContributingRow, Operand } from '../../api/explanation.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { contributingRows, type RowsQuestion } from '../../store/queries/contributingRows.ts';
import { contributingSums, largestContributions } from '../../store/queries/contributingSums.ts';
import { literal } from '../../store/queries/literal.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { EditionList } from '../lists/editionList.ts';

/** A sum before it is made: where its rows are. */
export interface OperandQuestion {
  readonly symbol: string;
  readonly bound: Bound;
  readonly definition: TwoLanguages;
  readonly rows: RowsQuestion;
  /** The rows are of the workspace of the world behind this one. */
  readonly ofWorld?: true;
}

/** The codes of a list in the editions of a period, ready for a question about rows; null: everything. */
export function codesOf(list: EditionList | null, editions: readonly HsEdition[]): RowsQuestion['codes'] {
  if (list === null) return null;
  return editions.flatMap((edition) => {
    const selection = list(edition);
    return selection === null
      ? []
      : [...selection.weights].map(([code, weight]) => ({ edition, by: selection.by, code, weight }));
  });
}

/** Adds a sum up from its rows, by file, and lists the largest of them. */
export async function operandRows(
  own: WorkspaceReader,
  question: OperandQuestion,
  limit: number,
): Promise<Operand> {
  const workspace = question.ofWorld === true && own.world !== undefined ? own.world : own;
  const sums = await workspace.engine.query(contributingSums(question.rows));
  const sources = sums.map((row) => {
    const input = workspace.inputs.find((one) => one.vintage === row.vintage);
    return {
      vintage: String(row.vintage),
      file: input?.file ?? '',
      sha256: input?.sha256 ?? '',
      rows: Number(row.row_count),
      valueUsd: Number(row.value_usd ?? 0),
    };
  });
  const listed = limit === 0 ? [] : await workspace.engine.query(largestContributions(question.rows, limit));
  return {
    symbol: question.symbol,
    bound: question.bound,
    definition: question.definition,
    valueUsd: sources.reduce((sum, one) => sum + one.valueUsd, 0),
    regions: [...(question.rows.regions ?? [])],
    codes: codesByEdition(question.rows.codes),
    rowCount: sources.reduce((sum, one) => sum + one.rows, 0),
    sources,
    rows: listed.map((row): ContributingRow => {
      const vintage = String(row.vintage);
      return {
        vintage,
        ...placeOf(workspace, vintage, Number(row.row_number)),
        year: Number(row.year),
        month: Number(row.month),
        region: String(row.region),
        line: String(row.line),
        edition: String(row.edition),
        partner: String(row.partner),
        status: String(row.status),
        value: Number(row.value),
        currency: String(row.currency),
        usdRate: Number(row.usd_rate),
        weight: Number(row.weight),
      };
    }),
  };
}

/** File, row and, of a wide table, column of a stored row. */
function placeOf(
  workspace: WorkspaceReader,
  vintage: string,
  number: number,
): { file: string; row: number; column: string | null } {
  const input = workspace.inputs.find((one) => one.vintage === vintage);
  const columns = input?.wideColumns ?? null;
  if (columns === null || columns.length === 0) return { file: input?.file ?? '', row: number, column: null };
  return {
    file: input?.file ?? '',
    row: Math.floor((number - 1) / columns.length) + 1,
    column: columns[(number - 1) % columns.length] ?? null,
  };
}

function codesByEdition(codes: RowsQuestion['codes']): Operand['codes'] {
  if (codes === null) return null;
  const found: Record<string, [string, number][]> = {};
  for (const { edition, code, weight } of codes) {
    found[edition] ??= [];
    found[edition]?.push([code, weight]);
  }
  return found;
}

/** The question for all rows of several sums of the workspace itself: symbol, bound, file and place of each row, value, rate, weight. */
export function allRows(workspace: WorkspaceReader, questions: readonly OperandQuestion[]): string {
  const files = workspace.inputs.map(({ vintage, file, wideColumns }) => {
    const columns =
      (wideColumns ?? []).length === 0 ? 'NULL' : `[${(wideColumns ?? []).map(literal).join(', ')}]`;
    return `(${literal(vintage)}, ${literal(file)}, CAST(${columns} AS VARCHAR[]))`;
  });
  const parts = questions
    .filter((question) => question.ofWorld !== true)
    .map(
      ({ symbol, bound, rows }) =>
        `SELECT ${literal(symbol)} AS symbol, ${literal(bound)} AS bound, * FROM (${contributingRows(rows)}) counted`,
    );
  return `SELECT symbol, bound, source_file AS file, vintage,
      CASE WHEN wide IS NULL THEN row_number ELSE (row_number - 1) // len(wide) + 1 END AS "row",
      CASE WHEN wide IS NULL THEN NULL ELSE wide[(row_number - 1) % len(wide) + 1] END AS "column",
      year, month, region, line, edition, partner, status, value, currency, usd_rate, weight, counted_usd AS value_usd
    FROM (${parts.join(' UNION ALL ')}) parts JOIN (VALUES ${files.join(', ')}) files(input, source_file, wide) ON parts.vintage = files.input
    ORDER BY symbol, bound, vintage, row_number`;
}

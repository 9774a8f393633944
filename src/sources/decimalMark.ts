import type { DuckdbEngine } from '../store/duckdb.ts';
import type { DecimalMark, RowText } from './importPlan.ts';

/** Texts that are numbers. */
export const numberColumns = ['value', 'net_weight', 'quantity'] as const satisfies readonly RowText[];
const groupSpaces = "[\\s\\x{00A0}\\x{202F}\\x{2009}']";

/** Forms that only one of the marks can have: one or two, or four or more digits behind it; a zero or four digits before. */
function proof(mark: string, other: string): string {
  return `[-+]?(?:[0-9]*[${mark}](?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,}[${mark}][0-9]+|0[${mark}][0-9]+|[0-9]{1,3}(?:[${other}][0-9]{3})+[${mark}][0-9]*)`;
}

export interface MarkEvidence {
  readonly mark: DecimalMark;
  /** Numbers that only the mark, and that only the other mark, explains. */
  readonly proofs: number;
  readonly againstIt: number;
  /** Numbers such as 1,234, which are read by the mark of the file. */
  readonly ambiguous: number;
}

/** Tells the decimal mark of a relation of texts from all its numbers: the one that more of them prove. */
export async function markEvidence(
  engine: DuckdbEngine,
  relation: string,
  present: readonly RowText[],
): Promise<MarkEvidence> {
  const columns = numberColumns.filter((text) => present.includes(text)).map((text) => `${text}_text`);
  const bare = (column: string) =>
    `regexp_replace(trim(${column}), '${groupSpaces.replaceAll("'", "''")}', '', 'g')`;
  const counted = (name: string, form: string) =>
    `${columns.map((column) => `count(*) FILTER (WHERE regexp_full_match(${bare(column)}, '${form}'))`).join(' + ')} AS ${name}`;
  const hasMark = columns
    .map((column) => `contains(${column}, ',') OR contains(${column}, '.')`)
    .join(' OR ');
  const row =
    columns.length === 0
      ? undefined
      : (
          await engine.query(
            `SELECT ${counted('commas', proof(',', '.'))}, ${counted('points', proof('.', ','))},
              ${counted('ambiguous', '[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}')} FROM ${relation} texts WHERE ${hasMark}`,
          )
        )[0];
  const commas = Number(row?.commas ?? 0);
  const points = Number(row?.points ?? 0);
  return {
    mark: commas > points ? ',' : '.',
    proofs: Math.max(commas, points),
    againstIt: Math.min(commas, points),
    ambiguous: Number(row?.ambiguous ?? 0),
  };
}

/**
 * A number text as DECIMAL in SQL, or NULL where it is none. Groups of three by spaces, apostrophes, or the other
 * mark are understood; a number that only the other mark explains (12,5 in a file of points) is read by it; the
 * file's mark decides the rest. Only digits, marks, a sign and an exponent: "inf" and the like are no money.
 */
export function numberExpression(column: string, mark: DecimalMark, type = 'DECIMAL(30,10)'): string {
  const other = mark === '.' ? ',' : '.';
  const spaces = groupSpaces.replaceAll("'", "''");
  const plain = `replace(regexp_replace(${column}, '${spaces}', '', 'g'), '−', '-')`;
  const spaced = `(NOT regexp_matches(${column}, '${spaces}') OR regexp_full_match(${column}, '[-+−]?\\s?[0-9]{1,3}(?:${spaces}[0-9]{3})+(?:[.,][0-9]*)?'))`;
  const pointed = (by: string, groups: string) => `replace(replace(${plain}, '${groups}', ''), '${by}', '.')`;
  return `TRY_CAST(CASE WHEN NOT ${spaced} THEN NULL
    WHEN regexp_full_match(${plain}, '[-+]?[0-9]+(?:[eE][-+]?[0-9]+)?') THEN ${plain}
    WHEN regexp_full_match(${plain}, '[-+]?[0-9]{1,3}(?:[${other}][0-9]{3})+(?:[${mark}][0-9]*)?') THEN ${pointed(mark, other)}
    WHEN regexp_full_match(${plain}, '[-+]?[0-9]{1,3}(?:(?:[${mark}][0-9]{3}){2,}(?:[${other}][0-9]*)?|[${mark}][0-9]{3}[${other}][0-9]*)') THEN ${pointed(other, mark)}
    WHEN regexp_full_match(${plain}, '[-+]?(?:[0-9]*[${mark}][0-9]+(?:[eE][-+]?[0-9]+)?|[0-9]+[${mark}])') THEN ${pointed(mark, ' ')}
    WHEN regexp_full_match(${plain}, '[-+]?[0-9]*[${other}][0-9]+') THEN ${pointed(other, ' ')}
  END AS ${type})`;
}

import type { AuditTable } from './auditFile.ts';
import type { AuditFinding, Candidate } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';

/** A cell that breaks an identity and repeats the cell beside it: a likely slip of copying. */
export const copiedNeighbour: AuditRule = {
  id: 'copied-neighbour',
  name: { ru: 'Повтор соседа', en: 'Copied neighbour' },
  meaning: {
    ru: 'Ячейка, которая может быть виновна в нарушенном равенстве, повторяет соседнюю: вероятно, описка при переписывании. Повтор без нарушенного равенства — не находка.',
    en: 'A cell that could be at fault in a broken identity repeats its neighbour: probably a slip of copying. A repetition without a broken identity is no finding.',
  },
  formula: 'printed(cell) = printed(neighbour), the cell among the candidates of another finding',
  check: (context) =>
    context.file.tables.flatMap((table) => {
      const seen = new Set<string>();
      return context.before
        .filter((finding) => finding.table === table.id && identities.has(finding.rule))
        .flatMap((finding) => ofFinding(table, finding, context, seen));
    }),
};

/** Rules whose candidates are held by an identity: of two different prints alone either may be right. */
const identities = new Set(['chain-product', 'share-identity', 'outside-members', 'parts-and-whole']);

function ofFinding(
  table: AuditTable,
  finding: AuditFinding,
  context: AuditContext,
  seen: Set<string>,
): readonly AuditFinding[] {
  return finding.candidates.flatMap((candidate) => {
    const at = placeOf(table, candidate);
    if (at === null) return [];
    return neighboursOf(table, at.row, at.column, twiceAccused(candidate, context)).flatMap((neighbour) => {
      const text = table.rows[neighbour.row]?.[neighbour.column + 1] ?? '';
      if (text !== candidate.printed || !/[1-9]/.test(text)) return [];
      const key = [at, neighbour]
        .map((one) => `${one.row}:${one.column}`)
        .sort()
        .join(' ');
      if (seen.has(key)) return [];
      seen.add(key);
      const other: Candidate = {
        table: table.id,
        row: table.rows[neighbour.row]?.[0] ?? '',
        column: table.columns[neighbour.column]?.id ?? '',
        claim: null,
        printed: text,
        lower: null,
        upper: null,
      };
      // Of a pair in one row the later cell is named: copying goes forward.
      const alsoCandidate = finding.candidates.find(
        (one) => one.row === other.row && one.column === other.column && one.table === other.table,
      );
      const pair =
        alsoCandidate !== undefined && neighbour.column > at.column
          ? [alsoCandidate, candidate]
          : [candidate, alsoCandidate ?? other];
      const [named, source] = pair as [Candidate, Candidate];
      const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
      return [
        findingOf('copied-neighbour', digits >= 3 ? 'likely' : 'possible', pair, {
          ru: `Таблица ${table.id}, ${named.row}, столбец ${named.column}: ${named.printed} повторяет ${source.row === named.row ? `столбец ${source.column}` : `строку «${source.row}»`} и не сходится с остальными числами (${finding.rule}).`,
          en: `Table ${table.id}, ${named.row}, column ${named.column}: ${named.printed} repeats ${source.row === named.row ? `column ${source.column}` : `the row "${source.row}"`} and does not agree with the other figures (${finding.rule}).`,
        }),
      ];
    });
  });
}

/** A cell that two different rules name first or among few: also a repetition of a cell further off is told. */
function twiceAccused(candidate: Candidate, context: AuditContext): boolean {
  const rules = context.before.filter(
    (finding) =>
      identities.has(finding.rule) &&
      finding.candidates.some(
        (one) =>
          one.table === candidate.table && one.row === candidate.row && one.column === candidate.column,
      ),
  );
  const named = rules.some((finding) => finding.column === candidate.column && finding.row === candidate.row);
  return named && new Set(rules.map((finding) => finding.rule)).size > 1;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeOf(table: AuditTable, candidate: Candidate): Place | null {
  const row = table.rows.findIndex((one) => one[0] === candidate.row);
  const column = table.columns.findIndex((one) => one.id === candidate.column);
  return candidate.table !== table.id || row < 0 || column < 0 ? null : { row, column };
}

/**
 * Cells of the same meaning next to a cell: along the row where the columns are a series, else along the column, where
 * repetition is rare. `far`: every cell of the series.
 */
function neighboursOf(table: AuditTable, row: number, column: number, far: boolean): readonly Place[] {
  const meaning = table.columns[column]?.meaning;
  const same = (place: number) => table.columns[place]?.meaning === meaning;
  if (meaning === 'growth-index') {
    const places = table.columns.flatMap((_one, place) => (place !== column && same(place) ? [place] : []));
    return places
      .filter((place) => far || Math.abs(place - column) === 1)
      .map((place) => ({ row, column: place }));
  }
  if (meaning === undefined || meaning === 'growth-total' || repeats(table, column) > oftenRepeated)
    return [];
  return [row - 1, row + 1]
    .filter((place) => place >= 0 && place < table.rows.length)
    .map((place) => ({ row: place, column }));
}

/** Above this share of equal neighbours in a column a repetition is no sign. */
const oftenRepeated = 0.25;

function repeats(table: AuditTable, column: number): number {
  const texts = table.rows.map((row) => row[column + 1] ?? '');
  const equal = texts.filter((text, place) => place > 0 && text === texts[place - 1]).length;
  return texts.length < 2 ? 1 : equal / (texts.length - 1);
}

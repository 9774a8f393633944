import type { AuditClaim, AuditTable } from './auditFile.ts';
import type { AuditFinding, Candidate } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { candidateOf, meaningKey, type Print } from './prints.ts';

/** Ranks against the values they are by, and superlatives of the text against all printed values. */
export const rankOrder: AuditRule = {
  id: 'rank-order',
  name: { ru: 'Ранги и значения', en: 'Ranks and values' },
  meaning: {
    ru: 'Порядок рангов противоречит значениям; названное наибольшим меньше другого напечатанного значения.',
    en: 'The order of ranks contradicts the values; what is called the highest is below another printed value.',
  },
  formula: 'rank(i) < rank(j) ⇒ value(i) ≥ value(j)',
  check: (context) => [
    ...context.file.tables.flatMap((table) => ranksOf(table, context)),
    ...(context.file.claims ?? []).flatMap((claim) =>
      claim.kind === 'highest' ? highest(claim, context) : [],
    ),
  ],
};

function ranksOf(table: AuditTable, context: AuditContext): readonly AuditFinding[] {
  return table.columns.flatMap((column, place) => {
    if (column.meaning !== 'rank') return [];
    const rows = table.rows
      .flatMap((row) => {
        const rank = Number(row[place + 1]);
        const value = context.cells.find(
          (one) => one.table === table.id && one.row === row[0] && one.column === column.by,
        );
        return (row[place + 1] ?? '') === '' || !Number.isFinite(rank) || value === undefined
          ? []
          : [{ rank, value, text: row[place + 1] ?? '' }];
      })
      .sort((a, b) => a.rank - b.rank);
    return rows.flatMap((row, index) => {
      const before = rows[index - 1];
      if (before === undefined) return [];
      const sign = column.order === 'descending' ? 1 : -1;
      const [higher, lower] = sign === 1 ? [before, row] : [row, before];
      // Equal ranks may stand for equal values only.
      const tie = before.rank === row.rank;
      const wrong = higher.value.range.upper < lower.value.range.lower;
      const untied = tie && higher.value.range.lower > lower.value.range.upper;
      if (!wrong && !untied) return [];
      const candidates: Candidate[] = [row, before].flatMap((one) => [
        {
          table: table.id,
          row: one.value.row,
          column: column.id,
          claim: null,
          printed: one.text,
          lower: null,
          upper: null,
        },
        candidateOf(one.value, null),
      ]);
      return [
        findingOf('rank-order', 'certain', candidates, {
          ru: `Таблица ${table.id}: место ${before.rank} (${before.value.row}, ${before.value.printed}) и место ${row.rank} (${row.value.row}, ${row.value.printed}) противоречат порядку значений.`,
          en: `Table ${table.id}: rank ${before.rank} (${before.value.row}, ${before.value.printed}) and rank ${row.rank} (${row.value.row}, ${row.value.printed}) contradict the order of the values.`,
        }),
      ];
    });
  });
}

function highest(
  claim: Extract<AuditClaim, { kind: 'highest' }>,
  context: AuditContext,
): readonly AuditFinding[] {
  const all = [...context.cells, ...context.claims];
  const period =
    (claim.of.meaning === 'growth-index' || claim.of.meaning === 'growth-total'
      ? undefined
      : claim.of.period) ??
    context.file.period ??
    '';
  const of = (print: Print) => print.key === meaningKey(claim.of, print.row, print.period);
  const values = all.filter((print) => of(print) && (print.period === period || period === ''));
  const named = values.filter((print) => claim.rows.includes(print.row));
  const lowest = [...named].sort((a, b) => a.range.upper - b.range.upper)[0];
  if (lowest === undefined) return [];
  const above = values.filter(
    (print) => !claim.rows.includes(print.row) && print.range.lower > lowest.range.upper,
  );
  if (above.length === 0) return [];
  const rows = [...new Map(above.map((print) => [print.row, print])).values()];
  const list = rows.map((print) => `${print.row} ${print.printed}`).join(', ');
  const said: Candidate = {
    table: null,
    row: null,
    column: null,
    claim: claim.id,
    printed: claim.rows.join(', '),
    lower: null,
    upper: null,
  };
  return [
    findingOf(
      'rank-order',
      claim.supposed === true ? 'possible' : 'likely',
      [said, ...[...above, lowest].map((print) => candidateOf(print, null))],
      {
        ru: `${claim.about.ru}: названо наибольшим, но выше ${lowest.row} (${lowest.printed}) напечатаны ${list}.`,
        en: `${claim.about.en}: called the highest, but above ${lowest.row} (${lowest.printed}) are printed ${list}.`,
      },
    ),
  ];
}

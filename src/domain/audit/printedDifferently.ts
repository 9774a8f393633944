import { agreementOf } from './agreement.ts';
import type { AuditFinding, Candidate } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { headingsAgainstReferences } from './headingsAgainstReferences.ts';
import { hull, meet } from './interval.ts';
import { placeText } from './placeText.ts';
import { candidateOf, groupBy, meaningKey, type Print } from './prints.ts';

/** One quantity, two values: in two tables, in a table and the text, or under a heading that names something else. */
export const printedDifferently: AuditRule = {
  id: 'printed-differently',
  name: { ru: 'Напечатано по-разному', en: 'Printed differently' },
  meaning: {
    ru: 'Одна и та же величина напечатана двумя числами, которые округлением не объяснить; или заголовок называет не то, что стоит в столбце.',
    en: 'One quantity is printed as two numbers that rounding cannot explain; or a heading names something else than the column holds.',
  },
  formula: 'ranges of all prints of one quantity have a value in common',
  check: (context) => [
    ...valuesThatDiffer(context),
    ...headingsThatDiffer(context),
    ...headingsAgainstReferences(context),
  ],
};

function valuesThatDiffer(context: AuditContext): readonly AuditFinding[] {
  const all = [...context.cells, ...context.claims];
  return [...groupBy(all, (print) => print.key).values()].flatMap((prints) => {
    const agreement = agreementOf(prints.map((print) => print.range));
    if (agreement === null || agreement.agreeing.length === prints.length) return [];
    const decided = agreement.agreeing.length * 2 > prints.length;
    const odd = prints.filter((_print, place) => !agreement.agreeing.includes(place));
    const fitsOf = (print: Print) =>
      decided && odd.includes(print)
        ? agreement.range
        : hull(prints.filter((other) => !meet(other.range, print.range)).map((other) => other.range));
    const inOrder = [...odd, ...prints.filter((print) => !odd.includes(print))];
    // Claims first: a text names one quantity and may print another of the same row. Then cells that fail elsewhere.
    const first =
      inOrder.find((print) => print.claim !== null) ??
      inOrder.find((print) => failsElsewhere(print, context)) ??
      inOrder[0];
    const ordered = first === undefined ? inOrder : [first, ...inOrder.filter((one) => one !== first)];
    const list = (language: 'ru' | 'en') =>
      ordered.map((print) => `${print.printed} (${placeText(print)[language]})`).join('; ');
    const taken = first === undefined ? null : mistakenFor(first, context);
    return [
      findingOf(
        'printed-differently',
        prints.some((print) => print.supposed) ? 'possible' : 'certain',
        ordered.map((print) => candidateOf(print, fitsOf(print))),
        {
          ru: `${first?.row ?? ''}: одна величина напечатана по-разному: ${list('ru')}.${taken === null ? '' : ` Число ${first?.printed} стоит в другом столбце: ${placeText(taken).ru}.`}`,
          en: `${first?.row ?? ''}: one quantity is printed differently: ${list('en')}.${taken === null ? '' : ` The number ${first?.printed} stands in another column: ${placeText(taken).en}.`}`,
        },
      ),
    ];
  });
}

function failsElsewhere(print: Print, context: AuditContext): boolean {
  return context.before.some((finding) =>
    finding.candidates.some(
      (one) => one.table === print.table && one.row === print.row && one.column === print.column,
    ),
  );
}

/** Another figure of the same row that a claim's number is equal to. */
function mistakenFor(claim: Print, context: AuditContext): Print | null {
  if (claim.claim === null) return null;
  return (
    context.cells.find(
      (cell) =>
        cell.row === claim.row &&
        cell.key !== claim.key &&
        cell.of.meaning === claim.of.meaning &&
        cell.range.lower === claim.range.lower &&
        cell.range.upper === claim.range.upper,
    ) ?? null
  );
}

/** Columns under one heading in several tables, where the rows they share have different values. */
function headingsThatDiffer(context: AuditContext): readonly AuditFinding[] {
  const headed = context.file.tables.flatMap((table) =>
    table.columns.flatMap((column) =>
      'headed' in column && column.headed !== undefined
        ? [{ table, column, key: meaningKey(column.headed, '', table.period ?? '') }]
        : [],
    ),
  );
  return [...groupBy(headed, (one) => one.key).values()].flatMap((columns) => {
    const prints = context.cells.filter((print) =>
      columns.some((one) => one.table.id === print.table && one.column.id === print.column),
    );
    const rows = [...groupBy(prints, (print) => print.row).values()].filter((row) => row.length > 1);
    const differing = rows.filter(
      (row) => (agreementOf(row.map((print) => print.range))?.agreeing.length ?? 0) < row.length,
    );
    if (differing.length === 0) return [];
    const candidates: Candidate[] = columns.map((one) => ({
      table: one.table.id,
      row: 'heading',
      column: one.column.id,
      claim: null,
      printed: one.column.heading ?? '',
      lower: null,
      upper: null,
    }));
    const names = differing.map((row) => `${row[0]?.row}: ${row.map((print) => print.printed).join(' / ')}`);
    return [
      findingOf('printed-differently', 'certain', candidates, {
        ru: `Столбцы таблиц ${columns.map((one) => one.table.id).join(', ')} озаглавлены одинаково, а у ${differing.length} из ${rows.length} общих строк значения разные (${names.join('; ')}): заголовок называет не ту величину.`,
        en: `Columns of tables ${columns.map((one) => one.table.id).join(', ')} have one heading, but ${differing.length} of the ${rows.length} rows they share have different values (${names.join('; ')}): the heading names another quantity.`,
      }),
    ];
  });
}

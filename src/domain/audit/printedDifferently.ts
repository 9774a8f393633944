import { agreementOf } from './agreement.ts';
import type { AuditReference, AuditTable } from './auditFile.ts';
import type { AuditFinding, Candidate } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
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
  check: (context) => [...valuesThatDiffer(context), ...headingsThatDiffer(context), ...headingsAgainstReferences(context)],
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
    // Claims first: a text names one quantity and may print another of the same row.
    const first = inOrder.find((print) => print.claim !== null) ?? inOrder[0];
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

/** Headings of growth columns held against published series: which period, and which valuation, the figures fit. */
function headingsAgainstReferences(context: AuditContext): readonly AuditFinding[] {
  return context.file.tables.flatMap((table) => {
    const best = bestReading(table, context);
    if (best === null) return [];
    return [...periodsMisnamed(table, best), ...valuationMisnamed(table, context, best.reference)];
  });
}

interface Reading {
  readonly reference: AuditReference;
  /** Median absolute difference of each column, in points, under the periods as read. */
  readonly byColumn: ReadonlyMap<string, number>;
  readonly asHeaded: ReadonlyMap<string, number>;
  readonly typical: number;
}

/** The reference that the table agrees with best under the periods as read; null where there is none. */
function bestReading(table: AuditTable, context: AuditContext): Reading | null {
  const readings = (context.file.references ?? []).flatMap((reference) => {
    const byColumn = new Map<string, number>();
    const asHeaded = new Map<string, number>();
    for (const column of table.columns) {
      if (column.meaning !== 'growth-index' || column.quantity !== reference.quantity) continue;
      const prints = context.cells.filter((one) => one.table === table.id && one.column === column.id);
      const read = medianDifference(prints, reference, column.period);
      if (read !== null) byColumn.set(column.id, read);
      const headed = medianDifference(prints, reference, column.headedPeriod ?? column.period);
      if (headed !== null) asHeaded.set(column.id, headed);
    }
    return byColumn.size === 0
      ? []
      : [{ reference, byColumn, asHeaded, typical: median([...byColumn.values()]) }];
  });
  return readings.sort((a, b) => a.typical - b.typical)[0] ?? null;
}

function medianDifference(
  prints: readonly Print[],
  reference: AuditReference,
  period: string,
): number | null {
  const differences = prints.flatMap((print) => {
    const value = reference.values[print.row]?.[period];
    return value === undefined ? [] : [Math.abs((print.range.lower + print.range.upper) / 2 - value)];
  });
  return differences.length < 3 ? null : median(differences);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** How much worse the heading must fit than the period as read, to be called wrong. */
const muchWorse = 4;

function periodsMisnamed(table: AuditTable, reading: Reading): readonly AuditFinding[] {
  const wrong = table.columns.flatMap((column) => {
    if (column.meaning !== 'growth-index' || column.headedPeriod === undefined) return [];
    if (column.headedPeriod === column.period) return [];
    const asRead = reading.byColumn.get(column.id);
    const asHeaded = reading.asHeaded.get(column.id);
    const misfits = asRead !== undefined && asHeaded !== undefined && asHeaded > muchWorse * Math.max(asRead, 0.1);
    return misfits ? [column] : [];
  });
  if (wrong.length === 0) return [];
  const candidates = wrong.map((column) => ({
    ...headingCandidate(table, column.id, column.headedPeriod ?? ''),
    lower: Number(column.period),
    upper: Number(column.period),
  }));
  const pairs = wrong.map((column) => `${column.headedPeriod} → ${column.period}`).join(', ');
  return [
    findingOf('printed-differently', 'likely', candidates, {
      ru: `Таблица ${table.id}: годы в заголовке не те. По ряду «${reading.reference.name.ru}» столбцы — это ${pairs} (медианное расхождение ${reading.typical.toFixed(2).replace('.', ',')} пункта).`,
      en: `Table ${table.id}: the years of the heading are wrong. By the series "${reading.reference.name.en}" the columns are ${pairs} (median difference ${reading.typical.toFixed(2)} points).`,
    }),
  ];
}

function valuationMisnamed(
  table: AuditTable,
  context: AuditContext,
  best: AuditReference,
): readonly AuditFinding[] {
  const headed = context.file.headedValuation?.[table.id];
  const others = (context.file.references ?? []).filter((one) => one.valuation === headed);
  if (headed === undefined || headed === best.valuation || others.length === 0) return [];
  return [
    findingOf('printed-differently', 'likely', [headingCandidate(table, null, headed)], {
      ru: `Таблица ${table.id}: заголовок называет «${headed}», а числа — это «${best.name.ru}» (${best.valuation}).`,
      en: `Table ${table.id}: the title names "${headed}", the figures are "${best.name.en}" (${best.valuation}).`,
    }),
  ];
}

function headingCandidate(table: AuditTable, column: string | null, printed: string): Candidate {
  return { table: table.id, row: 'heading', column, claim: null, printed, lower: null, upper: null };
}


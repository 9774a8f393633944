import type { AuditReference, AuditTable } from './auditFile.ts';
import type { AuditFinding, Candidate } from './auditFinding.ts';
import type { AuditContext } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { median } from './median.ts';
import type { Print } from './prints.ts';

/**
 * Headings of growth columns held against published series: which period, and which valuation, the figures fit.
 * @example headingsAgainstReferences({ file: { id: 'a', title: { ru: '', en: '' }, source: '', quantities: [], tables: [] }, cells: [], claims: [], before: [] }) // []
 */
export function headingsAgainstReferences(context: AuditContext): readonly AuditFinding[] {
  return context.file.tables.flatMap((table) => {
    const best = bestReading(table, context);
    if (best === null) return [];
    return [...periodsMisnamed(table, context, best), ...valuationMisnamed(table, context, best.reference)];
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

/** How much worse the heading must fit than the period as read, to be called wrong. */
const muchWorse = 4;

function periodsMisnamed(
  table: AuditTable,
  context: AuditContext,
  reading: Reading,
): readonly AuditFinding[] {
  const wrong = table.columns.flatMap((column) => {
    if (column.meaning !== 'growth-index' || column.headedPeriod === undefined) return [];
    if (column.headedPeriod === column.period) return [];
    const asRead = reading.byColumn.get(column.id);
    const asHeaded = reading.asHeaded.get(column.id);
    const misfits =
      asRead !== undefined && asHeaded !== undefined && asHeaded > muchWorse * Math.max(asRead, 0.1);
    return misfits ? [column] : [];
  });
  const total = totalMisnamed(table, context, reading.reference);
  if (wrong.length === 0 && total === null) return [];
  const ofColumns = wrong.map((column) => ({
    ...headingCandidate(table, column.id, column.headedPeriod ?? ''),
    lower: Number(column.period),
    upper: Number(column.period),
  }));
  const candidates =
    total === null ? ofColumns : [...ofColumns, total.candidate, ...claimsOfSpan(table, context)];
  const pairs = [
    ...wrong.map((column) => `${column.headedPeriod} → ${column.period}`),
    ...(total === null ? [] : [total.text]),
  ].join(', ');
  return [
    findingOf('printed-differently', 'likely', candidates, {
      ru: `Таблица ${table.id}: годы в заголовке не те. По ряду «${reading.reference.name.ru}» столбцы — это ${pairs} (медианное расхождение ${reading.typical.toFixed(2).replace('.', ',')} пункта).`,
      en: `Table ${table.id}: the years of the heading are wrong. By the series "${reading.reference.name.en}" the columns are ${pairs} (median difference ${reading.typical.toFixed(2)} points).`,
    }),
  ];
}

/** Claims of the text that name the span of the heading for the same totals. */
function claimsOfSpan(table: AuditTable, context: AuditContext): readonly Candidate[] {
  const column = table.columns.find((one) => one.meaning === 'growth-total');
  return (context.file.claims ?? []).flatMap((claim) => {
    if (column?.meaning !== 'growth-total' || claim.kind !== 'value') return [];
    const { of, headedSpan } = claim;
    const isSame =
      of.meaning === 'growth-total' &&
      of.quantity === column.quantity &&
      headedSpan?.from === table.headedSpan?.from &&
      headedSpan?.to === table.headedSpan?.to;
    if (!isSame || headedSpan === undefined) return [];
    const printed = `${headedSpan.from}–${headedSpan.to}`;
    return [
      { table: null, row: claim.row, column: null, claim: claim.id, printed, lower: null, upper: null },
    ];
  });
}

/** The span of the total, where the reference multiplied over the span of the heading fits much worse than as read. */
function totalMisnamed(
  table: AuditTable,
  context: AuditContext,
  reference: AuditReference,
): { readonly candidate: Candidate; readonly text: string } | null {
  const column = table.columns.find((one) => one.meaning === 'growth-total');
  const headed = table.headedSpan;
  if (column?.meaning !== 'growth-total' || headed === undefined || column.quantity !== reference.quantity)
    return null;
  if (headed.from === column.from && headed.to === column.to) return null;
  const prints = context.cells.filter((one) => one.table === table.id && one.column === column.id);
  const distance = (from: string, to: string) =>
    median(
      prints.flatMap((print) => {
        const values = reference.values[print.row] ?? {};
        const years = Array.from({ length: Number(to) - Number(from) }, (_none, place) =>
          String(Number(from) + place + 1),
        );
        if (years.some((year) => values[year] === undefined)) return [];
        const product = years.reduce((sum, year) => (sum * (values[year] ?? 0)) / 100, 100);
        return [Math.abs((print.range.lower + print.range.upper) / 2 - product)];
      }),
    );
  const [asRead, asHeaded] = [distance(column.from, column.to), distance(headed.from, headed.to)];
  if (!Number.isFinite(asRead) || !Number.isFinite(asHeaded)) return null;
  if (asHeaded <= muchWorse * Math.max(asRead, 0.1)) return null;
  return {
    candidate: headingCandidate(table, column.id, `${headed.from}–${headed.to}`),
    text: `${headed.from}–${headed.to} → ${column.from}–${column.to}`,
  };
}

function valuationMisnamed(
  table: AuditTable,
  context: AuditContext,
  best: AuditReference,
): readonly AuditFinding[] {
  const headed = context.file.headedValuation?.[table.id];
  if (headed === undefined || headed === best.valuation) return [];
  return [
    findingOf('printed-differently', 'likely', [headingCandidate(table, null, headed)], {
      ru: `Таблица ${table.id}: заголовок называет «${headed}», а числа — это «${best.name.ru}».`,
      en: `Table ${table.id}: the title names "${headed}", the figures are "${best.name.en}".`,
    }),
  ];
}

function headingCandidate(table: AuditTable, column: string | null, printed: string): Candidate {
  return { table: table.id, row: 'heading', column, claim: null, printed, lower: null, upper: null };
}

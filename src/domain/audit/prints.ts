import type { AuditColumn, AuditFile, AuditMeaning, AuditTable } from './auditFile.ts';
import type { Candidate } from './auditFinding.ts';
import { type Interval, printedInterval } from './interval.ts';

/** A number as printed in a cell or a claim, with what it measures. */
export interface Print {
  readonly table: string | null;
  readonly row: string;
  readonly column: string | null;
  readonly claim: string | null;
  readonly printed: string;
  readonly of: AuditMeaning;
  readonly period: string;
  /** What it measures, of which row: equal keys are the same quantity. */
  readonly key: string;
  /** True values that fit, in the unit of the meaning (an amount's scale applied). */
  readonly range: Interval;
  /** The claim is a reading of the text. */
  readonly supposed: boolean;
  /** How a claim tells its value, where that is not as it is: growth less 100, growth over 100. */
  readonly form?: 'change' | 'times';
}

const hasMeaning = (
  column: AuditColumn,
): column is Extract<
  AuditColumn,
  { meaning: 'amount' | 'share' | 'growth-index' | 'growth-total' | 'location-quotient' }
> => column.meaning !== 'rank' && column.meaning !== 'text';

/** What a meaning measures, of which row and period, as a text that equals for equal quantities. @example meaningKey({ meaning: 'share', numerator: 'oil', denominator: 'exports' }, 'RU', '2019') // 'share oil/exports 2019 RU' */
export function meaningKey(of: AuditMeaning, row: string, period: string): string {
  switch (of.meaning) {
    case 'amount':
      return `amount ${of.quantity} ${period} ${row}`;
    case 'share':
      return `share ${of.numerator}/${of.denominator} ${period} ${row}`;
    case 'growth-index':
      return `growth ${of.quantity} ${of.period} ${row}`;
    case 'growth-total':
      return `growth ${of.quantity} ${of.from}..${of.to} ${row}`;
    case 'location-quotient':
      return `quotient ${of.quantity}/${of.base} ${period} ${row}`;
  }
}

/** All numbers of the tables that have a meaning, row by row. @example cellPrints({ id: 'a', title: { ru: '', en: '' }, source: '', quantities: [], tables: [] }) // [] */
export function cellPrints(file: AuditFile): readonly Print[] {
  return file.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column, place) => {
        if (!hasMeaning(column)) return [];
        const print = cellPrint(file, table, row, column, place);
        return print === null ? [] : [print];
      }),
    ),
  );
}

function cellPrint(
  file: AuditFile,
  table: AuditTable,
  row: readonly string[],
  column: AuditColumn & AuditMeaning,
  place: number,
): Print | null {
  const printed = row[place + 1] ?? '';
  const range = printedInterval(printed);
  if (range === null) return null;
  const period = periodOf(column, table.period ?? file.period ?? '');
  const scale = column.meaning === 'amount' ? (column.scale ?? 1) : 1;
  const key = row[0] ?? '';
  return {
    table: table.id,
    row: key,
    column: column.id,
    claim: null,
    printed,
    of: column,
    period,
    key: meaningKey(column, key, period),
    range: { lower: range.lower * scale, upper: range.upper * scale },
    supposed: false,
  };
}

/** All values that the text claims. @example claimPrints({ id: 'a', title: { ru: '', en: '' }, source: '', quantities: [], tables: [] }) // [] */
export function claimPrints(file: AuditFile): readonly Print[] {
  return (file.claims ?? []).flatMap((claim) => {
    if (claim.kind !== 'value') return [];
    const read = printedInterval(claim.printed);
    if (read === null) return [];
    const period = periodOf(claim.of, file.period ?? '');
    const scale = claim.of.meaning === 'amount' ? (claim.of.scale ?? 1) : 1;
    return [
      {
        table: null,
        row: claim.row,
        column: null,
        claim: claim.id,
        printed: claim.printed,
        of: claim.of,
        period,
        key: meaningKey(claim.of, claim.row, period),
        range: claimRange(read, claim.form ?? 'as-is', scale),
        supposed: claim.supposed ?? false,
        ...(claim.form === 'change' || claim.form === 'times' ? { form: claim.form } : {}),
      },
    ];
  });
}

function claimRange(read: Interval, form: string, scale: number): Interval {
  const middle = (read.lower + read.upper) / 2;
  if (form === 'change') return { lower: read.lower + 100, upper: read.upper + 100 };
  if (form === 'times') return { lower: read.lower * 100, upper: read.upper * 100 };
  if (form === 'at-most') return { lower: Number.NEGATIVE_INFINITY, upper: middle * scale };
  if (form === 'at-least') return { lower: middle * scale, upper: Number.POSITIVE_INFINITY };
  return { lower: read.lower * scale, upper: read.upper * scale };
}

function periodOf(of: AuditMeaning, fallback: string): string {
  if (of.meaning === 'growth-index') return of.period;
  if (of.meaning === 'growth-total') return `${of.from}..${of.to}`;
  return of.period ?? fallback;
}

/**
 * A print as a candidate, with the values that would be consistent in its own unit: the range, widened to its ends
 * rounded to as many significant digits as are printed, because a consistent value would be printed so too.
 * @example candidateOf({ table: '1', row: 'a', column: 'c', claim: null, printed: '5', of: { meaning: 'amount', quantity: 'q', scale: 10 }, period: '', key: '', range: { lower: 45, upper: 55 }, supposed: false }, { lower: 61, upper: 78 }).upper // 8
 */
export function candidateOf(print: Print, fits: Interval | null): Candidate {
  const scale = print.of.meaning === 'amount' ? (print.of.scale ?? 1) : 1;
  const digits = Math.max(1, print.printed.replace(/\D/g, '').replace(/^0+/, '').length);
  const told = (end: number) =>
    print.form === 'change' ? end - 100 : print.form === 'times' ? end / 100 : end / scale;
  const lower = fits === null ? null : endOf(told(fits.lower));
  const upper = fits === null ? null : endOf(told(fits.upper));
  return {
    table: print.table,
    row: print.row,
    column: print.column,
    claim: print.claim,
    printed: print.printed,
    lower: lower === null ? null : Math.min(lower, Number(lower.toPrecision(digits))),
    upper: upper === null ? null : Math.max(upper, Number(upper.toPrecision(digits))),
  };
}

/** A finite end of a range, or null. @example endOf(2) // 2 */
export function endOf(end: number): number | null {
  return Number.isFinite(end) ? Number(end.toPrecision(8)) : null;
}

/** Prints by a key made of them. @example [...groupBy([1, 2, 3], (one) => String(one % 2)).keys()] // ['1', '0'] */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

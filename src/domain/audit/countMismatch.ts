import type { AuditClaim, AuditTable, Counted } from './auditFile.ts';
import type { AuditFinding, Candidate } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { printedInterval } from './interval.ts';

/** Counts said against counts made, and periods of headings against the span of their total. */
export const countMismatch: AuditRule = {
  id: 'count-mismatch',
  name: { ru: 'Сказано и посчитано', en: 'Said and counted' },
  meaning: {
    ru: 'В тексте названо одно число предметов, а перечислено или стоит в таблице другое; в заголовке годы повторены или пропущены.',
    en: 'The text says one number of things and lists, or the table holds, another; a heading repeats or skips periods.',
  },
  formula: 'said = counted',
  check: (context) => [
    ...(context.file.claims ?? []).flatMap((claim) =>
      claim.kind === 'count' ? ofClaim(claim, context) : [],
    ),
    ...context.file.tables.flatMap((table) => headingPeriods(table)),
  ],
};

function ofClaim(
  claim: Extract<AuditClaim, { kind: 'count' }>,
  context: AuditContext,
): readonly AuditFinding[] {
  const things = countedThings(claim.counted, context);
  if (things.length === claim.said) return [];
  return [
    findingOf(
      'count-mismatch',
      claim.supposed === true ? 'possible' : 'certain',
      [
        {
          table: null,
          row: null,
          column: null,
          claim: claim.id,
          printed: String(claim.said),
          lower: things.length,
          upper: things.length,
        },
      ],
      {
        ru: `${claim.about.ru}: сказано ${claim.said}, посчитано ${things.length}${things.length === 0 ? '' : ` (${things.join(', ')})`}.`,
        en: `${claim.about.en}: ${claim.said} said, ${things.length} counted${things.length === 0 ? '' : ` (${things.join(', ')})`}.`,
      },
    ),
  ];
}

function countedThings(counted: Counted, context: AuditContext): readonly string[] {
  if ('listed' in counted) return counted.listed;
  const { tables, where, distinct } = counted;
  const rows = context.file.tables
    .filter((table) => tables.includes(table.id))
    .flatMap((table) =>
      table.rows.flatMap((row) => {
        const key = row[0] ?? '';
        if (counted.rows !== undefined && !counted.rows.includes(key)) return [];
        if (where === undefined) return [key];
        const place = table.columns.findIndex((column) => column.id === where.column);
        const range = printedInterval(row[place + 1] ?? '');
        if (range === null) return [];
        const value = (range.lower + range.upper) / 2;
        return holds(value, where.is, where.than) ? [key] : [];
      }),
    );
  const names =
    distinct === undefined ? rows : rows.map((row) => context.file.attributes?.[distinct]?.[row] ?? '?');
  return [...new Set(names)];
}

/** Whether a printed value is on the side named; printing is exact here to within the last bit. */
function holds(value: number, is: 'at-most' | 'below' | 'at-least' | 'above', than: number): boolean {
  const tie = Math.abs(value - than) <= 1e-9 * Math.max(1, Math.abs(than));
  if (tie) return is === 'at-most' || is === 'at-least';
  return is === 'at-most' || is === 'below' ? value < than : value > than;
}

/** Periods as the heading prints them: each of the span of the total must be there, and once. */
function headingPeriods(table: AuditTable): readonly AuditFinding[] {
  const headed = table.columns.flatMap((column) =>
    column.meaning === 'growth-index' && column.headedPeriod !== undefined
      ? [{ id: column.id, period: column.headedPeriod }]
      : [],
  );
  if (headed.length === 0) return [];
  const periods = headed.map((one) => one.period);
  const repeated = headed.filter((one) => periods.indexOf(one.period) !== periods.lastIndexOf(one.period));
  const { from, to } = table.headedSpan ?? {};
  const span =
    from === undefined || to === undefined
      ? []
      : Array.from({ length: Number(to) - Number(from) }, (_none, place) => String(Number(from) + place + 1));
  const missing = span.filter((period) => !periods.includes(period));
  if (repeated.length === 0 && missing.length === 0) return [];
  const candidates: Candidate[] = (repeated.length > 0 ? repeated : headed).map((one) => ({
    table: table.id,
    row: 'heading',
    column: one.id,
    claim: null,
    printed: one.period,
    lower: null,
    upper: null,
  }));
  const texts = {
    repeated: [...new Set(repeated.map((one) => one.period))].join(', '),
    missing: missing.join(', '),
  };
  return [
    findingOf('count-mismatch', 'certain', candidates, {
      ru: `Таблица ${table.id}, заголовок: ${texts.repeated === '' ? '' : `повторены годы ${texts.repeated}`}${texts.repeated !== '' && texts.missing !== '' ? '; ' : ''}${texts.missing === '' ? '' : `для итога ${to} к ${from} нет годов ${texts.missing}`}.`,
      en: `Table ${table.id}, heading: ${texts.repeated === '' ? '' : `repeated periods ${texts.repeated}`}${texts.repeated !== '' && texts.missing !== '' ? '; ' : ''}${texts.missing === '' ? '' : `the total of ${to} to ${from} lacks the periods ${texts.missing}`}.`,
    }),
  ];
}

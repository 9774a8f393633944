import type { TwoLanguages } from '../territory.ts';
import { agreementOf } from './agreement.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, type Interval, meet, over, times } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, type Print } from './prints.ts';
import { quotientForm, quotientShares } from './quotientIdentities.ts';

/** An amount against printed shares: what whole they imply, row by row. */
export const shareIdentity: AuditRule = {
  id: 'share-identity',
  name: { ru: 'Объём и доли', en: 'Amount and shares' },
  meaning: {
    ru: 'Объём, делённый на напечатанные доли, даёт итог; строка, итог которой не сходится с итогом остальных строк (или с напечатанным), содержит ошибку.',
    en: 'An amount divided by the printed shares implies a whole; a row whose whole does not agree with that of the others (or the printed one) holds a fault.',
  },
  formula: 'amount / (share of amount in row total × share of row total in whole) = whole, one for all rows',
  check: (context) => {
    const implied = impliedWholes(context);
    const wholes = [...groupBy(implied, (one) => one.whole).values()].flatMap((group) =>
      ofWhole(group, context),
    );
    const accused = new Set(wholes.flatMap((one) => one.accused));
    const rows = [
      ...groupBy(
        implied.filter((one) => !accused.has(one)),
        (one) => one.rowTotal,
      ).values(),
    ];
    return [
      ...wholes.map((one) => one.finding),
      ...rows.flatMap((group) => ofRowTotal(group)),
      ...directShares(context),
      ...quotientShares(context),
      ...quotientForm(context, new Set([...accused].map((one) => `${one.amount.table} ${one.amount.row}`))),
    ];
  },
};

/** What one row says of a whole: amount ÷ shares. */
interface Implied {
  readonly whole: string;
  readonly rowTotal: string;
  readonly range: Interval;
  readonly totalOfRow: Interval;
  readonly amount: Print;
  readonly shares: readonly Print[];
  readonly printedWhole: Print | null;
}

const part = (print: Print): Interval => over(print.range, exactly(100));

function impliedWholes(context: AuditContext): readonly Implied[] {
  const byRow = groupBy(context.cells, (print) => `${print.table} ${print.row}`);
  const perAll = new Set(context.file.quantities.filter((one) => one.per === 'all').map((one) => one.id));
  return [...byRow.values()].flatMap((row) =>
    row.flatMap((amount) => {
      const { of } = amount;
      if (of.meaning !== 'amount') return [];
      return row.flatMap((first): readonly Implied[] => {
        if (first.of.meaning !== 'share' || first.of.numerator !== of.quantity) return [];
        const { denominator } = first.of;
        const totalOfRow = over(amount.range, part(first));
        const at = { amount, totalOfRow, rowTotal: `${denominator} ${amount.period} ${amount.row}` };
        if (perAll.has(denominator)) {
          const known = printedOf(context, denominator, amount.period);
          return [
            {
              ...at,
              rowTotal: '',
              whole: `${denominator} ${amount.period}`,
              range: totalOfRow,
              shares: [first],
              printedWhole: known,
            },
          ];
        }
        return row.flatMap((second): readonly Implied[] =>
          second.of.meaning === 'share' &&
          second.of.numerator === denominator &&
          perAll.has(second.of.denominator)
            ? [
                {
                  ...at,
                  whole: `${second.of.denominator} ${amount.period}`,
                  range: over(totalOfRow, part(second)),
                  shares: [first, second],
                  printedWhole: printedOf(context, second.of.denominator, amount.period),
                },
              ]
            : [],
        );
      });
    }),
  );
}

/** The whole itself, where a cell or a claim prints it. */
function printedOf(context: AuditContext, quantity: string, period: string): Print | null {
  return (
    [...context.cells, ...context.claims].find(
      (print) => print.of.meaning === 'amount' && print.of.quantity === quantity && print.period === period,
    ) ?? null
  );
}

function ofWhole(
  rows: readonly Implied[],
  context: AuditContext,
): readonly { readonly finding: AuditFinding; readonly accused: readonly Implied[] }[] {
  const printed = rows[0]?.printedWhole ?? null;
  const agreement = agreementOf(rows.map((row) => row.range));
  const fits = printed?.range ?? agreement?.range;
  if (agreement === null || fits === undefined) return [];
  const others = rows.filter((row) => !meet(row.range, fits));
  if (others.length === 0) return [];
  // Without a printed whole most rows must agree on one, or no row can be told from the others.
  const decided = printed !== null || (agreement.agreeing.length >= 3 && others.length * 2 < rows.length);
  if (!decided) {
    const candidates = rows.flatMap((row) =>
      [row.amount, ...row.shares].map((print) => candidateOf(print, null)),
    );
    const message = {
      ru: `Объёмы и доли таблиц не сходятся ни с каким одним итогом; какие строки неверны, решить нельзя.`,
      en: 'Amounts and shares of the tables agree with no single whole; which rows are wrong cannot be told.',
    };
    return [{ finding: findingOf('share-identity', 'possible', candidates, message), accused: rows }];
  }
  return others.map((row) => ({
    finding: brokenRow(
      row,
      fits,
      printed === null ? 'likely' : 'certain',
      agreement.agreeing.length,
      context,
    ),
    accused: [row],
  }));
}

function brokenRow(
  row: Implied,
  whole: Interval,
  certainty: 'likely' | 'certain',
  agreeing: number,
  context: AuditContext,
): AuditFinding {
  const fits = [...consistentCells(row, whole)].sort(
    (one, other) => support(one, context) - support(other, context),
  );
  const [fit] = fits;
  const text = rangeText(fit === undefined ? whole : inOwnUnit(fit));
  const shift = decimalShift(fits);
  const implied = rangeText(scaled(row.range));
  const wanted = rangeText(scaled(whole));
  return findingOf(
    'share-identity',
    certainty,
    fits.map(({ print, range }) => candidateOf(print, range)),
    {
      ru: `Таблица ${row.amount.table}, ${row.amount.row}: объём ${row.amount.printed} и доли ${row.shares.map((one) => one.printed).join(' % и ')} % дают итог ${implied.ru} млрд, остальные строки (${agreeing}) — ${wanted.ru} млрд. Сошлось бы, например, ${text.ru} вместо ${fit?.print.printed ?? ''} (${fit?.print.column ?? ''}).${shift.ru}`,
      en: `Table ${row.amount.table}, ${row.amount.row}: the amount ${row.amount.printed} and the shares ${row.shares.map((one) => one.printed).join(' % and ')} % imply a whole ${implied.en} billion, the other rows (${agreeing}) one ${wanted.en} billion. A value ${text.en} instead of ${fit?.print.printed ?? ''} (${fit?.print.column ?? ''}), for example, would agree.${shift.en}`,
    },
  );
}

const scaled = (range: Interval): Interval => ({ lower: range.lower / 1e9, upper: range.upper / 1e9 });

/** For each cell of the row the range that would agree with the whole, the other cells as printed. */
function consistentCells(row: Implied, whole: Interval): readonly Fit[] {
  const shares = row.shares.map((share) => {
    const others = row.shares.filter((other) => other !== share).map(part);
    const rest = others.reduce((product, one) => times(product, one), whole);
    return { print: share, range: times(over(row.amount.range, rest), exactly(100)) };
  });
  const amount = row.shares.map(part).reduce((product, one) => times(product, one), whole);
  return [...shares, { print: row.amount, range: amount }];
}

/** Whether moving the decimal mark of one cell by one place would make the row agree. */
function decimalShift(fits: readonly Fit[]): TwoLanguages {
  const moved = fits.filter(({ print, range }) =>
    [10, 0.1].some((factor) => meet(times(print.range, exactly(factor)), range)),
  );
  if (moved.length === 0) return { ru: '', en: '' };
  return {
    ru: ' Сдвиг запятой на один знак в одной из ячеек восстановил бы равенство.',
    en: ' Moving the decimal mark of one of the cells by one place would restore it.',
  };
}

interface Fit {
  readonly print: Print;
  readonly range: Interval;
}

const inOwnUnit = ({ print, range }: Fit): Interval => {
  const scale = print.of.meaning === 'amount' ? (print.of.scale ?? 1) : 1;
  return { lower: range.lower / scale, upper: range.upper / scale };
};

/** Which cell to name first: one printed elsewhere with a value that fits; last, one confirmed elsewhere. */
function support({ print, range }: Fit, context: AuditContext): number {
  const elsewhere = context.cells.filter((cell) => cell !== print && cell.key === print.key);
  if (elsewhere.some((cell) => meet(cell.range, range) && !meet(cell.range, print.range))) return 0;
  return elsewhere.some((cell) => meet(cell.range, print.range)) ? 2 : 1;
}

/** One row total implied by several tables: they must agree. */
function ofRowTotal(rows: readonly Implied[]): readonly AuditFinding[] {
  if (rows.length < 2 || rows[0]?.rowTotal === '') return [];
  const agreement = agreementOf(rows.map((row) => row.totalOfRow));
  if (agreement === null || agreement.agreeing.length === rows.length) return [];
  const decided = agreement.agreeing.length * 2 > rows.length;
  const accused = decided ? rows.filter((_row, place) => !agreement.agreeing.includes(place)) : rows;
  const candidates = accused.flatMap((row) => {
    const others = rows.filter((other) => other !== row);
    const whole = decided
      ? agreement.range
      : (agreementOf(others.map((one) => one.totalOfRow))?.range ?? null);
    const [share] = row.shares;
    if (share === undefined || whole === null) return [];
    return [
      candidateOf(share, times(over(row.amount.range, whole), exactly(100))),
      candidateOf(row.amount, times(part(share), whole)),
    ];
  });
  const name = rows[0]?.amount.row ?? '';
  const tables = rows.map((row) => row.amount.table).join(', ');
  return [
    findingOf('share-identity', decided ? 'likely' : 'certain', candidates, {
      ru: `${name}: объёмы и доли таблиц ${tables} дают разные итоги этой строки: ${rows.map((row) => rangeText(scaled(row.totalOfRow)).ru).join('; ')} млрд.`,
      en: `${name}: amounts and shares of tables ${tables} imply different totals of this row: ${rows.map((row) => rangeText(scaled(row.totalOfRow)).en).join('; ')} billion.`,
    }),
  ];
}

/** Both amounts and the share of one in the other in one row. */
function directShares(context: AuditContext): readonly AuditFinding[] {
  const byRow = groupBy(context.cells, (print) => `${print.table} ${print.row} ${print.period}`);
  return [...byRow.values()].flatMap((row) =>
    row.flatMap((share) => {
      const { of } = share;
      if (of.meaning !== 'share') return [];
      const amountOf = (quantity: string) =>
        row.find((one) => one.of.meaning === 'amount' && one.of.quantity === quantity);
      const [numerator, denominator] = [amountOf(of.numerator), amountOf(of.denominator)];
      if (numerator === undefined || denominator === undefined) return [];
      const should = times(over(numerator.range, denominator.range), exactly(100));
      if (meet(should, share.range)) return [];
      const text = rangeText(should);
      return [
        findingOf(
          'share-identity',
          'certain',
          [
            candidateOf(share, should),
            candidateOf(numerator, times(denominator.range, part(share))),
            candidateOf(denominator, over(numerator.range, part(share))),
          ],
          {
            ru: `Таблица ${share.table}, ${share.row}: ${numerator.printed} от ${denominator.printed} — это ${text.ru} %, напечатано ${share.printed} %.`,
            en: `Table ${share.table}, ${share.row}: ${numerator.printed} of ${denominator.printed} is ${text.en} %, ${share.printed} % is printed.`,
          },
        ),
      ];
    }),
  );
}

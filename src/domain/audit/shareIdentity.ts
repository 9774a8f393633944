import type { TwoLanguages } from '../territory.ts';
import { agreementOf } from './agreement.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, type Interval, meet, over, times } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, type Print } from './prints.ts';

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
    const wholes = [...groupBy(implied, (one) => one.whole).values()].flatMap((group) => ofWhole(group));
    const accused = new Set(wholes.flatMap((one) => one.accused));
    const rows = [...groupBy(implied.filter((one) => !accused.has(one)), (one) => one.rowTotal).values()];
    return [
      ...wholes.map((one) => one.finding),
      ...rows.flatMap((group) => ofRowTotal(group)),
      ...quotientShares(context),
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
      (print) =>
        print.of.meaning === 'amount' && print.of.quantity === quantity && print.period === period,
    ) ?? null
  );
}

function ofWhole(
  rows: readonly Implied[],
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
    finding: brokenRow(row, fits, printed === null ? 'likely' : 'certain', agreement.agreeing.length),
    accused: [row],
  }));
}

function brokenRow(
  row: Implied,
  whole: Interval,
  certainty: 'likely' | 'certain',
  agreeing: number,
): AuditFinding {
  const fits = consistentCells(row, whole);
  // The share that rests on the amount comes first: it is the one the amount is checked against.
  const [first] = row.shares;
  const fit = fits.find((one) => one.print === first);
  const text = rangeText(fit?.range ?? whole);
  const shift = decimalShift(fits);
  const implied = rangeText(scaled(row.range));
  const wanted = rangeText(scaled(whole));
  return findingOf(
    'share-identity',
    certainty,
    fits.map(({ print, range }) => candidateOf(print, range)),
    {
      ru: `Таблица ${row.amount.table}, ${row.amount.row}: объём ${row.amount.printed} и доли ${row.shares.map((one) => one.printed).join(' % и ')} % дают итог ${implied.ru} млрд, остальные строки (${agreeing}) — ${wanted.ru} млрд. Сошлась бы, например, доля ${text.ru} % вместо ${first?.printed ?? ''} %.${shift.ru}`,
      en: `Table ${row.amount.table}, ${row.amount.row}: the amount ${row.amount.printed} and the shares ${row.shares.map((one) => one.printed).join(' % and ')} % imply a whole ${implied.en} billion, the other rows (${agreeing}) one ${wanted.en} billion. A share ${text.en} % instead of ${first?.printed ?? ''} %, for example, would agree.${shift.en}`,
    },
  );
}

const scaled = (range: Interval): Interval => ({ lower: range.lower / 1e9, upper: range.upper / 1e9 });

/** For each cell of the row the range that would agree with the whole, the other cells as printed. */
function consistentCells(
  row: Implied,
  whole: Interval,
): readonly { readonly print: Print; readonly range: Interval }[] {
  const shares = row.shares.map((share) => {
    const others = row.shares.filter((other) => other !== share).map(part);
    const rest = others.reduce((product, one) => times(product, one), whole);
    return { print: share, range: times(over(row.amount.range, rest), exactly(100)) };
  });
  const amount = row.shares.map(part).reduce((product, one) => times(product, one), whole);
  return [...shares, { print: row.amount, range: amount }];
}

/** Whether moving the decimal mark of one cell by one place would make the row agree. */
function decimalShift(fits: readonly { readonly print: Print; readonly range: Interval }[]): TwoLanguages {
  const moved = fits.filter(({ print, range }) =>
    [10, 0.1].some((factor) => meet(times(print.range, exactly(factor)), range)),
  );
  if (moved.length === 0) return { ru: '', en: '' };
  const named = moved.map(({ print }) => print.printed).join(', ');
  return {
    ru: ` Сдвиг запятой на один знак (${named}) восстановил бы равенство.`,
    en: ` Moving the decimal mark by one place (${named}) would restore it.`,
  };
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
    const whole = decided ? agreement.range : (agreementOf(others.map((one) => one.totalOfRow))?.range ?? null);
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

/** A location quotient times the share of the row's base in the whole is the row's share in the whole of the quantity. */
function quotientShares(context: AuditContext): readonly AuditFinding[] {
  const sumOf = new Map(context.file.quantities.map((one) => [one.id, one.sumOf]));
  const isShare = (print: Print, quantity: string) =>
    print.of.meaning === 'share' &&
    print.of.numerator === quantity &&
    sumOf.get(print.of.denominator) === quantity;
  const rows = groupBy([...context.cells, ...context.claims], (print) => `${print.row} ${print.period}`);
  return [...rows.values()].flatMap((row) =>
    row.flatMap((quotient) => {
      const { of } = quotient;
      if (of.meaning !== 'location-quotient') return [];
      const base = row.find((one) => isShare(one, of.base));
      const share = row.find((one) => isShare(one, of.quantity));
      if (base === undefined || share === undefined) return [];
      const should = times(quotient.range, base.range);
      if (meet(should, share.range)) return [];
      const text = rangeText(should);
      return [
        findingOf(
          'share-identity',
          'under-definition',
          [
            candidateOf(share, should),
            candidateOf(quotient, over(share.range, base.range)),
            candidateOf(base, over(share.range, quotient.range)),
          ],
          {
            ru: `${quotient.row}: индекс ${quotient.printed} при доле ${base.printed} % означал бы долю ${text.ru} %, напечатано ${share.printed} % (если индекс — коэффициент локализации).`,
            en: `${quotient.row}: the index ${quotient.printed} with a share of ${base.printed} % would mean a share ${text.en} %, ${share.printed} % is printed (if the index is a location quotient).`,
          },
        ),
      ];
    }),
  );
}

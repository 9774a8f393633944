import type { AuditTable } from './auditFile.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, type Interval, meet, over, times } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, type Print } from './prints.ts';

/** Indices of growth multiplied over their periods against the total printed for the whole span. */
export const chainProduct: AuditRule = {
  id: 'chain-product',
  name: { ru: 'Цепное произведение', en: 'Chained product' },
  meaning: {
    ru: 'Произведение годовых индексов не сходится с итоговым индексом строки.',
    en: 'The product of the yearly indices does not give the total index of the row.',
  },
  formula: 'total / 100 = Π (index / 100)',
  check: (context) => context.file.tables.flatMap((table) => ofTable(table, context)),
};

function ofTable(table: AuditTable, context: AuditContext): readonly AuditFinding[] {
  const prints = context.cells.filter((print) => print.table === table.id);
  return [...groupBy(prints, (print) => print.row).values()].flatMap((row) =>
    row.flatMap((total) => {
      if (total.of.meaning !== 'growth-total') return [];
      const { quantity, from, to } = total.of;
      const factors = row.filter(
        (one) =>
          one.of.meaning === 'growth-index' &&
          one.of.quantity === quantity &&
          one.of.period > from &&
          one.of.period <= to,
      );
      const wanted = table.columns.filter(
        (column) =>
          column.meaning === 'growth-index' &&
          column.quantity === quantity &&
          column.period > from &&
          column.period <= to,
      ).length;
      // A gap in the row, or years without a column: the identity cannot be checked.
      if (factors.length !== wanted || factors.length !== Number(to) - Number(from)) return [];
      const product = productOf(factors);
      return meet(product, total.range) ? [] : [broken(total, factors, product, context)];
    }),
  );
}

/** Range of the product of indices, as an index. */
function productOf(factors: readonly Print[]): Interval {
  return times(
    factors.reduce((sum, one) => times(sum, over(one.range, exactly(100))), exactly(1)),
    exactly(100),
  );
}

function broken(
  total: Print,
  factors: readonly Print[],
  product: Interval,
  context: AuditContext,
): AuditFinding {
  // What the text says after the total is as wrong as the total.
  const repeated = context.claims.filter(
    (claim) =>
      claim.key === total.key &&
      Number.isFinite(claim.range.lower) &&
      Number.isFinite(claim.range.upper) &&
      meet(claim.range, total.range),
  );
  const fits = factors.map((one) => {
    const others = productOf(factors.filter((other) => other !== one));
    return { print: one, range: times(over(total.range, others), exactly(100)) };
  });
  const last = fits.at(-1);
  const leftOut = last !== undefined && meet(last.range, exactly(100));
  const should = rangeText(product);
  const lastFit = last === undefined ? null : rangeText(last.range);
  return findingOf(
    'chain-product',
    'certain',
    [
      candidateOf(total, product),
      ...fits.map(({ print, range }) => candidateOf(print, range)),
      ...repeated.map((claim) => candidateOf(claim, product)),
    ],
    {
      ru: `Таблица ${total.table}, ${total.row}: произведение столбцов даёт ${should.ru}, напечатан итог ${total.printed}. Сойдётся, если иной итог или одно из звеньев${lastFit === null ? '' : ` (последнее — ${lastFit.ru})`}.${leftOut ? ' Итог таков, будто последнее звено пропущено.' : ''}`,
      en: `Table ${total.table}, ${total.row}: the columns multiply to a value ${should.en}, the total printed is ${total.printed}. It would agree with another total or another link${lastFit === null ? '' : ` (the last one: ${lastFit.en})`}.${leftOut ? ' The total is as if the last link had been left out.' : ''}`,
    },
  );
}

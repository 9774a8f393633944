import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, type Interval, meet, over, times } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, type Print } from './prints.ts';

/**
 * A location quotient times the share of the row's base in the whole is the row's share in the whole of the quantity.
 * @example quotientShares({ file: { id: 'a', title: { ru: '', en: '' }, source: '', quantities: [], tables: [] }, cells: [], claims: [], before: [] }) // []
 */
export function quotientShares(context: AuditContext): readonly AuditFinding[] {
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

/**
 * A location quotient is the amount divided by a figure of the row and one of the quantity, whatever its base: so for two
 * rows and two quantities (a × d) / (b × c) of quotient ÷ amount is 1. One finding for all tables; `wrong`: rows left out.
 * @example quotientForm({ file: { id: 'a', title: { ru: '', en: '' }, source: '', quantities: [], tables: [] }, cells: [], claims: [], before: [] }, new Set()) // []
 */
export function quotientForm(context: AuditContext, wrong: ReadonlySet<string>): readonly AuditFinding[] {
  const ratios = new Map<string, Map<string, Interval>>();
  const columns = new Map<string, Print>();
  for (const quotient of context.cells) {
    if (quotient.of.meaning !== 'location-quotient' || wrong.has(`${quotient.table} ${quotient.row}`))
      continue;
    const { quantity } = quotient.of;
    const amount = context.cells.find(
      (one) =>
        one.table === quotient.table &&
        one.row === quotient.row &&
        one.of.meaning === 'amount' &&
        one.of.quantity === quantity,
    );
    if (amount === undefined) continue;
    const key = `${quotient.of.base} ${quotient.period} ${quantity}`;
    const rows = ratios.get(key) ?? new Map<string, Interval>();
    rows.set(quotient.row, over(quotient.range, amount.range));
    ratios.set(key, rows);
    columns.set(key, quotient);
  }
  const keys = [...ratios.keys()].sort();
  let compared = 0;
  const broken: string[] = [];
  const concerned = new Set<string>();
  for (const [place, one] of keys.entries())
    for (const other of keys.slice(place + 1)) {
      const [left, right] = [ratios.get(one), ratios.get(other)];
      const shared = [...(left?.keys() ?? [])].filter((row) => right?.has(row));
      for (const [first, row] of shared.entries())
        for (const next of shared.slice(first + 1)) {
          const at = (of: typeof left, name: string) => of?.get(name) ?? exactly(1);
          compared += 1;
          if (meet(times(at(left, row), at(right, next)), times(at(left, next), at(right, row)))) continue;
          broken.push(`${row} / ${next}`);
          concerned.add(one).add(other);
        }
    }
  if (broken.length === 0) return [];
  const candidates = [...concerned].flatMap((key) => {
    const column = columns.get(key);
    if (column === undefined) return [];
    const heading = context.file.tables
      .find((table) => table.id === column.table)
      ?.columns.find((one) => one.id === column.column)?.heading;
    return [{ ...candidateOf(column, null), row: 'heading', printed: heading ?? '' }];
  });
  return [
    findingOf('share-identity', 'under-definition', candidates, {
      ru: `Индексы не выводятся из объёмов: у коэффициента локализации с любой базой отношение индекса к объёму — произведение множителя строки и множителя товара, а это неверно для ${broken.length} из ${compared} пар строк, общих двум таблицам (${[...new Set(broken)].slice(0, 3).join('; ')}).`,
      en: `The indices do not follow from the amounts: of a location quotient over any base the ratio of index to amount is a factor of the row times a factor of the product, and that does not hold for ${broken.length} of ${compared} pairs of rows that two tables share (${[...new Set(broken)].slice(0, 3).join('; ')}).`,
    }),
  ];
}

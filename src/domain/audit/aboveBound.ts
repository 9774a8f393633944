import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, over } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, type Print } from './prints.ts';

/** Indices and shares above what arithmetic allows. */
export const aboveBound: AuditRule = {
  id: 'above-bound',
  name: { ru: 'Выше математического предела', en: 'Above its mathematical bound' },
  meaning: {
    ru: 'Коэффициент локализации не может превысить единицу, делённую на долю строки в базе; доля части — 100 %.',
    en: "A location quotient cannot exceed one over the row's share of the base; a share of a part cannot exceed 100 %.",
  },
  formula: 'quotient ≤ 1 / share of the row in the base; 0 ≤ share ≤ 100 %',
  check: (context) => [...quotients(context), ...shares(context)],
};

function quotients(context: AuditContext): readonly AuditFinding[] {
  const sumOf = new Map(context.file.quantities.map((one) => [one.id, one.sumOf]));
  const all = [...context.cells, ...context.claims];
  return [
    ...groupBy(
      all.filter((one) => one.of.meaning === 'location-quotient'),
      (one) => one.key,
    ).values(),
  ].flatMap((prints) => {
    const [quotient] = prints;
    if (quotient === undefined || quotient.of.meaning !== 'location-quotient') return [];
    const { base } = quotient.of;
    const isShare = (one: Print) =>
      one.row === quotient.row &&
      one.period === quotient.period &&
      one.of.meaning === 'share' &&
      one.of.numerator === base &&
      sumOf.get(one.of.denominator) === base;
    // The share of the same table; a text claim has none of its own.
    const share =
      context.cells.find((one) => isShare(one) && one.table === quotient.table) ??
      context.cells.find((one) => isShare(one));
    if (share === undefined) return [];
    const bound = over(exactly(100), share.range);
    if (prints.every((one) => one.range.lower <= bound.upper)) return [];
    const fits = { lower: 0, upper: bound.upper };
    const limit = rangeText({ lower: Number.NEGATIVE_INFINITY, upper: bound.upper });
    return [
      findingOf(
        'above-bound',
        'under-definition',
        [
          ...prints.map((one) => candidateOf(one, fits)),
          candidateOf(share, { lower: 0, upper: over(exactly(100), quotient.range).upper }),
        ],
        {
          ru: `Таблица ${quotient.table}, ${quotient.row}: индекс ${quotient.printed} при доле строки в базе ${share.printed} % может быть ${limit.ru} (если это коэффициент локализации к базе «${base}», в которую строка входит).`,
          en: `Table ${quotient.table}, ${quotient.row}: the index ${quotient.printed} with a share of ${share.printed} % in the base can be ${limit.en} (if it is a location quotient over the base "${base}", the row included).`,
        },
      ),
    ];
  });
}

function shares(context: AuditContext): readonly AuditFinding[] {
  return context.cells.flatMap((print) => {
    if (print.of.meaning !== 'share' || (print.range.lower <= 100 && print.range.upper >= 0)) return [];
    return [
      findingOf('above-bound', 'certain', [candidateOf(print, { lower: 0, upper: 100 })], {
        ru: `Таблица ${print.table}, ${print.row}, столбец ${print.column}: доля ${print.printed} % вне пределов от 0 до 100 %.`,
        en: `Table ${print.table}, ${print.row}, column ${print.column}: a share of ${print.printed} % is not between 0 and 100 %.`,
      }),
    ];
  });
}

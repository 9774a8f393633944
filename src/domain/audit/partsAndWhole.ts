import type { AuditGroup, AuditQuantity } from './auditFile.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, hull, type Interval, meet, minus, over, plus } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, meaningKey, type Print } from './prints.ts';

/** Parts against their whole: sums of parts, members of groups, shares of one whole. */
export const partsAndWhole: AuditRule = {
  id: 'parts-and-whole',
  name: { ru: 'Части и целое', en: 'Parts and whole' },
  meaning: {
    ru: 'Части не дают в сумме целого или превышают его: слагаемые величины, члены группы, доли в одном целом.',
    en: 'Parts do not sum to their whole, or exceed it: parts of a quantity, members of a group, shares of one whole.',
  },
  formula: 'Σ parts = whole; Σ parts ≤ whole where parts are missing or shares are of some rows only',
  check: (context) => [
    ...context.file.quantities.flatMap((quantity) => ofQuantity(quantity, context)),
    ...(context.file.groups ?? []).flatMap((group) => ofGroup(group, context)),
    ...sharesOfOneWhole(context),
    ...minimaForAll(context),
  ],
};

/** Parts of a quantity, row by row, as amounts and as shares of one denominator. */
function ofQuantity(quantity: AuditQuantity, context: AuditContext): readonly AuditFinding[] {
  const { parts } = quantity;
  if (parts === undefined || parts.length === 0) return [];
  const all = [...context.cells, ...context.claims];
  const byKey = groupBy(all, (print) => print.key);
  const wholes = [
    ...groupBy(
      all.filter((print) => isOf(print, quantity.id)),
      (print) => print.key,
    ).values(),
  ];
  // The whole as a share of itself is 100 %, and is not printed.
  const unprinted = [
    ...groupBy(
      all.filter(
        (print) =>
          print.of.meaning === 'share' &&
          print.of.denominator === quantity.id &&
          parts.includes(print.of.numerator),
      ),
      (print) => `${print.row} ${print.period}`,
    ).values(),
  ].map((prints) =>
    prints.slice(0, 1).map((print) => ({ of: print.of, row: print.row, period: print.period })),
  );
  const cases = [
    ...wholes.map((prints) => {
      const { of, row, period } = prints[0] as Print;
      return { of, row, period, prints };
    }),
    ...unprinted.flatMap((one) => one.map((at) => ({ ...at, prints: [] as readonly Print[] }))),
  ];
  return cases.flatMap(({ of, row, period, prints }) => {
    const found = parts.map((part) => byKey.get(meaningKey(partOf(of, part), row, period)) ?? []);
    const present = found.filter((one) => one.length > 0);
    if (present.length === 0) return [];
    const whole = prints.length === 0 ? exactly(100) : hull(prints.map((print) => print.range));
    const complete = quantity.partsAreAll === true && present.length === parts.length;
    return judge({
      whole,
      wholes: prints,
      parts: present,
      complete,
      certainty: quantity.supposed === true ? 'possible' : 'certain',
      name: { ru: `${row}: ${quantity.name.ru}`, en: `${row}: ${quantity.name.en}` },
    });
  });
}

function isOf(print: Print, quantity: string): boolean {
  const { of } = print;
  return of.meaning === 'amount'
    ? of.quantity === quantity
    : of.meaning === 'share' && of.numerator === quantity && of.denominator !== quantity;
}

/** The meaning of a part beside that of its whole. */
function partOf(of: Print['of'], part: string): Print['of'] {
  if (of.meaning === 'share') return { ...of, numerator: part };
  return of.meaning === 'amount' ? { ...of, quantity: part } : of;
}

/** Amounts of a group, and shares of its rows in one whole, are sums of its members'. */
function ofGroup(group: AuditGroup, context: AuditContext): readonly AuditFinding[] {
  const perAll = new Set(context.file.quantities.filter((one) => one.per === 'all').map((one) => one.id));
  const byKey = groupBy(context.cells, (print) => print.key);
  return context.cells.flatMap((print) => {
    const adds =
      print.of.meaning === 'amount' || (print.of.meaning === 'share' && perAll.has(print.of.denominator));
    if (print.row !== group.id || !adds) return [];
    const found = group.members.map((row) => byKey.get(meaningKey(print.of, row, print.period)) ?? []);
    const present = found.filter((one) => one.length > 0);
    if (present.length === 0) return [];
    return judge({
      whole: print.range,
      wholes: [print],
      parts: present,
      complete: group.incomplete !== true && present.length === group.members.length,
      certainty: 'certain',
      name: {
        ru: `Таблица ${print.table}, ${group.id}, столбец ${print.column}`,
        en: `Table ${print.table}, ${group.id}, column ${print.column}`,
      },
    });
  });
}

interface Sum {
  readonly whole: Interval;
  readonly wholes: readonly Print[];
  /** The prints of each part: several where it is printed several times. */
  readonly parts: readonly (readonly Print[])[];
  readonly complete: boolean;
  readonly certainty: 'certain' | 'possible';
  readonly name: { readonly ru: string; readonly en: string };
}

function judge({ whole, wholes, parts, complete, certainty, name }: Sum): readonly AuditFinding[] {
  const ranges = parts.map((prints) => hull(prints.map((print) => print.range)));
  const sum = ranges.reduce(plus, exactly(0));
  if (complete ? meet(sum, whole) : sum.lower <= whole.upper) return [];
  const open = (range: Interval): Interval => ({ lower: range.lower, upper: Number.POSITIVE_INFINITY });
  const ofWhole = complete ? sum : open(sum);
  const ofParts = parts.flatMap((prints, place) => {
    const others = ranges.filter((_one, other) => other !== place).reduce(plus, exactly(0));
    const rest = minus(whole, others);
    const fits = complete ? rest : { lower: Number.NEGATIVE_INFINITY, upper: rest.upper };
    return prints.map((print) => candidateOf(print, fits));
  });
  // In the unit of the prints.
  const of = (wholes[0] ?? parts[0]?.[0])?.of;
  const unit = exactly(of?.meaning === 'amount' ? (of.scale ?? 1) : 1);
  const text = { sum: rangeText(over(sum, unit)), whole: rangeText(over(whole, unit)) };
  const printed = parts.map((prints) => prints.map((print) => print.printed).join(' / ')).join(' + ');
  return [
    findingOf(
      'parts-and-whole',
      certainty,
      [...wholes.map((print) => candidateOf(print, ofWhole)), ...ofParts],
      {
        ru: `${name.ru}: части (${printed}) дают ${text.sum.ru}, целое — ${text.whole.ru}${complete ? '' : '; части не могут его превышать'}.`,
        en: `${name.en}: the parts (${printed}) sum to a value ${text.sum.en}, the whole is ${text.whole.en}${complete ? '' : '; parts cannot exceed it'}.`,
      },
    ),
  ];
}

/** Shares of different rows in one whole are at most 100 % together; groups and their members overlap. */
function sharesOfOneWhole(context: AuditContext): readonly AuditFinding[] {
  const sumOf = new Map(context.file.quantities.map((one) => [one.id, one.sumOf]));
  const groups = new Set((context.file.groups ?? []).map((one) => one.id));
  const prints = context.cells.filter(
    (print) =>
      !groups.has(print.row) &&
      print.of.meaning === 'share' &&
      sumOf.get(print.of.denominator) === print.of.numerator,
  );
  const keyOf = (print: Print) => meaningKey(print.of, '', print.period);
  return [...groupBy(prints, keyOf).values()].flatMap((shares) => {
    const rows = [...groupBy(shares, (print) => print.row).values()];
    const first = shares[0];
    if (first === undefined || first.of.meaning !== 'share') return [];
    return judge({
      whole: exactly(100),
      wholes: [],
      parts: rows,
      complete: false,
      certainty: 'certain',
      name: {
        ru: `Доли строк в «${first.of.denominator}»`,
        en: `Shares of the rows in "${first.of.denominator}"`,
      },
    });
  });
}

/** A least share of one whole asked of each of many parts. */
function minimaForAll(context: AuditContext): readonly AuditFinding[] {
  return (context.file.claims ?? []).flatMap((claim) => {
    if (claim.kind !== 'minimum-for-all') return [];
    const least = Number(claim.printed.replace(',', '.'));
    if (!(least * claim.parts > 100)) return [];
    const most = 100 / claim.parts;
    const text = rangeText({ lower: Number.NEGATIVE_INFINITY, upper: most });
    return [
      findingOf(
        'parts-and-whole',
        claim.supposed === true ? 'possible' : 'certain',
        [
          {
            table: null,
            row: null,
            column: null,
            claim: claim.id,
            printed: claim.printed,
            lower: 0,
            upper: Number(most.toPrecision(8)),
          },
        ],
        {
          ru: `${claim.about.ru}: не меньше ${claim.printed} % у каждой из ${claim.parts} частей — это ${Number((least * claim.parts).toPrecision(6))} % целого; граница, достижимая всеми, — ${text.ru} %.`,
          en: `${claim.about.en}: at least ${claim.printed} % for each of ${claim.parts} parts is ${Number((least * claim.parts).toPrecision(6))} % of the whole; a bound that all can meet is ${text.en} %.`,
        },
      ),
    ];
  });
}

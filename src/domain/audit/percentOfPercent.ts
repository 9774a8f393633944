import type { AuditClaim } from './auditFile.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, hull, meet, over, printedInterval, times } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, meaningKey, type Print } from './prints.ts';

/** A share of a share, and a share whose base is another than the text says. */
export const percentOfPercent: AuditRule = {
  id: 'percent-of-percent',
  name: { ru: 'Процент от процента', en: 'Percent of percent' },
  meaning: {
    ru: 'Доля в целом не равна доле в части, умноженной на долю этой части; или число — доля не от того, от чего сказано.',
    en: 'A share of the whole is not the share of a part times the share of that part; or a number is a share of something else than said.',
  },
  formula: 'a / c = (a / b) × (b / c)',
  check: (context) => [
    ...products(context),
    ...(context.file.claims ?? []).flatMap((claim) => (claim.kind === 'base' ? ofBase(claim) : [])),
  ],
};

const part = (prints: readonly Print[]) => over(hull(prints.map((print) => print.range)), exactly(100));

function products(context: AuditContext): readonly AuditFinding[] {
  const shares = [...context.cells, ...context.claims].filter((print) => print.of.meaning === 'share');
  const byKey = groupBy(shares, (print) => print.key);
  return [...byKey.values()].flatMap((outer) => {
    const [first] = outer;
    if (first === undefined || first.of.meaning !== 'share') return [];
    const { numerator, denominator } = first.of;
    const between = new Set(
      shares.flatMap((print) =>
        print.of.meaning === 'share' && print.of.numerator === numerator && print.of.denominator !== denominator
          ? [print.of.denominator]
          : [],
      ),
    );
    return [...between].flatMap((middle) => {
      const at = (of: Print['of']) => byKey.get(meaningKey(of, first.row, first.period));
      const inner = at({ meaning: 'share', numerator, denominator: middle });
      const rest = at({ meaning: 'share', numerator: middle, denominator });
      if (inner === undefined || rest === undefined) return [];
      const product = times(part(inner), part(rest));
      if (meet(product, part(outer))) return [];
      const percent = (range: { lower: number; upper: number }) => times(range, exactly(100));
      const fits = {
        outer: percent(product),
        inner: percent(over(part(outer), part(rest))),
        rest: percent(over(part(outer), part(inner))),
      };
      const shown = (prints: readonly Print[]) => prints.map((print) => print.printed).join(' / ');
      const supposed = [...outer, ...inner, ...rest].some((print) => print.supposed);
      return [
        findingOf(
          'percent-of-percent',
          supposed ? 'possible' : 'certain',
          [
            ...rest.map((print) => candidateOf(print, fits.rest)),
            ...inner.map((print) => candidateOf(print, fits.inner)),
            ...outer.map((print) => candidateOf(print, fits.outer)),
          ],
          {
            ru: `${first.row}: ${shown(inner)} % от ${shown(rest)} % — это ${rangeText(fits.outer).ru} % целого, а напечатано ${shown(outer)} %; при ${shown(inner)} % и ${shown(outer)} % доля части — ${rangeText(fits.rest).ru} %.`,
            en: `${first.row}: ${shown(inner)} % of ${shown(rest)} % is ${rangeText(fits.outer).en} % of the whole, ${shown(outer)} % is printed; with ${shown(inner)} % and ${shown(outer)} % the share of the part is ${rangeText(fits.rest).en} %.`,
          },
        ),
      ];
    });
  });
}

/** Whether the number fits what the text says it is a share of, within revisions, or something else. */
function ofBase(claim: Extract<AuditClaim, { kind: 'base' }>): readonly AuditFinding[] {
  const range = printedInterval(claim.printed);
  if (range === null) return [];
  const fitting = claim.readings.filter((reading) =>
    meet(range, {
      lower: reading.value * (1 - claim.revision),
      upper: reading.value * (1 + claim.revision),
    }),
  );
  const [said] = claim.readings;
  const [better] = fitting;
  if (said === undefined || better === undefined || fitting.includes(said)) return [];
  const fits = { lower: said.value * (1 - claim.revision), upper: said.value * (1 + claim.revision) };
  return [
    findingOf(
      'percent-of-percent',
      'likely',
      [
        {
          table: null,
          row: claim.row,
          column: null,
          claim: claim.id,
          printed: claim.printed,
          lower: Number(fits.lower.toPrecision(4)),
          upper: Number(fits.upper.toPrecision(4)),
        },
      ],
      {
        ru: `${claim.about.ru}: ${claim.row}, ${claim.printed} % — это не ${said.name.ru} (${said.value}, ${said.source}), а ${better.name.ru} (${better.value}, ${better.source}).`,
        en: `${claim.about.en}: ${claim.row}, ${claim.printed} % is not ${said.name.en} (${said.value}, ${said.source}) but ${better.name.en} (${better.value}, ${better.source}).`,
      },
    ),
  ];
}

import type { AuditClaim } from './auditFile.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { exactly, hull, meet, over, printedInterval, times } from './interval.ts';
import { median } from './median.ts';
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
        print.of.meaning === 'share' &&
        print.of.numerator === numerator &&
        print.of.denominator !== denominator
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

/**
 * Whether printed shares fit what the text says they are shares of, or something else: by the median distance of the
 * logarithms from series elsewhere, which are revised.
 */
function ofBase(claim: Extract<AuditClaim, { kind: 'base' }>): readonly AuditFinding[] {
  const allowed = Math.log(1 + claim.revision);
  const distances = claim.readings.map((_reading, place) =>
    median(
      claim.values.flatMap((value) => {
        const range = printedInterval(value.printed);
        const elsewhere = value.readings[place];
        if (range === null || elsewhere === undefined || range.upper <= 0) return [];
        return [Math.abs(Math.log((range.lower + range.upper) / 2 / elsewhere))];
      }),
    ),
  );
  const [said] = claim.readings;
  const best = distances.indexOf(Math.min(...distances));
  const better = claim.readings[best];
  const [saidDistance = 0] = distances;
  if (said === undefined || better === undefined || best === 0) return [];
  if (saidDistance <= allowed || (distances[best] ?? allowed + 1) > allowed) return [];
  const candidates = claim.values.map((value) => {
    const elsewhere = value.readings[0] ?? 0;
    return {
      table: null,
      row: value.row,
      column: null,
      claim: claim.id,
      printed: value.printed,
      lower: Number((elsewhere / (1 + claim.revision)).toPrecision(4)),
      upper: Number((elsewhere * (1 + claim.revision)).toPrecision(4)),
    };
  });
  const list = claim.values.map(
    (value) => `${value.row} ${value.printed} (${value.readings[0]}; ${value.readings[best]})`,
  );
  return [
    findingOf('percent-of-percent', 'likely', candidates, {
      ru: `${claim.about.ru}: числа — не ${said.name.ru}, а ${better.name.ru}. Напечатано (первое; второе по ${better.source}): ${list.join(', ')}.`,
      en: `${claim.about.en}: the numbers are not ${said.name.en} but ${better.name.en}. Printed (the first; the second by ${better.source}): ${list.join(', ')}.`,
    }),
  ];
}

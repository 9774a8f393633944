import type { AuditGroup } from './auditFile.ts';
import type { AuditFinding } from './auditFinding.ts';
import type { AuditContext, AuditRule } from './auditRule.ts';
import { findingOf } from './findingOf.ts';
import { hull, meet } from './interval.ts';
import { rangeText } from './placeText.ts';
import { candidateOf, groupBy, meaningKey, type Print } from './prints.ts';

/** An index or ratio of a group outside the range of its members': it is their weighted mean. */
export const outsideMembers: AuditRule = {
  id: 'outside-members',
  name: { ru: 'Группа вне своих членов', en: 'Group outside its members' },
  meaning: {
    ru: 'Показатель группы лежит вне наименьшего и наибольшего показателей её членов, хотя он — их взвешенное среднее.',
    en: "The figure of a group lies outside the smallest and largest of its members', although it is their weighted mean.",
  },
  formula: 'min(members) ≤ group ≤ max(members)',
  check: (context) => (context.file.groups ?? []).flatMap((group) => ofGroup(group, context)),
};

/** Ratios whose value for a group is a mean of its members', weighted by the members' denominators. */
function isMean(print: Print, context: AuditContext): boolean {
  const { of } = print;
  if (of.meaning === 'share') {
    const denominator = context.file.quantities.find((one) => one.id === of.denominator);
    return denominator?.per === 'row';
  }
  return of.meaning !== 'amount';
}

function ofGroup(group: AuditGroup, context: AuditContext): readonly AuditFinding[] {
  if (group.incomplete === true) return [];
  const known = groupBy(context.cells, (print) => print.key);
  return context.cells
    .filter((print) => print.row === group.id && isMean(print, context))
    .flatMap((whole) => {
      const members = group.members.map((row) => known.get(meaningKey(whole.of, row, whole.period)) ?? []);
      if (members.length === 0 || members.some((prints) => prints.length === 0)) return [];
      const all = members.flat();
      const range = hull(all.map((print) => print.range));
      if (meet(range, whole.range)) return [];
      const above = whole.range.lower > range.upper;
      const text = rangeText(range);
      const others = all.map((print) =>
        candidateOf(
          print,
          above
            ? { lower: whole.range.lower, upper: Number.POSITIVE_INFINITY }
            : { lower: Number.NEGATIVE_INFINITY, upper: whole.range.upper },
        ),
      );
      return [
        findingOf('outside-members', 'certain', [candidateOf(whole, range), ...others], {
          ru: `Таблица ${whole.table}, ${whole.row}, столбец ${whole.column}: ${whole.printed}, а у членов группы (${group.members.join(', ')}) ${text.ru}.`,
          en: `Table ${whole.table}, ${whole.row}, column ${whole.column}: ${whole.printed}, while the members of the group (${group.members.join(', ')}) have values ${text.en}.`,
        }),
      ];
    });
}

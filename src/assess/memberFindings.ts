import type { Finding } from '../domain/finding.ts';
import { membersAt } from '../domain/membersAt.ts';
import { lastMonth } from '../domain/period.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { ResolvedOptions } from './options.ts';
import type { PreparedAssessment } from './prepareAssessment.ts';

/**
 * What must be known of the groups of an answer: members without data, and changes of membership in the period.
 * `yearly`: each year of the answer has its own members.
 */
export function memberFindings(
  prepared: Pick<PreparedAssessment, 'territories' | 'totals' | 'members' | 'unions'>,
  options: Pick<ResolvedOptions, 'period' | 'level' | 'reference'>,
  { yearly = false }: { readonly yearly?: boolean } = {},
): readonly Finding[] {
  const { territories, totals } = prepared;
  const { period } = options;
  const districts = options.level === 'district' || options.reference === 'district';
  const groups = [...(districts ? prepared.members.keys() : []), ...prepared.unions.keys()];
  const name = (id: string): TwoLanguages =>
    territories.territories.find((one) => one.id === id)?.name ?? { ru: id, en: id };
  const findings: Finding[] = [];
  for (const group of groups) {
    const last = membersAt(territories, group, lastMonth(period));
    const missing = last.filter((one) => !totals.has(one));
    if (missing.length > 0) {
      findings.push({
        code: 'members-missing',
        severity: 'caveat',
        message: {
          ru: `${name(group).ru}: сумма без участников, данных по которым нет (${missing.length} из ${last.length}).`,
          en: `${name(group).en}: the sum lacks members of which there is no data (${missing.length} of ${last.length}).`,
        },
        count: missing.length,
        examples: missing.slice(0, 10),
      });
    }
    const first = membersAt(territories, group, `${period.fromYear}-12`);
    if (period.fromYear === period.toYear || first.join() === last.join()) continue;
    findings.push({
      code: 'membership-changed',
      severity: 'caveat',
      message: {
        ru: `${name(group).ru}: состав за период менялся; ${yearly ? 'в каждом году — состав на декабрь' : 'взят состав на его последний месяц'}.`,
        en: `${name(group).en}: members changed within the period; ${yearly ? 'each year has those of its December' : 'those of its last month are taken'}.`,
      },
      examples: [
        ...last.filter((one) => !first.includes(one)).map((one) => `+${one}`),
        ...first.filter((one) => !last.includes(one)).map((one) => `-${one}`),
      ],
    });
  }
  return findings;
}

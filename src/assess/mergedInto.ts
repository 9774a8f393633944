import { membersAt } from '../domain/membersAt.ts';
import { lastMonth, type Period } from '../domain/period.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { type TerritoryGroup, withGroups } from '../domain/withGroups.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { districtsOf, levelChoice, requireUnion } from './levels.ts';

/**
 * Whom a measure is of, instead of the regions of the data: the districts, unions by name beside all who are in none,
 * or all of it as one: the country, the world.
 */
export interface Grouping {
  readonly level: 'district' | 'union' | 'country' | 'world';
  readonly unions: readonly string[];
  readonly own: readonly TerritoryGroup[];
}

/**
 * The territory that a region counts in: its district or union in the period's last month, or itself. What belongs to
 * no group stays beside them, so the sum over all rows is that of the data. Throws `bad-option` where two unions share
 * a member: it would count twice.
 */
export function mergedInto(
  workspace: WorkspaceReader,
  grouping: Grouping,
  period: Period,
): (region: string) => string {
  const dictionary = withGroups(workspace.territories, grouping.own);
  const { dataLevel } = levelChoice(dictionary, grouping.level);
  if (grouping.level === dataLevel) return (region) => region;
  if (grouping.level === 'country' || grouping.level === 'world') return () => dictionary.country;
  const groups =
    grouping.level === 'district'
      ? districtsOf(dictionary)
      : grouping.unions.length === 0
        ? [requireUnion(dictionary, undefined)]
        : grouping.unions.map((id) => requireUnion(dictionary, id));
  const groupOf = new Map<string, string>();
  for (const group of groups) {
    for (const member of membersAt(dictionary, group, lastMonth(period))) {
      const other = groupOf.get(member);
      if (other !== undefined && other !== group) {
        throw new TrajectaError('bad-option', {
          ru: `${other} и ${group} имеют общего участника ${member}: его вывоз был бы учтён дважды. Назовите союзы без общих участников.`,
          en: `${other} and ${group} share the member ${member}: its exports would count twice. Name unions that share none.`,
        });
      }
      groupOf.set(member, group);
    }
  }
  return (region) => groupOf.get(region) ?? region;
}

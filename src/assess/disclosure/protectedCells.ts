import type { Assessment } from '../../api/assessment.ts';
import {
  type DisclosureRule,
  type ProtectedCell,
  primarySuppression,
  type SumRelation,
  type Suppression,
  secondarySuppression,
} from '../../domain/disclosureControl.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { RowsQuestion } from '../../store/queries/contributingRows.ts';
import { contributions, type Place } from '../../store/queries/contributions.ts';
import { namedRows } from '../../store/queries/namedRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { EditionList } from '../lists/editionList.ts';
import { codesOf } from '../trace/operandRows.ts';

/** Id of the cells of all exports, beside those of segments. */
export const everything = '(total)';
export const cellId = (segment: string, place: string) => `${segment}\t${place}`;

export type Finding = Assessment['findings'][number];
export type Question = Pick<RowsQuestion, 'flow' | 'period' | 'reExports'>;

/** Who stands behind each cell: a list in a place. */
export async function protectedCells(
  workspace: WorkspaceReader,
  question: Question,
  lists: ReadonlyMap<string, EditionList | null>,
  places: readonly Place[],
  editions: readonly HsEdition[],
  rule: DisclosureRule,
): Promise<readonly ProtectedCell[]> {
  const cells: ProtectedCell[] = [];
  const { flow, period, reExports } = question;
  for (const [segment, list] of lists) {
    const rows: RowsQuestion = { flow, period, reExports, regions: null, codes: codesOf(list, editions) };
    const sql = contributions(rows, places, rule.dominance?.largest ?? 1);
    const largest = new Map<string, number[]>();
    for (const row of await workspace.engine.query(sql.top)) {
      const known = largest.get(String(row.place)) ?? [];
      largest.set(String(row.place), [...known, Number(row.usd)]);
    }
    const sums = new Map((await workspace.engine.query(sql.sums)).map((row) => [String(row.place), row]));
    for (const place of places) {
      const found = sums.get(place.id);
      cells.push({
        id: cellId(segment, place.id),
        value: Number(found?.value_usd ?? 0),
        contributors: Number(found?.contributors ?? 0),
        largest: largest.get(place.id) ?? [],
      });
    }
  }
  return cells;
}

/** Cells with the sums that a reader can do over them. */
export interface CellSystem {
  readonly cells: readonly ProtectedCell[];
  readonly relations: readonly SumRelation[];
}

/**
 * What is hidden of cells and of groups over them. The cells are protected first, as if there were no groups, so that
 * tables with and without groups agree on what they hide and give nothing away side by side; then cells of groups are
 * hidden, and no others, until these give nothing away either.
 */
export function withGroupCells(
  base: CellSystem,
  hidden: ReadonlyMap<string, Suppression>,
  groups: CellSystem,
  rule: DisclosureRule,
): ReadonlyMap<string, Suppression> {
  // What is hidden stays hidden: as if each cell were so for its own sake.
  const kept = new Map([...hidden.keys()].map((id) => [id, 'threshold' as const]));
  const shown = new Set(base.cells.map((cell) => cell.id).filter((id) => !hidden.has(id)));
  const all = secondarySuppression(
    [...base.cells, ...groups.cells],
    [...base.relations, ...groups.relations],
    new Map([...kept, ...primarySuppression(groups.cells, rule)]),
    shown,
  );
  return new Map([...all].map(([id, why]) => [id, hidden.get(id) ?? why]));
}

/** Groups over their members, for each list. */
export function groupSums(
  lists: Iterable<string>,
  groups: ReadonlyMap<string, readonly string[]>,
): readonly SumRelation[] {
  return [...lists].flatMap((list) =>
    [...groups].map(([group, members]) => ({
      total: cellId(list, group),
      parts: members.map((member) => cellId(list, member)),
    })),
  );
}

/** The country over its regions and over its districts, each district over its regions. */
export function territorySums(
  segment: string,
  country: string,
  everyone: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
): readonly SumRelation[] {
  const cell = (place: string) => cellId(segment, place);
  const inDistricts = new Set([...members.values()].flat());
  const loose = everyone.filter((region) => !inDistricts.has(region));
  const byRegion = { total: cell(country), parts: everyone.map(cell) };
  if (members.size === 0) return [byRegion];
  return [
    byRegion,
    { total: cell(country), parts: [...[...members.keys()].map(cell), ...loose.map(cell)] },
    ...[...members].map(([district, regions]) => ({ total: cell(district), parts: regions.map(cell) })),
  ];
}

/** Do the rows say who exported? Else each row of the source counts as one contributor. */
export async function namedContributors(workspace: WorkspaceReader, question: Question): Promise<boolean> {
  const { fromYear, toYear } = question.period;
  const rows = await workspace.engine.query(namedRows(question.flow, fromYear, toYear));
  return Number(rows[0]?.named ?? 0) > 0;
}

/** What was hidden by which rule, as a caveat. */
export function suppressionFinding(
  cells: readonly ProtectedCell[],
  hidden: ReadonlyMap<string, Suppression>,
  rule: DisclosureRule,
  named: boolean,
): Finding[] {
  const primary = [...hidden.values()].filter((one) => one !== 'secondary').length;
  const words = [
    ...(rule.threshold === null
      ? []
      : [{ ru: `не меньше ${rule.threshold} участников`, en: `at least ${rule.threshold} contributors` }]),
    ...(rule.dominance === null
      ? []
      : [
          {
            ru: `доля ${rule.dominance.largest} крупнейших не больше ${rule.dominance.percent} %`,
            en: `the ${rule.dominance.largest} largest make no more than ${rule.dominance.percent} %`,
          },
        ]),
  ];
  const who = named
    ? { ru: 'участники — как в данных', en: 'contributors are those that the data names' }
    : {
        ru: 'данные не называют участников: участником считается строка выгрузки, это слабее',
        en: 'the data names no contributors: each row of the unload counts as one, which is weaker',
      };
  return [
    {
      code: 'disclosure-control',
      severity: 'warning',
      message: {
        ru: `Защита сведений: ${words.map((one) => one.ru).join('; ')}; ${who.ru}. Скрыто ячеек: сами по себе ${primary}, чтобы их нельзя было вычислить — ${hidden.size - primary}. Скрытое помечено «к» и не есть ни ноль, ни пропуск.`,
        en: `Disclosure control: ${words.map((one) => one.en).join('; ')}; ${who.en}. Hidden cells: ${primary} for their own sake, ${hidden.size - primary} so that those cannot be computed. What is hidden is marked "c"; it is neither zero nor missing.`,
      },
      count: hidden.size,
      share: cells.length === 0 ? null : hidden.size / cells.length,
    },
  ];
}
